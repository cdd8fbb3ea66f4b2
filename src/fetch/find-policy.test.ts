import { describe, expect, test } from 'vitest'
import { type Fetch, findPolicy, policyInFile } from './index.ts'
import { looksLikeP3p } from './looks-like-p3p.ts'

const NOW = Date.UTC(2026, 10, 22)
const PAGE = 'https://shop.example/a/page'
const NS = 'xmlns="http://www.w3.org/2002/01/P3Pv1"'

const policy = (name: string, purpose = 'current') =>
  `<POLICY name="${name}" discuri="https://shop.example/privacy"><ENTITY><DATA-GROUP><DATA ref="#business.name">Shop</DATA><DATA ref="#business.contact-info.online.email">a@shop.example</DATA></DATA-GROUP></ENTITY><ACCESS><none/></ACCESS><DISPUTES-GROUP><DISPUTES resolution-type="law" service="https://law.example/"><REMEDIES><law/></REMEDIES></DISPUTES></DISPUTES-GROUP><STATEMENT><PURPOSE><${purpose}/></PURPOSE><RECIPIENT><ours/></RECIPIENT><RETENTION><indefinitely/></RETENTION><DATA-GROUP><DATA ref="#dynamic.http"/></DATA-GROUP></STATEMENT></POLICY>`
const policies = (...names: string[]) => `<POLICIES ${NS}>${names.map(name => policy(name)).join('')}</POLICIES>`
const meta = (about: string, { include = '/*', expiry = '', inside = '' } = {}) =>
  `<META ${NS}><POLICY-REFERENCES>${expiry}<POLICY-REF about="${about}"><INCLUDE>${include}</INCLUDE></POLICY-REF></POLICY-REFERENCES>${inside}</META>`

interface Answer {
  readonly body?: string
  readonly status?: number
  readonly p3p?: string
  readonly type?: string
}

/** A web of these addresses; every other one is not found. */
function web(answers: Readonly<Record<string, Answer>>): { fetch: Fetch; asked: string[] } {
  const asked: string[] = []
  const fetch: Fetch = async url => {
    asked.push(url)
    const { body = '', status = url in answers ? 200 : 404, p3p, type = 'text/html' } = answers[url] ?? {}
    const headers = [['Content-Type', type], ...(p3p === undefined ? [] : [['P3P', p3p]])] as [string, string][]
    return { ok: true, value: { url, receivedAt: NOW, status, headers, body: new TextEncoder().encode(body) } }
  }
  return { fetch, asked }
}

async function find(answers: Readonly<Record<string, Answer>>, strict = false, url = PAGE) {
  const { fetch, asked } = web(answers)
  const { found, issues } = await findPolicy(url, fetch, { now: NOW, strict })
  const names = found?.policies.policies.map(({ name }) => name)
  return { found, asked, names, name: found?.name, codes: issues.map(told => told.issue.code), issues }
}

const KNOWN = 'https://shop.example/w3c/p3p.xml'
const FILE = 'https://shop.example/w3c/policy.xml'

describe('where a policy is found', () => {
  test('2.2.1: at the well-known place', async () => {
    const { found, codes } = await find({
      [PAGE]: {},
      [KNOWN]: { body: meta('policy.xml#a') },
      [FILE]: { body: policies('a', 'b') },
    })
    expect(found).toMatchObject({ name: 'a', url: FILE })
    expect(codes).toEqual([])
  })

  test('2.2.2: where the header leads', async () => {
    const { found } = await find({
      [PAGE]: { p3p: 'policyref="../refs.xml", CP="NON"' },
      'https://shop.example/refs.xml': { body: meta('/w3c/policy.xml#b') },
      [FILE]: { body: policies('a', 'b') },
    })
    expect(found?.name).toBe('b')
  })

  test.each([
    ['2.2.3: where a link in HTML leads', 'text/html'],
    ['2.2: where a link in XHTML leads', 'application/xhtml+xml'],
  ])('%s', async (_, type) => {
    const { names } = await find({
      [PAGE]: { type, body: '<html><head><link rel="P3Pv1" href="/refs.xml"/></head></html>' },
      'https://shop.example/refs.xml': { body: meta('#in', { inside: `<POLICIES>${policy('in')}</POLICIES>` }) },
    })
    expect(names).toEqual(['in'])
  })

  test('2.4.1: the well-known place beats header and link, which are then not asked', async () => {
    const { name, asked } = await find({
      [PAGE]: { p3p: 'policyref="/other.xml"', body: '<link rel="P3Pv1" href="/third.xml">' },
      [KNOWN]: { body: meta('policy.xml#a') },
      [FILE]: { body: policies('a') },
      'https://shop.example/other.xml': { body: meta('/w3c/policy.xml#b') },
    })
    expect(name).toBe('a')
    expect(asked).toEqual([PAGE, KNOWN, FILE])
  })

  test('a well-known file that does not cover the page leaves room for the header', async () => {
    const { name, codes } = await find({
      [PAGE]: { p3p: 'policyref="/refs.xml"' },
      [KNOWN]: { body: meta('policy.xml#a', { include: '/b/*' }) },
      'https://shop.example/refs.xml': { body: meta('/w3c/policy.xml#b') },
      [FILE]: { body: policies('a', 'b') },
    })
    expect(name).toBe('b')
    expect(codes).toEqual(['import-not-covered'])
  })

  test('a page that stands where the reference file could be is no reference file', async () => {
    const { found, codes } = await find({ [PAGE]: {}, [KNOWN]: { body: '<!DOCTYPE html><title>Oops</title>' } })
    expect(found).toBeNull()
    expect(codes).toEqual([])
  })

  test('a file of policies where the reference file should be is taken, and told', async () => {
    const { names, codes } = await find({ [PAGE]: {}, [KNOWN]: { body: policies('a') } })
    expect(names).toEqual(['a'])
    expect(codes).toEqual(['p3p-document-kind'])
  })

  test('the address may be that of a P3P file', async () => {
    expect((await find({ [FILE]: { body: policies('a') } }, false, FILE)).names).toEqual(['a'])
    const led = await find({ [KNOWN]: { body: meta('policy.xml#a') }, [FILE]: { body: policies('a') } }, false, KNOWN)
    expect(led).toMatchObject({ name: 'a', asked: [KNOWN, FILE] })
  })
})

