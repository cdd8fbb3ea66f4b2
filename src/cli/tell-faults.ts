import { byPlace } from '../declare/index.ts'
import type { Issue } from '../model/index.ts'
import { placedIssues } from './placed-issues.ts'
import { createPaint } from './terminal.ts'
import type { Io } from './verb.ts'

/** A file that cannot be used as it is. */
export interface FaultyFile {
  /** As the person would name it. */
  readonly file: string
  readonly source: Uint8Array
}

/** Tells what keeps a file from being used, as `candor check` does; what is only a remark is left to that. */
export function tellFaults(issues: readonly Issue[], { file, source }: FaultyFile, io: Io): void {
  const errors = issues.filter(({ severity }) => severity === 'error').sort(byPlace)
  const { language, colour, interactive, talk } = io
  const shown = interactive ? new TextDecoder().decode(source) : undefined
  talk(placedIssues(errors, { file, language, paint: createPaint(colour), source: shown }))
}
