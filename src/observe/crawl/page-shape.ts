/** Parts of an address that name one thing among many: numbers, ids, dates, long names with hyphens. */
const ONE_OF_MANY =
  /^(?:\d[\d.,_-]*|[0-9a-f]{8,}|[0-9a-f-]{20,}|[\w-]*\d{3,}[\w-]*|[^-]{1,40}(?:-[^-]{1,40}){2,}|.{40,})$/iu

/** A language first of all: its pages are translations of each other. */
const LANGUAGE = /^[a-z]{2}(?:[-_][a-z]{2})?$/i

function shapeOf(part: string, place: number): string {
  if (place === 1 && LANGUAGE.test(part)) return '*'
  return ONE_OF_MANY.test(part.replace(/\.[a-z]{2,5}$/i, '')) ? '*' : part
}

const MOST_PARTS = 12

const shapesOf = (pathname: string): readonly string[] => pathname.split('/').slice(0, MOST_PARTS).map(shapeOf)

/** What pages of one template have in common: their path without its changing parts, and the names of what is asked. */
export function pageShape(address: string): string {
  const { host, pathname, searchParams } = new URL(address)
  const names = [...new Set(searchParams.keys())].sort().slice(0, MOST_PARTS)
  return `${host}${shapesOf(pathname).join('/')}?${names.join('&')}`
}

/** What most pages of a folder share, however their last part is called: `/blog/a` and `/blog/b`. */
export function folderShape(address: string): string {
  const { host, pathname } = new URL(address)
  return `${host}${shapesOf(pathname).slice(0, -1).join('/')}/`
}

/** Pages that ask people for something, or tell what is done with it, in the words that addresses are made of. */
const TELLING = new RegExp(
  [
    'contact|kontakt|contatt|контакт|login|log-in|sign-?in|sign-?up|anmeld|connexion|accedi|inloggen|вход|account|konto|compte',
    'cuenta|profil|профил|regist|регистр|inscri|checkout|order|bestell|commande|pedido|ordin|поръчк|basket|cart|warenkorb|panier',
    'carrito|carrello|koszyk|kosik|winkelwagen|количка|кошница|newsletter|subscri|абонамент|search|suche|recherche|търсене|feedback',
    'career|jobs|apply|appointment|booking|reserv|donat|privacy|datenschutz|confidentialit|поверителност|cookie|бисквитки|gdpr',
  ].join('|'),
  'i',
)

function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Whether the address promises a page that asks for something, or tells what is done with it. */
export const isTelling = (address: string): boolean => TELLING.test(decoded(new URL(address).pathname))
