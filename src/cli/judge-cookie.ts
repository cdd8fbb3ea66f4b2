import {
  addressOf,
  BROWSER_AGENTS,
  type BrowserAgent,
  browserAgent,
  doesAsWished,
  repairCookie,
  standardQuestions,
  treatmentOf,
  wishFor,
} from '../judge/cookies/index.ts'
import { cli, sayCookieRepair, sayRule } from '../messages/index.ts'
import type { CookieCase } from '../model/index.ts'
import type { AskedCookie } from './asked-cookie.ts'
import { cookieText } from './judge-cookie-text.ts'
import { createPaint } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type VerbArguments, WrongUse } from './verb.ts'

function url(args: VerbArguments, name: string, io: Io): string | undefined {
  const value = textOption(args, name)
  if (value !== undefined && (addressOf(value) === null || !/^https?:/i.test(value)))
    throw new WrongUse(cli[io.language]['cookie.no-url']({ option: name, value }))
  return value
}

function askedBrowsers(args: VerbArguments, io: Io): readonly BrowserAgent[] {
  const names = textOption(args, 'agent')?.split(',')
  if (names === undefined) return BROWSER_AGENTS
  return names.map(name => {
    const agent = browserAgent(name.trim())
    if (agent !== null) return agent
    const agents = BROWSER_AGENTS.map(({ id }) => id).join(', ')
    throw new WrongUse(cli[io.language]['cookie.agent-unknown']({ agent: name, agents }))
  })
}

function readAsked(line: string, args: VerbArguments, io: Io): AskedCookie {
  const at = url(args, 'at', io)
  if (at === undefined) throw new WrongUse(cli[io.language]['cookie.no-at'])
  const top = url(args, 'top', io) ?? at
  const via = flag(args, 'script') ? 'script' : 'header'
  const set: CookieCase['set'] = { via, url: at, top, ancestors: [], method: 'GET', navigation: top === at }
  const asked = { now: new Date().toISOString(), set, cookie: line, ask: standardQuestions(set) }
  const verdicts = askedBrowsers(args, io).map(agent => {
    return [agent, agent.judge({ ...asked, id: agent.id, agent: agent.id })] as const
  })
  const answers = verdicts.map(([, verdict]) => verdict)
  const wish = wishFor(set, answers)
  const fine = answers.every(verdict => doesAsWished(verdict, wish))
  return { asked, verdicts, fine, repairs: repairCookie(asked, wish) }
}

/** The form for programs. Fields may be added; none is renamed. */
function cookieJson({ asked, verdicts, repairs }: AskedCookie, { language }: Io): object {
  const { cookie, set, ask } = asked
  return {
    cookie,
    set,
    questions: ask,
    agents: Object.fromEntries(
      verdicts.map(([{ id, version }, verdict]) => {
        const { id: _, rule, data, ...answer } = verdict
        const { outcome } = treatmentOf(verdict)
        return [id, { version, outcome, ...answer, rule, because: sayRule(rule, data, language) }]
      }),
    ),
    repairs: repairs.map(({ treatments, ...repair }) => ({
      ...repair,
      outcomes: Object.fromEntries(Object.entries(treatments).map(([id, { outcome }]) => [id, outcome])),
      text: sayCookieRepair({ ...repair, treatments }, language),
    })),
  }
}

/** `judge --cookie LINE --at URL`: what each browser does with one cookie, why, and what would mend it. */
export function judgeCookie(line: string, args: VerbArguments, io: Io): ExitCode {
  const read = readAsked(line, args, io)
  io.out(
    flag(args, 'json')
      ? `${JSON.stringify(cookieJson(read, io), null, 2)}\n`
      : cookieText(read, { language: io.language, paint: createPaint(io.colour) }),
  )
  return 0
}
