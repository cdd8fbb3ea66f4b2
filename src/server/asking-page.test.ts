import { beforeAll, describe, expect, test } from 'vitest'
import { choiceIn } from '../../test/support/choose.ts'
import { ASKING } from '../../test/support/consent-declaration.ts'
import { examplePolicy } from '../../test/support/policies.ts'
import { policyOf } from '../../test/support/policy-of.ts'
import type { VisitorChoice } from '../model/index.ts'
import { type Asking, createAsking } from './asking.ts'
import { createPublished, type Published } from './published.ts'
import { createSite } from './site.ts'

describe('a page of this site, to a visitor', () => {
  let published: Published
  let asking: Asking
  let recorded: VisitorChoice[] = []
  const get = (path: string, headers: Record<string, string> = {}) =>
    createSite({ published, asking }).request(`https://shop.example${path}`, {
      headers: { 'Accept-Language': 'en', ...headers },
    })

  beforeAll(() => {
    const policy = policyOf(ASKING)
    published = createPublished(policy)
    const recorder = {
      record: async (choice: VisitorChoice) => {
        recorded = [...recorded, choice]
        return true
      },
      close: async () => {},
    }
    asking = createAsking(policy, recorder)
  })

  const choose = async (choice: string): Promise<string> => {
    const response = await createSite({ published, asking }).request('https://shop.example/candor/choices', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ choice, back: '/' }),
    })
    return choiceIn(response)?.cookie ?? ''
  }

  test('who has not chosen asks; to one who has it does not, and is kept by no cache for others', async () => {
    const asked = await get('/notice/en/')
    expect(await asked.text()).toContain('Accept all')
    expect(asked.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(asked.headers.get('Vary')).toContain('Cookie, Sec-GPC')
    const chosen = await get('/notice/en/', { Cookie: await choose('refuse') })
    const page = await chosen.text()
    expect(page).not.toContain('Accept all')
    expect(page).toContain('Privacy choices')
    expect(chosen.headers.get('ETag')).not.toBe(asked.headers.get('ETag'))
  })

  test('allows the notice its script and its form, and nothing else', async () => {
    const policy = (await get('/')).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*form-action 'self'.*script-src 'sha256-[^']+'; connect-src 'self'$/)
    expect(policy).not.toContain('unsafe')
  })

  test('is one and the same whatever is made up behind its address', async () => {
    const [plain, odd] = [await get('/'), await get('/?utm=1&x=%3Cscript%3E')]
    expect(odd.headers.get('ETag')).toBe(plain.headers.get('ETag'))
  })

  test('whose browser sends Global Privacy Control is recorded once, and not asked about what it refuses', async () => {
    recorded = []
    const first = await get('/', { 'Sec-GPC': '1' })
    const cookie = choiceIn(first)?.cookie ?? ''
    expect(recorded).toMatchObject([{ how: 'signal', decisions: { ads: 'refused' } }])
    expect(choiceIn(await get('/', { 'Sec-GPC': '1', Cookie: cookie }))).toBeNull()
    expect(recorded).toHaveLength(1)
  })

  test('what is published for machines is the same for all', async () => {
    const file = await get('/policy.json', { Cookie: await choose('accept') })
    expect(file.headers.get('Cache-Control')).toContain('public')
    expect(file.headers.getSetCookie()).toEqual([])
  })
})

describe('where the policy leaves nothing to choose', () => {
  const recorder = { record: async () => true, close: async () => {} }
  const get = async (headers: Record<string, string>) => {
    const policy = await examplePolicy('quality-unit')
    const current = { published: createPublished(policy), asking: createAsking(policy, recorder) }
    return createSite(current).request('https://shop.example/notice/en/', { headers })
  }

  test('the notice is as it was built: without a script, the same for everybody, kept by caches', async () => {
    const page = await get({})
    expect(await page.text()).not.toMatch(/<script|Privacy choices/)
    expect(page.headers.get('Content-Security-Policy')).not.toContain('script-src')
    expect(page.headers.get('Cache-Control')).toContain('public')
    expect(page.headers.get('Vary')).toContain('Sec-GPC')
  })

  test('but a browser that sends Global Privacy Control is told that it is heeded', async () => {
    const page = await get({ 'Sec-GPC': '1' })
    expect(await page.text()).toContain('Opt-out signal heeded')
    expect(page.headers.get('Cache-Control')).toBe('private, no-cache')
  })
})
