import { access, constants, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import { ENGINES, STATES } from '../model/index.ts'
import { loadScript, type ObserveOptions, ScriptFault } from '../observe/index.ts'
import { reasonOf } from './reason-of.ts'
import { flag, type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

/** Words separated by commas, the option given again or not; each must be known. */
function wordsOption<const T extends string>(
  args: VerbArguments,
  name: string,
  { known, io }: { readonly known: readonly T[]; readonly io: Io },
): readonly T[] | undefined {
  const given = [args.values[name] ?? []].flat().flatMap(value => String(value).split(','))
  const words = given.map(word => word.trim()).filter(word => word !== '')
  const unknown = words.find(word => !known.some(one => one === word))
  if (unknown !== undefined)
    throw new WrongUse(
      cli[io.language]['observe.word-unknown']({ option: name, value: unknown, known: known.join(', ') }),
    )
  return words.length === 0 ? undefined : known.filter(one => words.includes(one))
}

function countOption(
  args: VerbArguments,
  name: string,
  { from, io }: { readonly from: 0 | 1; readonly io: Io },
): number | undefined {
  const value = textOption(args, name)
  if (value === undefined) return undefined
  if (!/^\d{1,5}$/.test(value) || Number(value) < from)
    throw new WrongUse(cli[io.language]['observe.count-wanted']({ option: name, value, from: String(from) }))
  return Number(value)
}

/** The site's address, whole: a browser would guess what is missing, and that may be another site. */
export function siteAddress(value: string, { language }: Io): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw new WrongUse(cli[language]['observe.url-bad']({ value }))
  return url.href
}

function proxyOption(args: VerbArguments, { language }: Io): string | undefined {
  const asked = textOption(args, 'proxy')
    ?.replace(/^http:\/\//, '')
    .replace(/\/$/, '')
  if (asked === undefined || /^[^\s/@]+:\d{1,5}$/.test(asked)) return asked
  throw new WrongUse(cli[language]['observe.proxy-bad']({ value: asked }))
}

function refuseFile(file: string, error: unknown, { language }: Io): never {
  throw new WrongUse(cli[language]['file-unreadable']({ file, reason: reasonOf(error) }))
}

/** The addresses in a file, one a line; `#` begins a remark. */
async function readList(file: string, io: Io): Promise<readonly string[]> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(error => refuseFile(file, error, io))
  const lines = text.split(/\r?\n/).map(line => line.trim())
  const addresses = lines.filter(line => line !== '' && !line.startsWith('#')).map(line => siteAddress(line, io))
  if (addresses.length === 0) throw new WrongUse(cli[io.language]['observe.list-empty']({ file }))
  return addresses
}

function pagesFrom(args: VerbArguments, io: Io): Promise<NonNullable<ObserveOptions['from']>> {
  const list = textOption(args, 'list')
  if (flag(args, 'sitemap') && list !== undefined) throw new WrongUse(cli[io.language]['observe.pages-one'])
  if (list !== undefined) return readList(list, io)
  return Promise.resolve(flag(args, 'sitemap') ? 'sitemap' : 'links')
}

async function scriptOption(args: VerbArguments, io: Io): Promise<ObserveOptions['script']> {
  const file = textOption(args, 'script')
  if (file === undefined) return undefined
  const path = resolve(io.cwd, file)
  await access(path, constants.R_OK).catch(error => refuseFile(file, error, io))
  try {
    return { run: await loadScript(path), path }
  } catch (error) {
    if (!(error instanceof ScriptFault)) throw error
    const code = error.code === 'no-function' ? 'none' : error.code
    throw new WrongUse(cli[io.language]['observe.script-bad']({ file, code, detail: error.detail }))
  }
}

/** Everything but the address, and what it is told to and stopped by. */
export type LookAsked = Omit<ObserveOptions, 'url' | 'tell' | 'stop'>

/** What is not said is left out, so that the looking has its own defaults. */
const said = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

export async function lookOptions(args: VerbArguments, io: Io): Promise<LookAsked> {
  const resume = textOption(args, 'resume')
  const optional = said({
    engines: wordsOption(args, 'engine', { known: ENGINES, io }),
    states: wordsOption(args, 'states', { known: STATES, io }),
    pages: countOption(args, 'pages', { from: 1, io }),
    depth: countOption(args, 'depth', { from: 0, io }),
    seconds: countOption(args, 'time', { from: 1, io }),
    script: await scriptOption(args, io),
    resume: resume === undefined ? undefined : resolve(io.cwd, resume),
  })
  return {
    ...(optional as Partial<LookAsked>),
    from: await pagesFrom(args, io),
    ignoreRobots: flag(args, 'ignore-robots'),
    looking: {
      env: io.env,
      insecure: flag(args, 'insecure'),
      allowPrivate: flag(args, 'allow-private'),
      values: flag(args, 'keep-values'),
      ...(said({ proxy: proxyOption(args, io) }) as { proxy?: string }),
    },
  }
}
