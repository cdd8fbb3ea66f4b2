import { expect, test } from 'vitest'
import type { SiteResponse } from '../../sites/index.ts'
import type { Resource } from './page.ts'
import { createStage } from './stage.ts'

const at = 1_800_000_000_000

/** A stage, and what a browser would do with it by hand. */
function staged(page: Resource) {
  const stage = createStage(() => at)
  const cue = stage.prepare(page)
  const open = async (url: string, cookies = ''): Promise<SiteResponse> =>
    stage.answer({ method: 'GET', url: new URL(url), cookies, headers: {}, body: '' })
  const addresses = (body = '', path: string) =>
    [...body.matchAll(/https?:[^"\\ ]+/g)].map(String).filter(url => url.includes(path))
  return { stage, cue, open, addresses }
}

test('a page is finished when all its parts were asked for and it has reported', async () => {
  const frame: Resource = { url: 'https://a-lab.com/in/frame', key: 'asked' }
  const { stage, cue, open, addresses } = staged({
    url: 'https://b-lab.com/',
    loads: [{ way: 'frame', method: 'GET', through: [], to: frame }],
  })
  const { body } = await open(cue.url)
  const [part = ''] = addresses(body, '/in/frame')
  const [done = ''] = addresses(body, '/done')
  await open(part, 'a=1; b=2')
  expect(stage.heard.get('asked')).toEqual({ cookies: 'a=1; b=2', at })
  await open(done)
  expect(await cue.finished).toBe(true)
})

test('a page that reported, but lacks a part, is not finished', async () => {
  const { cue, open, addresses } = staged({
    url: 'https://b-lab.com/',
    loads: [{ way: 'image', method: 'GET', through: [], to: { url: 'https://a-lab.com/in/image', key: 'asked' } }],
  })
  const { body } = await open(cue.url)
  await open(addresses(body, '/done')[0] ?? '')
  expect(await cue.finished).toBe(false)
})

test('the gate opens when the move before it came', async () => {
  const { cue, open, addresses } = staged({
    url: 'https://b-lab.com/',
    loads: [
      { way: 'link', method: 'GET', through: [], to: { url: 'https://a-lab.com/in/page', key: 'asked', stay: true } },
    ],
  })
  const { body } = await open(cue.url)
  let passed = false
  const gate = open(addresses(body, '/gate')[0] ?? '').then(() => {
    passed = true
  })
  await new Promise(setImmediate)
  expect(passed).toBe(false)
  const response = await open(addresses(body, '/in/page')[0] ?? '')
  expect(response.status).toBe(204)
  await gate
  expect(passed).toBe(true)
})

test('redirects lead through every hop, and keep the method', async () => {
  const to: Resource = { url: 'https://a-lab.com/in/fetch', key: 'asked' }
  const { cue, open, addresses } = staged({
    url: 'https://a-lab.com/top',
    loads: [{ way: 'fetch', method: 'POST', through: ['https://x-lab.com/hop'], to }],
  })
  const { body } = await open(cue.url)
  const hop = await open(addresses(body, '/hop')[0] ?? '')
  expect(hop.status).toBe(307)
  expect(hop.headers?.['Location']).toMatch(/^https:\/\/a-lab\.com\/in\/fetch\?/)
})

test('what a script writes stands in the page whatever it holds', async () => {
  const written = ['a=</script><script>alert(1)', 'b=\0\n\u2028\u0436"']
  const { cue, open } = staged({ url: 'https://a-lab.com/', written })
  const { body = '' } = await open(cue.url)
  expect(body).not.toContain('</script><script>alert')
  const [, literal = ''] = /of (\[.*?\])\) document/.exec(body) ?? []
  expect(JSON.parse(literal)).toEqual(written)
})
