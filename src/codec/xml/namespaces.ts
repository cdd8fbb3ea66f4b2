/** The prefixes that hold inside an element. Asking climbs outward, and depth is bounded. */
export interface NamespaceScope {
  readonly outer: NamespaceScope | null
  readonly bound: ReadonlyMap<string, string>
}

interface RawAttribute {
  readonly name: string
  readonly value: string
}

/** The prefix that an attribute declares: `''` for the default namespace, undefined for any other attribute. */
const declaredPrefix = (name: string): string | undefined =>
  name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice('xmlns:'.length) : undefined

export const isDeclaration = ({ name }: RawAttribute): boolean => declaredPrefix(name) !== undefined

export function innerScope(outer: NamespaceScope | null, attributes: readonly RawAttribute[]): NamespaceScope | null {
  const bound = new Map<string, string>()
  for (const { name, value } of attributes) {
    const prefix = declaredPrefix(name)
    if (prefix !== undefined) bound.set(prefix, value)
  }
  return bound.size === 0 ? outer : { outer, bound }
}

/** The namespace a prefix stands for; undefined where nobody declared it. */
export function namespaceOf(prefix: string, scope: NamespaceScope | null): string | undefined {
  for (let here = scope; here !== null; here = here.outer) {
    const found = here.bound.get(prefix)
    if (found !== undefined) return found
  }
  return prefix === '' ? '' : undefined
}

/** `a:b` is `['a', 'b']`, and `b` is `['', 'b']`. */
export function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':')
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
}
