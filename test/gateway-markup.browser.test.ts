import fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostRule } from '../src/enforce/gateway/html/host-rules.ts'
import { PageRewriter } from '../src/enforce/gateway/html/rewrite-page.ts'
import { chromiumPath, launchChromium } from './support/chromium.ts'

const RULE: HostRule = { practices: 'ads', held: true }
const RULES = {
  of: (host: string) => (host === 'ads.example' ? RULE : null),
  namedIn: (text: string) => (text.includes('ads.example') ? RULE : null),
}

function rewrite(html: string): string {
  const page = new PageRewriter({ contentType: 'text/html; charset=utf-8', notice: [], needed: null, rules: RULES })
  return Buffer.concat([...page.push(Buffer.from(html)), ...page.finish()]).toString()
}

const ADS = '//ads.example/x'
const NAMES = (
  'p a b div table tr td select option script style title textarea svg math mi annotation-xml foreignObject desc template noscript ' +
  'iframe img image link source video audio input track xmp noframes noembed plaintext frameset frame body head html object embed form button br h1 li'
).split(' ')
const ATTRIBUTES = [
  ...[
    '',
    ` src=${ADS}`,
    ` src="${ADS}"`,
    ` href='${ADS}'`,
    ` data=${ADS}`,
    ` srcset="${ADS} 2x"`,
    ` xlink:href=${ADS}`,
  ],
  ...[' a="<b>"', " c='>'", ' x', '/', ' type=module', ' type=text/html', ' src = a', ' "', " '", '='],
]
const ODDITIES = [
  'x',
  ' ',
  '<!--',
  '-->',
  '--!>',
  '<!-->',
  '<![CDATA[',
  ']]>',
  '<?x',
  '<!x',
  '</',
  '<',
  '>',
  '&lt;',
  '"',
  "'",
]
const LOADERS = [
  `<img src=${ADS}>`,
  `<script src=${ADS}></script>`,
  `<script>load("https:${ADS}")</script>`,
  `<image href=${ADS}>`,
  `<iframe srcdoc="<img src=${ADS}>"></iframe>`,
]
const tag = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 }),
    fc.constantFrom('>', '>', '>', '/>'),
  )
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
/** Their start tags count for nothing in most places. */
const MAYBE_NOWHERE = /^(?:td|tr|option|frame|frameset|head)$/
const endTag = fc.constantFrom(...NAMES.filter(name => !MAYBE_NOWHERE.test(name))).map(name => `</${name}>`)

/** An end tag in foreign content is taken for that of an element around it, so one must be there. */
const endsSomething = (part: string, index: number, parts: readonly string[]): boolean => {
  const [, name] = /^<\/([\w-]+)>$/.exec(part) ?? []
  if (name === undefined || name === 'p' || name === 'br') return true
  const before = parts.slice(0, index)
  const begins = new RegExp(`^<${name}(?![\\w-]).*[^/]>$`)
  const begun = before.filter(other => begins.test(other)).length
  return begun > before.filter(other => other === part).length
}

const markup = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: tag },
      { weight: 4, arbitrary: endTag },
      { weight: 2, arbitrary: fc.constantFrom(...LOADERS) },
      { weight: 2, arbitrary: fc.constantFrom(...ODDITIES) },
    ),
    { minLength: 1, maxLength: 7 },
  )
  // A script without an end is never run; one end may only end a script that is written within a comment of it.
  .map(parts => `<!doctype html><body>${parts.filter(endsSomething).join('')}${'</script>'.repeat(7)}`)

interface Reading {
  /** Elements that would fetch from where nothing may be fetched. */
  readonly live: readonly string[]
  /** Whether the page is the same but for what holds it. */
  readonly same: boolean
}

/** Runs in the browser. */
function read(pages: readonly (readonly [before: string, after: string])[]): readonly Reading[] {
  const fetching: Record<string, readonly string[]> = {
    script: ['src', 'href', 'xlink:href'],
    iframe: ['src', 'srcdoc'],
    frame: ['src'],
    img: ['src', 'srcset'],
    image: ['href', 'xlink:href'],
    link: ['href'],
    embed: ['src'],
    object: ['data'],
    audio: ['src'],
    video: ['src', 'poster'],
    source: ['src', 'srcset'],
    track: ['src'],
    input: ['src'],
  }
  const isAds = (text: string | null) => text?.includes('ads.example') === true
  const every = (within: ParentNode): Element[] =>
    [...within.querySelectorAll('*')].flatMap(element =>
      element instanceof HTMLTemplateElement ? [element, ...every(element.content)] : [element],
    )
  const ownText = ({ childNodes }: Element) =>
    [...childNodes].map(node => (node instanceof Text ? node.data : '')).join('')
  const runs = (element: Element) =>
    element.localName === 'script' &&
    !element.hasAttribute('src') &&
    ['', 'module'].includes(element.getAttribute('type') ?? '')
  function isLive(element: Element): boolean {
    if (element instanceof MathMLElement) return false
    const names = element instanceof HTMLScriptElement ? ['src'] : (fetching[element.localName] ?? [])
    return names.some(name => isAds(element.getAttribute(name))) || (runs(element) && isAds(ownText(element)))
  }
  function undo(element: Element): void {
    if (!element.hasAttribute('data-candor-practice')) return
    for (const attribute of [...element.attributes]) {
      element.removeAttributeNode(attribute)
      const { name, value } = attribute
      if (name === 'data-candor-practice' || (name === 'type' && value === 'text/plain')) continue
      if (name.startsWith('data-candor-')) element.setAttribute(name.slice('data-candor-'.length), value)
      else element.setAttributeNode(attribute)
    }
  }
  const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html')
  return pages.map(([before, after]) => {
    const whole = parsed(before)
    const held = parsed(after)
    const live = every(held).filter(isLive)
    for (const element of every(held)) undo(element)
    return {
      live: live.map(element => element.outerHTML),
      same: held.documentElement.outerHTML === whole.documentElement.outerHTML,
    }
  })
}

describe.skipIf(chromiumPath === undefined)('whatever a page is written like (needs a Chromium)', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await launchChromium()
    page = await browser.newPage()
  })
  afterAll(() => browser?.close())

  test('what a browser would fetch from where nothing may be fetched is held, and all else is as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(markup, { minLength: 1, maxLength: 500, size: 'max' }), async pages => {
        const pairs = pages.map(html => [html, rewrite(html)] as const)
        const readings = await page.evaluate(read, pairs)
        const wrong = readings.flatMap((reading, index) =>
          reading.same && reading.live.length === 0 ? [] : [{ ...reading, page: pairs[index] }],
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
