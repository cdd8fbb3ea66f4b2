import { cli } from '../messages/index.ts'
import {
  type Report,
  reportHtml,
  reportJson,
  reportJunit,
  reportSarif,
  writeBaseline,
  writeText,
} from '../report/index.ts'
import type { FailOn } from './fail-on.ts'
import { createPaint } from './terminal.ts'
import { flag, type Io, textOption, type VerbArguments, type VerbOptions, WrongUse } from './verb.ts'
import { VERSION } from './version.ts'
import { writeNamed } from './write-named.ts'

/** What comes out, and where it goes. */
export const REPORT_OPTIONS = {
  json: { type: 'boolean' },
  sarif: { type: 'string' },
  junit: { type: 'string' },
  html: { type: 'string' },
  'write-baseline': { type: 'string' },
  reason: { type: 'string' },
  until: { type: 'string' },
} as const satisfies VerbOptions

const inLines = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** What each option's file holds. */
const FILES = {
  sarif: (all, { language }) => inLines(reportSarif(all, { language, version: VERSION })),
  junit: (all, { language }, { failOn }) => reportJunit(all, { language, failOn }),
  html: (all, { language }) => reportHtml(all, language),
  'write-baseline': ({ sites }, { language }, { reason, until }) =>
    writeBaseline(
      sites.flatMap(({ findings }) => findings),
      { reason, until, language },
    ),
} as const satisfies Record<string, (all: Report, io: Io, wish: FileWish) => string>

interface FileWish {
  readonly failOn: FailOn
  /** Of a baseline that is written: why its findings are let pass, and until which day. */
  readonly reason: string
  readonly until: string | null
}

/** A baseline without a reason is how findings are forgotten. */
export function fileWish(args: VerbArguments, failOn: FailOn, { language }: Io): FileWish {
  const [reason, until] = [textOption(args, 'reason') ?? '', textOption(args, 'until') ?? null]
  if (textOption(args, 'write-baseline') !== undefined && reason === '')
    throw new WrongUse(cli[language]['observe.reason-missing'])
  if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until))
    throw new WrongUse(cli[language]['observe.until-bad']({ value: until }))
  return { failOn, reason, until }
}

/** Writes the files asked for, and the rest to standard output. */
export async function writeReports(all: Report, { args, io, wish }: { args: VerbArguments; io: Io; wish: FileWish }) {
  for (const [option, contentOf] of Object.entries(FILES)) {
    const file = textOption(args, option)
    if (file !== undefined) await writeNamed(file, contentOf(all, io, wish), io)
  }
  const { language, colour } = io
  io.out(
    flag(args, 'json') ? inLines(reportJson(all, language)) : writeText(all, { language, paint: createPaint(colour) }),
  )
}