test.each([
  ['<META xmlns="http://www.w3.org/2002/01/P3Pv1">', true],
  ['\u{FEFF}<?xml version="1.0"?>\n<!-- made by an editor --><!DOCTYPE META>\n<META>', true],
  ['<p:POLICIES xmlns:p="urn:x">', true],
  ['<POLICY/>', true],
  ['<META NAME="keywords" CONTENT="a">', false],
  ['<HTML><HEAD><META NAME="a"><POLICY>', false],
  ['<!DOCTYPE html><html>', false],
  [`${'<?a?>'.repeat(800)}<POLICY>`, true],
  ['<!-- without an end <POLICY>', false],
  ['', false],
])('%s: whether it begins as a P3P file does', (text, does) => {
  expect(looksLikeP3p(new TextEncoder().encode(text))).toBe(does)
})

describe('what goes wrong is told with its place', () => {
  test('a policy that is not there', async () => {
    const { found, issues } = await find({ [PAGE]: {}, [KNOWN]: { body: meta('policy.xml#a') } })
    expect(found).toBeNull()
    expect(issues.map(({ source, issue }) => [source, issue.code])).toEqual([
      [FILE, 'fetch-status'],
      [KNOWN, 'import-policy-missing'],
    ])
  })

  test('a policy file without the policy of that name', async () => {
    const { names, codes } = await find({
      [PAGE]: {},
      [KNOWN]: { body: meta('policy.xml#z') },
      [FILE]: { body: policies('a') },
    })
    expect(names).toEqual(['a'])
    expect(codes).toEqual(['import-policy-missing'])
  })

  test('a place that somebody named and that is empty', async () => {
    const { codes } = await find({ [PAGE]: { p3p: 'policyref="/refs.xml"' } })
    expect(codes).toEqual(['fetch-status'])
  })

  test('a page that is not there, though its header may still speak', async () => {
    expect((await find({ [PAGE]: { status: 404 } })).codes).toEqual(['fetch-status'])
    const { names } = await find({ [PAGE]: { status: 404 }, [KNOWN]: { body: policies('a') } })
    expect(names).toEqual(['a'])
  })

  test('a header that says something else than the full policy', async () => {
    const answers = { [KNOWN]: { body: meta('policy.xml#a') }, [FILE]: { body: policies('a') } }
    const same = await find({ ...answers, [PAGE]: { p3p: 'CP="NON DSP LAW CUR OUR IND COM NAV"' } })
    expect(same.codes).toEqual([])
    const other = await find({ ...answers, [PAGE]: { p3p: 'CP="NON DSP LAW CUR DEV OUR IND COM"' } })
    expect(other.issues.at(-1)?.issue.data).toEqual({ header: 'DEV', policy: 'NAV' })
  })
})

describe('strictness', () => {
  const expired = { expiry: '<EXPIRY date="Sun, 01 Nov 2026 00:00:00 GMT"/>' }

  test('2.3.2.3: an expired file is told, and counts as absent only if strict', async () => {
    const answers = { [PAGE]: {}, [KNOWN]: { body: meta('policy.xml#a', expired) }, [FILE]: { body: policies('a') } }
    expect(await find(answers)).toMatchObject({ names: ['a'], codes: ['import-expired'] })
    expect(await find(answers, true)).toMatchObject({ found: null, codes: ['import-expired'] })
  })

  test('2.3.2.3.4: so does one whose expiry is malformed', async () => {
    const body = meta('policy.xml#a', { expiry: '<EXPIRY max-age="soon"/>' })
    const answers = { [PAGE]: {}, [KNOWN]: { body }, [FILE]: { body: policies('a') } }
    expect(await find(answers)).toMatchObject({ names: ['a'], codes: ['p3p-expiry-malformed'] })
    expect((await find(answers, true)).found).toBeNull()
  })

  test('a policy with an error counts as absent', async () => {
    const body = `<POLICIES ${NS}>${policy('a', 'nonsense')}</POLICIES>`
    const answers = { [PAGE]: {}, [KNOWN]: { body: meta('policy.xml#a') }, [FILE]: { body } }
    expect((await find(answers)).names).toEqual(['a'])
    expect((await find(answers, true)).found).toBeNull()
  })
})

test('a file leads to policies beside it', async () => {
  const { fetch } = web({ 'file:///w3c/policy.xml': { body: policies('a') } })
  const body = new TextEncoder().encode(meta('/w3c/policy.xml#a'))
  const file = { url: 'file:///tmp/p3p.xml', receivedAt: NOW, status: 200, headers: [], body }
  const { found } = await policyInFile(file, fetch, { now: NOW, strict: false })
  expect(found?.policies.policies.map(({ name }) => name)).toEqual(['a'])
})
