/** Parts of an address that name one thing among many: numbers, ids, dates, long names with hyphens. */
const ONE_OF_MANY =
  /^(?:\d[\d.,_-]*|[0-9a-f]{8,}|[0-9a-f-]{20,}|[\w-]*\d{3,}[\w-]*|[^-]{1,40}(?:-[^-]{1,40}){2,}|.{40,})$/iu

const shapeOf = (part: string): string => (ONE_OF_MANY.test(part.replace(/\.[a-z]{2,5}$/i, '')) ? '*' : part)

/** What pages of one template have in common: their path with its changing parts left out, and the names of what is asked. */
export function pageShape(address: string): string {
  const { host, pathname, searchParams } = new URL(address)
  const names = [...new Set(searchParams.keys())].sort()
  return `${host}${pathname.split('/').slice(0, 12).map(shapeOf).join('/')}?${names.slice(0, 12).join('&')}`
}

/** What most pages of a folder share, however their last part is called: `/blog/a` and `/blog/b`. */
export function folderShape(address: string): string {
  const { host, pathname } = new URL(address)
  return `${host}${pathname.split('/').slice(0, -1).map(shapeOf).join('/')}/`
}
