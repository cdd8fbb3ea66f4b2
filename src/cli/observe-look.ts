import { join } from 'node:path'
import { cli, type Language, report } from '../messages/index.ts'
import type { GapReason, SiteObservation } from '../model/index.ts'
import { JournalFault, observeSite, type Progress } from '../observe/index.ts'
import { gapOf, sayGap } from '../report/index.ts'
import type { LookAsked } from './observe-options.ts'
import { type Io, WrongUse } from './verb.ts'

/** A line that writes itself over, for a person who waits. */
function createProgress({ interactive, language, talk }: Io) {
  if (!interactive) return { tell: () => {}, clear: () => {} }
  const text = cli[language]
  const words = report[language]
  return {
    tell: (progress: Progress) => {
      if (progress.kind === 'scout') talk(`\r\u001b[K${text['observe.scout']}`)
      if (progress.kind !== 'page') return
      const { state, done, all } = progress
      talk(`\r\u001b[K${text['observe.progress']({ state: words[`state.${state}`], done, all })}`)
    },
    clear: () => talk('\r\u001b[K'),
  }
}

/** What was kept of another crawl cannot be gone on with: said, not guessed at. */
function refuseJournal({ code, names, path }: JournalFault, { language }: Io): never {
  const [reason = ''] = names
  if (code === 'unwritable') throw new WrongUse(cli[language]['file-unwritable']({ file: path, reason }))
  const differing = code === 'differs' ? names.join(', ') : 'none'
  throw new WrongUse(cli[language]['observe.resume-bad']({ path, differing }))
}

/** Several sites keep what was seen apart from each other. */
const withFolder = (look: LookAsked, url: string, among: number): LookAsked =>
  look.resume === undefined || among === 1
    ? look
    : { ...look, resume: join(look.resume, new URL(url).host.replace(':', '-')) }

/** Looks at one site after the other; null: it was stopped. */
export async function lookAt(
  urls: readonly string[],
  look: LookAsked,
  io: Io,
): Promise<readonly SiteObservation[] | null> {
  const { tell, clear } = createProgress(io)
  const sites: SiteObservation[] = []
  try {
    for (const url of urls)
      sites.push(await observeSite({ ...withFolder(look, url, urls.length), url, tell, stop: io.stop }))
  } catch (error) {
    if (error instanceof JournalFault) refuseJournal(error, io)
    if (!io.stop.aborted) throw error
  } finally {
    clear()
  }
  if (!io.stop.aborted) return sites
  io.talk(`${cli[io.language][look.resume === undefined ? 'observe.stopped' : 'observe.stopped-resume']}\n`)
  return null
}

/** The site was not reached: mistyped, or not running. */
const NOT_REACHED: readonly GapReason[] = ['no-such-host', 'name-unknown', 'nobody-answers', 'cut-off', 'network']

/** What helps where nothing came of a site; empty where nothing is known to. */
export function adviceFor(why: GapReason, language: Language): string {
  const text = cli[language]
  if (why === 'private-address') return text['observe.advice.private']
  return NOT_REACHED.includes(why) ? text['observe.advice.network'] : ''
}

/** Why nothing came of it, in a few words, and what to try. */
export function sayFailed(site: SiteObservation, { language }: Io): string {
  const gap = gapOf(site)
  const reason = gap === undefined ? report[language]['why.failed'] : sayGap(gap, language)
  const failed = cli[language]['observe.failed']({ url: site.url, reason })
  const advice = gap === undefined ? '' : adviceFor(gap.why, language)
  return advice === '' ? failed : `${failed}. ${advice}`
}
