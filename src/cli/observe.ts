import { cli } from '../messages/index.ts'
import type { SiteObservation, State } from '../model/index.ts'
import { makeReport, readBaseline, readOcd, reportedSeverities, wasSeen } from '../report/index.ts'
import { exitCodeOf, FAIL_ON_OPTION, failOnOption } from './fail-on.ts'
import { LOOK_OPTIONS } from './look-options.ts'
import { declaredPolicy } from './observe-declaration.ts'
import { fileOption } from './observe-file.ts'
import { lookAt, sayFailed } from './observe-look.ts'
import { lookOptions, siteAddress } from './observe-options.ts'
import { fileWish, REPORT_OPTIONS, writeReports } from './observe-reports.ts'
import { type ExitCode, flag, type Io, type Verb, WrongUse } from './verb.ts'

/** What was asked for by name and could not be seen: of these nothing was found, and that is no praise. */
function unseen(sites: readonly SiteObservation[], asked: readonly State[] | undefined, io: Io): boolean {
  const text = cli[io.language]
  for (const site of sites.filter(one => !wasSeen(one))) io.talk(`${sayFailed(site, io)}\n`)
  const missing = (asked ?? []).filter(state => sites.some(site => wasSeen(site) && site.states[state] !== 'seen'))
  if (missing.length > 0) io.talk(`${text['observe.unseen']({ states: missing.join(', ') })}\n`)
  return missing.length > 0 || !sites.every(wasSeen)
}

export const verb: Verb = {
  options: {
    ...LOOK_OPTIONS,
    ...REPORT_OPTIONS,
    ...FAIL_ON_OPTION,
    declaration: { type: 'string' },
    baseline: { type: 'string' },
    ocd: { type: 'string' },
  },
  async run(args, io): Promise<ExitCode> {
    const text = cli[io.language]
    if (args.positionals.length === 0) throw new WrongUse(text['observe.no-url'])
    const urls = args.positionals.map(value => siteAddress(value, io))
    const failOn = failOnOption(args, io)
    const wish = fileWish(args, failOn, io)
    const look = await lookOptions(args, io)
    const declared = await declaredPolicy(args, io)
    const baseline = await fileOption(args, 'baseline', { read: readBaseline, io })
    const known = await fileOption(args, 'ocd', { read: readOcd, io })
    if (declared === null && !flag(args, 'json')) io.talk(`${text['observe.no-declaration']({ url: urls[0] ?? '' })}\n`)
    const sites = await lookAt(urls, look, io)
    if (sites === null) return 3
    const all = makeReport({
      sites,
      declared,
      today: new Date().toISOString(),
      ...(baseline === undefined ? {} : { baseline }),
      ...(known === undefined ? {} : { known }),
    })
    await writeReports(all, { args, io, wish })
    const isBlind = unseen(sites, look.states, io)
    const found = exitCodeOf(reportedSeverities(all), failOn)
    return found === 0 && isBlind ? 3 : found
  },
}
