/** What a finding is about, as it is told everywhere. */
export const subject = {
  cookie: (name: string) => `cookie ${name}`,
  storage: (area: string, key: string) => `storage ${area} ${key}`,
  recipient: (host: string) => `recipient ${host}`,
  field: (name: string) => `field ${name}`,
  published: (what: string) => `published ${what}`,
  page: (url: string) => `page ${url}`,
  state: (state: string) => `state ${state}`,
}
