import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../../../../test/support/chromium.ts'
import { CHOICES_SCRIPT } from '../../generated/choices-script.ts'
import type { Offer, Wish } from './main.ts'

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
})

const ask = <T>(call: string): Promise<T> => page.evaluate(`(() => { ${CHOICES_SCRIPT}; return choices.${call} })()`)

const STORY = `<main><h1>Story</h1><p>${'Once upon a time there was a page. '.repeat(60)}</p></main><footer><a href="/imprint">Imprint</a></footer>`

const show = (notice: string) => page.setContent(`<!doctype html><body>${STORY}${notice}</body>`)

const offer = () => ask<Offer>('offer(false)')

/** What would be pressed: every button writes its id when it is. */
async function pressed(wish: Wish): Promise<string | null> {
  await page.evaluate(`addEventListener('click', event => { document.title = event.composedPath()[0].id })`)
  const label = await ask<string | null>(`fulfil('${wish}', false)`)
  if (label === null) return null
  await page.waitForFunction('document.title !== ""')
  return page.title()
}

const BAR = 'position: fixed; bottom: 0; left: 0; right: 0; background: white; padding: 1em'
const MODAL = 'position: fixed; inset: 20%; background: white; z-index: 10'

describe('a bar across the foot of the page', () => {
  beforeEach(() =>
    show(
      `<div style="${BAR}">We use cookies. <button id=a>Accept all</button><button id=r>Reject all</button><a id=s href="#s">Settings</a></div>`,
    ),
  )

  test('is said to ask, with its first words', async () => {
    expect(await offer()).toMatchObject({ asks: true, notice: expect.stringMatching(/^We use cookies/) })
  })

  test.each([
    ['accept', 'a'],
    ['refuse', 'r'],
    ['settings', 's'],
  ] as const)('can be told to %s', async (wish, id) => {
    expect(await pressed(wish)).toBe(id)
  })
})

test('an answer is pressed in a shadow root', async () => {
  await show(`<consent-bar></consent-bar><script>
    customElements.define('consent-bar', class extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML =
          '<div style="${BAR}">Wir verwenden Cookies <button id=a>Alle akzeptieren</button><button id=r>Ablehnen</button></div>'
      }
    })</script>`)
  expect(await pressed('refuse')).toBe('r')
})

test('a div with a pointer is a button to people', async () => {
  await show(
    `<div id=cookie-box style="${BAR}">Cookies? <div id=a style="cursor:pointer">Souhlasím</div><div id=r style="cursor:pointer"><span>Odmítnout</span></div></div>`,
  )
  expect(await pressed('accept')).toBe('a')
})

test('a notice in the flow of the page is one if it holds both answers', async () => {
  await show(
    `<section><p>Използваме бисквитки.</p><form><button type=button id=a>Приемам всички</button><button type=button id=r>Отказвам всички</button></form></section>`,
  )
  expect(await offer()).toMatchObject({ asks: true })
  expect(await pressed('refuse')).toBe('r')
})

test('taking note is a yes only where nothing better is', async () => {
  await show(`<div style="${BAR}">We use cookies <button id=o>OK</button></div>`)
  expect(await pressed('accept')).toBe('o')
  expect(await ask('fulfil("refuse", false)')).toBeNull()
})

test('the notice that is to be seen is answered, not the one that is hidden', async () => {
  await show(`
    <div role=dialog style="${MODAL}; display: none">Cookies <button id=h1>Accept all</button><button id=h2>Reject all</button></div>
    <div role=dialog style="${MODAL}; visibility: hidden">Cookies <button id=h3>Accept all</button><button id=h4>Reject all</button></div>
    <div role=dialog style="${MODAL}; opacity: 0">Cookies <button id=h5>Accept all</button><button id=h6>Reject all</button></div>
    <div role=dialog style="${MODAL}; left: -9000px; right: 9000px">Cookies <button id=h7>Accept all</button><button id=h8>Reject all</button></div>
    <div style="${BAR}">Cookies <button id=a>Accept</button><button id=r>Reject</button></div>`)
  expect(await pressed('accept')).toBe('a')
})

