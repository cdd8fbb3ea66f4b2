import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type RecordedResponse, readHar } from '../codec/har/index.ts'
import {
  type Fetch,
  type Fetched,
  type FindOptions,
  type FoundPolicies,
  fetchSafely,
  findPolicy,
  policyInFile,
  type SourcedIssue,
} from '../fetch/index.ts'
import { cli } from '../messages/index.ts'
import { issue } from '../model/index.ts'
import { reasonOf } from './reason-of.ts'
import { type Io, WrongUse } from './verb.ts'

/** Policies as a person knows them. */
export interface FoundHere extends FoundPolicies {
  /** What to call the file they are in. */
  readonly label: string
  /** Where on the web it is, if it is. */
  readonly webUrl: string | null
}

/** What a source gave: policies, or the answers of a server that may carry a compact one. */
export interface Gathered {
  readonly found: FoundHere | null
  readonly responses: readonly RecordedResponse[]
  readonly issues: readonly SourcedIssue[]
  /** The page that was asked for, where it was one. */
  readonly siteUrl: string | null
}

export interface GatherOptions extends FindOptions {
  readonly allowPrivate: boolean
}

/** A recording of an afternoon; what is larger hardly is one. */
const LARGEST_FILE = 256 * 1024 * 1024

export const isAddress = (source: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(source)

/** `www.example.com/page`: meant for an address, but it could as well be a file's name. */
const isHostLike = (source: string): boolean => /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/]|$)/i.test(source)

async function gatherFromWeb(url: string, { allowPrivate, ...options }: GatherOptions, io: Io): Promise<Gathered> {
  const fetch: Fetch = address => fetchSafely(address, { allowPrivate, signal: io.stop })
  const { page, found, issues } = await findPolicy(url, fetch, options)
  const siteUrl = page === null ? null : new URL('/', page.url).href
  const here = found && { ...found, label: found.url, webUrl: found.url }
  return { found: here, responses: page === null ? [] : [page], issues, siteUrl }
}

const asFetched = (path: string, body: Uint8Array, now: number): Fetched => ({
  url: pathToFileURL(path).href,
  receivedAt: now,
  status: 200,
  headers: [],
  body,
})

/** The last part of an address, as a file's name: whatever is escaped in it, it stays one. */
function fileName(url: string): string {
  const { pathname } = new URL(url)
  try {
    return basename(decodeURIComponent(pathname))
  } catch {
    return basename(pathname)
  }
}

/** Files that a file leads to are looked for beside it, and nowhere else. */
function besideFile(path: string, now: number): Fetch {
  return async url => {
    const beside = join(dirname(path), fileName(url))
    try {
      return { ok: true, value: asFetched(beside, await readFile(beside), now) }
    } catch (error) {
      const reason = reasonOf(error)
      return { ok: false, issue: issue('fetch-failed', { url, reason }) }
    }
  }
}

/** Header lines, `Name: value`, as a server sent them; or the bare value of one `P3P` header. */
function readHeaders(text: string): readonly RecordedResponse['headers'][number][] {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  const named = lines.flatMap(line => {
    const [, name, value] = /^([A-Za-z0-9-]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const]
  })
  return named.length > 0 ? named : lines.slice(0, 1).map(line => ['P3P', line.trim()] as const)
}

/** Whether a text is at all like a header: anything else, a picture say, is told to be nothing we know. */
const isText = (text: string): boolean => text.trim() !== '' && text.length < 65_536 && !/[\u0000\u{FFFD}]/u.test(text)

/** A file, by the name that the person gave it. */
interface Given {
  readonly source: string
  readonly path: string
  readonly bytes: Uint8Array
}

async function gatherFromFile({ source, path, bytes }: Given, options: GatherOptions): Promise<Gathered> {
  const nothing: Gathered = { found: null, responses: [], issues: [], siteUrl: null }
  const first = bytes.find(byte => byte > 0x20 && byte < 0x80)
  if (first === 0x3c) {
    const file = asFetched(path, bytes, options.now)
    const { found, issues } = await policyInFile(file, besideFile(path, options.now), options)
    const label = (url: string) => nameOf(url, path, source)
    return {
      ...nothing,
      found: found && { ...found, label: label(found.url), webUrl: null },
      issues: issues.map(told => ({ ...told, source: label(told.source) })),
    }
  }
  const text = new TextDecoder().decode(bytes)
  if (first === 0x7b) {
    const har = readHar(text)
    return {
      ...nothing,
      responses: har.ok ? har.value : [],
      issues: har.issues.map(found => ({ source, issue: found })),
    }
  }
  if (!isText(text)) return { ...nothing, issues: [{ source, issue: issue('import-unknown-kind', {}) }] }
  return { ...nothing, responses: [{ url: null, receivedAt: null, headers: readHeaders(text) }] }
}

/** The file as the person named it; another one as it stands beside it. */
const nameOf = (url: string, path: string, source: string): string =>
  url === pathToFileURL(path).href ? source : join(dirname(source), fileName(url))

async function readSource(path: string, source: string, io: Io): Promise<Uint8Array> {
  const text = cli[io.language]
  try {
    if ((await stat(path)).size <= LARGEST_FILE) return await readFile(path)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === 'ENOENT' && isHostLike(source)) throw new WrongUse(text['import.no-scheme']({ source }))
    throw new WrongUse(text['file-unreadable']({ file: source, reason }))
  }
  throw new WrongUse(text['import.too-large']({ file: source, megabytes: LARGEST_FILE / 1024 / 1024 }))
}

/** Everything that can be learnt from an address, a file, or standard input. */
export async function gather(source: string, options: GatherOptions, io: Io): Promise<Gathered> {
  if (isAddress(source)) {
    if (!URL.canParse(source)) throw new WrongUse(cli[io.language]['import.address-bad']({ source }))
    return gatherFromWeb(source, options, io)
  }
  const path = resolve(io.cwd, source === '-' ? 'stdin' : source)
  const bytes = source === '-' ? await io.readAll() : await readSource(path, source, io)
  return gatherFromFile({ source, path, bytes }, options)
}
