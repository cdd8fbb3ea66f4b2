import { readFile, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { relative, resolve } from 'node:path'
import { cli, survey as messages } from '../messages/index.ts'
import {
  digest,
  mergeSummaries,
  readSummaries,
  SURVEY_FORMATS,
  type Summary,
  type SurveyFormat,
  type SurveyInput,
  survey,
  writeSurveyHtml,
  writeSurveyText,
} from '../survey/index.ts'
import { reasonOf } from './reason-of.ts'
import { printable } from './terminal.ts'
import { flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'
import { writeNamed } from './write-named.ts'

const MEGABYTE = 1 << 20
const PROGRESS_EVERY_MS = 100

function formatOption(args: VerbArguments, io: Io): SurveyFormat | undefined {
  const asked = textOption(args, 'format')
  if (asked === undefined || (SURVEY_FORMATS as readonly string[]).includes(asked))
    return asked as SurveyFormat | undefined
  throw new WrongUse(cli[io.language]['survey.format-unknown']({ format: asked, formats: SURVEY_FORMATS.join(', ') }))
}

function countOption(args: VerbArguments, name: string, { language }: Io): number | undefined {
  const asked = textOption(args, name)
  if (asked === undefined) return undefined
  if (!/^\d{1,4}$/.test(asked)) throw new WrongUse(cli[language]['number-wanted']({ option: name, value: asked }))
  return Number(asked)
}

/** A line that writes itself over, for a person who waits. */
function createProgress(io: Io): { readonly show?: (bytes: number) => void; readonly clear: () => void } {
  if (!io.interactive) return { clear: () => {} }
  let last = 0
  return {
    show: bytes => {
      const now = performance.now()
      if (now - last < PROGRESS_EVERY_MS) return
      last = now
      io.talk(`\r${messages[io.language].progress({ megabytes: Math.round(bytes / MEGABYTE) })} `)
    },
    clear: () => io.talk('\r\u001b[K'),
  }
}

const namesOf = ({ positionals }: VerbArguments): readonly string[] => (positionals.length === 0 ? ['-'] : positionals)

/** A folder is told of before hours of counting, by the name it was given. */
async function refuseFolders(names: readonly string[], { cwd, language }: Io): Promise<void> {
  for (const file of names.filter(name => name !== '-'))
    if ((await stat(resolve(cwd, file))).isDirectory())
      throw new WrongUse(cli[language]['file-unreadable']({ file, reason: 'EISDIR' }))
}

async function count(args: VerbArguments, io: Io): Promise<Summary> {
  const names = namesOf(args)
  const inputs = names.map(
    (name): SurveyInput => (name === '-' ? { stream: io.stdin() } : { path: resolve(io.cwd, name) }),
  )
  const format = formatOption(args, io)
  const cores = availableParallelism()
  const workers = countOption(args, 'workers', io) ?? (cores > 1 ? cores : 0)
  const { show, clear } = createProgress(io)
  try {
    return await survey(inputs, {
      workers,
      signal: io.stop,
      ...(format && { format }),
      ...(show && { progress: show }),
    })
  } finally {
    clear()
  }
}

async function merge(args: VerbArguments, io: Io): Promise<Summary> {
  const texts = await Promise.all(
    namesOf(args).map(async name => ({
      name,
      text:
        name === '-' ? Buffer.from(await io.readAll()).toString('utf8') : await readFile(resolve(io.cwd, name), 'utf8'),
    })),
  )
  const parts = texts.flatMap(({ name, text }) => {
    const summaries = readSummaries(text)
    if (summaries === null)
      throw new WrongUse(
        cli[io.language]['survey.no-summary']({
          file: name === '-' ? cli[io.language]['standard-input'] : name,
        }),
      )
    return summaries
  })
  return parts.reduce(mergeSummaries)
}

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'path' in error

export const verb: Verb = {
  options: {
    format: { type: 'string' },
    workers: { type: 'string' },
    top: { type: 'string' },
    merge: { type: 'boolean' },
    json: { type: 'boolean' },
    'summary-only': { type: 'boolean' },
    html: { type: 'string' },
  },
  async run(args, io) {
    const top = countOption(args, 'top', io) ?? 20
    try {
      await refuseFolders(namesOf(args), io)
      const summary = await (flag(args, 'merge') ? merge(args, io) : count(args, io))
      const html = textOption(args, 'html')
      if (html !== undefined) await writeNamed(html, writeSurveyHtml(digest(summary, top), io.language), io)
      if (flag(args, 'summary-only')) io.out(`${JSON.stringify(summary)}\n`)
      else if (flag(args, 'json')) io.out(`${JSON.stringify({ ...summary, digest: digest(summary, top) }, null, 2)}\n`)
      else io.out(writeSurveyText(digest(summary, top), io.language, printable))
      return summary.records === 0 && summary.unreadable > 0 ? 2 : 0
    } catch (error) {
      if (io.stop.aborted) return 2
      if (!isFileError(error)) throw error
      const file = relative(io.cwd, error.path ?? '')
      throw new WrongUse(cli[io.language]['file-unreadable']({ file, reason: reasonOf(error) }))
    }
  },
}
