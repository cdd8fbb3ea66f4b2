/** Between the parts of what the script below says. */
export const PART = '\u0000'

/** How many writes of one document are told; then one more word, `more`. */
const MOST_WRITES = 500
const LONGEST_TEXT = 5000

/**
 * A function, as text, that runs in every document before any of its scripts, among the page's own objects: only there
 * does a call show which script made it. It takes `tell`, a function of the browser's that nobody else can see.
 *
 * A page can meet these functions, so: they look native when asked for their text, use nothing a page could have put in
 * the place of the language's own objects, and pass on every call, its result and its error as they are.
 */
export const HOOK = `tell => {
  'use strict'
  const { apply, defineProperty, getOwnPropertyDescriptor, deleteProperty } = Reflect
  const { includes, indexOf, slice, trim } = String.prototype
  const E = Error
  const masks = new WeakMap()
  const { get: maskOf, set: mask, has: masked } = WeakMap.prototype
  let left = ${MOST_WRITES}

  const stackHere = () => {
    const prepare = getOwnPropertyDescriptor(E, 'prepareStackTrace')
    const limit = getOwnPropertyDescriptor(E, 'stackTraceLimit')
    if (prepare && !prepare.configurable) return ''
    if (prepare) deleteProperty(E, 'prepareStackTrace')
    if (limit && limit.configurable) defineProperty(E, 'stackTraceLimit', { __proto__: null, value: 20, writable: true, configurable: true, enumerable: true })
    try { return new E().stack || '' } finally {
      if (prepare) defineProperty(E, 'prepareStackTrace', { __proto__: null, ...prepare })
      if (limit && limit.configurable) defineProperty(E, 'stackTraceLimit', { __proto__: null, ...limit })
    }
  }
  const say = (kind, text, taken) => {
    if (left < 0) return
    if (left-- === 0) return tell('more')
    const cut = apply(slice, text, [0, ${LONGEST_TEXT}])
    tell(kind + '\\u0000' + cut + '\\u0000' + (taken ? 1 : 0) + '\\u0000' + stackHere())
  }
  const stand = (native, call) => {
    const proxy = new Proxy(native, { __proto__: null, apply: call })
    apply(mask, masks, [proxy, native])
    return proxy
  }
  const replace = (owner, name, part, call) => {
    const found = owner && getOwnPropertyDescriptor(owner, name)
    if (!found || typeof found[part] !== 'function' || !found.configurable) return
    found[part] = stand(found[part], call(found))
    defineProperty(owner, name, found)
  }
  const watch = (owner, name, kind) => replace(owner, name, 'value', () => (native, self, args) => {
    const result = apply(native, self, args)
    if (typeof args[0] === 'string') say(typeof kind === 'string' ? kind : kind(self), args[0], true)
    return result
  })

  replace(Function.prototype, 'toString', 'value', () => (native, self, args) =>
    apply(native, typeof self === 'function' && apply(masked, masks, [self]) ? apply(maskOf, masks, [self]) : self, args))

  replace(globalThis.Document && Document.prototype, 'cookie', 'set', ({ get }) => (native, self, args) => {
    if (typeof args[0] === 'symbol') return apply(native, self, args)
    const line = '' + args[0]
    const result = apply(native, self, [line])
    if (left < 0) return result
    const pair = apply(slice, line, [0, 300])
    const end = apply(indexOf, pair, ['='])
    let taken = true
    try {
      const name = apply(trim, end < 0 ? pair : apply(slice, pair, [0, end]), [])
      taken = apply(includes, '; ' + apply(get, self, []), ['; ' + name + (end < 0 ? '' : '=')])
    } catch {}
    say('cookie', line, taken)
    return result
  })
  replace(globalThis.CookieStore && CookieStore.prototype, 'set', 'value', () => (native, self, args) => {
    const [first, second] = [args[0], args[1]]
    const part = name => { const it = first && getOwnPropertyDescriptor(first, name); return it && typeof it.value === 'string' ? it.value : '' }
    const line = typeof first === 'string' ? first + '=' + second
      : typeof first === 'object' ? part('name') + '=' + part('value') + (part('domain') && '; Domain=' + part('domain')) + '; Path=' + (part('path') || '/') : ''
    const result = apply(native, self, args)
    if (line) say('cookie', line, true)
    return result
  })
  let local = null
  const isLocal = self => { try { local ??= localStorage } catch {} return self === local }
  watch(globalThis.Storage && Storage.prototype, 'setItem', self => isLocal(self) ? 'local' : 'session')
  watch(globalThis.IDBFactory && IDBFactory.prototype, 'open', 'indexeddb')
  watch(globalThis.CacheStorage && CacheStorage.prototype, 'open', 'cache')
  replace(globalThis.Element && Element.prototype, 'attachShadow', 'value', () => (native, self, args) => {
    const root = apply(native, self, args)
    if (root && root.mode === 'closed') say('closed-root', '', true)
    return root
  })
}`