test('what lies under something else is not pressed', async () => {
  await show(`
    <div role=dialog style="${MODAL}">Cookies <button id=under>Accept all</button></div>
    <div style="${MODAL}; z-index: 20; inset: 0">We use cookies <button id=over>Accept</button></div>`)
  expect(await pressed('accept')).toBe('over')
})

test('settings are found where a refusal takes two steps, switched off, and saved', async () => {
  await show(`<div id=consent style="${MODAL}">Cookies
    <label><input type=checkbox checked disabled id=n>Necessary</label>
    <label><input type=checkbox checked id=m>Marketing</label>
    <span role=switch aria-checked=true id=w onclick="this.ariaChecked='false'">Statistics</span>
    <button id=s>Save choices</button><button id=a>Accept all</button></div>`)
  expect(await ask('switchOff()')).toBe(2)
  expect(await page.evaluate(`[n.checked, m.checked, w.ariaChecked]`)).toEqual([true, false, 'false'])
  expect(await pressed('save')).toBe('s')
})

describe('what only resembles a notice is left alone:', () => {
  test.each([
    [
      'a policy text with links',
      `<article><h2>Cookie policy</h2><p>You may <a href="#" id=x>accept</a> cookies in your browser or set it to <a href="#">block all</a> of them, as you wish.</p></article>`,
    ],
    [
      'a letter to subscribe to',
      `<div role=dialog style="${MODAL}">Get 10% off! By joining you accept our privacy policy. <input type=email><button>Yes, I agree</button><button>No thanks</button></div>`,
    ],
    [
      'a gate for the old',
      `<div role=dialog style="${MODAL}">Are you 18 or older? We use cookies to remember. <button>Yes</button><button>No</button></div>`,
    ],
    ['an offer', `<div role=dialog style="${MODAL}">Try our app <button>OK</button><button>No thanks</button></div>`],
    [
      'a form to register',
      `<form style="${MODAL}"><input type=password> I accept the privacy terms <button>Accept</button></form>`,
    ],
    ['a link to settings at the foot', `<footer><a href="/cookies">Cookie settings</a></footer>`],
    [
      'a wall to pay at',
      `<div role=dialog style="${MODAL}">Read without tracking <button>Subscribe and reject</button></div>`,
    ],
  ])('%s', async (_, html) => {
    await show(html)
    expect((await offer()).asks).toBe(false)
    expect(await ask('fulfil("accept", false)')).toBeNull()
    expect(await ask('fulfil("refuse", false)')).toBeNull()
  })
})

test('the way back is found at the foot of the page', async () => {
  await show(
    `<a href="/privacy">Privacy policy</a><footer><a id=b href="#cookies">Настройки на бисквитките</a></footer>`,
  )
  expect(await pressed('back')).toBe('b')
})

test('on a page that one was led to in order to choose, what holds the buttons is the notice', async () => {
  await show(
    `<form><p>What you allow, cookies and the rest</p><input type=checkbox checked id=m><button type=button id=s>Save</button></form>`,
  )
  expect(await ask('fulfil("save", false)')).toBeNull()
  expect(await ask('switchOff()')).toBe(1)
  expect(await ask('fulfil("save", true)')).toBe('Save')
})

test('a page that alters what scripts rely on is still answered for, from a world of its own', async () => {
  await show(`<div style="${BAR}">We use cookies <button id=a>Accept all</button></div>`)
  const session = await page.context().newCDPSession(page)
  await page.evaluate(
    `Array.prototype.filter = () => { throw new Error() }; Document.prototype.elementFromPoint = () => null`,
  )
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const expression = `(() => { ${CHOICES_SCRIPT}; return choices.fulfil('accept', false) })()`
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: executionContextId,
    returnByValue: true,
  })
  expect(result.value).toBe('Accept all')
})

test('a page of a hundred thousand elements is bounded', async () => {
  await page.setContent(
    `<body><div style="${BAR}">We use cookies <button id=a>Accept all</button></div>${'<i>yes </i>'.repeat(100_000)}</body>`,
  )
  expect((await offer()).asks).toBe(true)
})
