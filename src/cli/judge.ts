import { LENGTH_LIMIT } from '../codec/compact/index.ts'
import { cli } from '../messages/index.ts'
import { LEVEL_PARTIES, type LevelReport, LIFETIMES } from '../model/index.ts'
import { isFileName } from './file-name.ts'
import { type Asked, askedAgents, requiredOf } from './judge-agents.ts'
import { judgeCases } from './judge-cases.ts'
import { judgeCookie } from './judge-cookie.ts'
import { declaredJson, declaredTable, declaredText } from './judge-declared.ts'
import { type JudgedInput, readJudgedFile } from './judge-input.ts'
import { cookiesText, judgeText, type Manner } from './judge-text.ts'
import { readLines } from './lines.ts'
import { judgeByPreferences, PREFERENCE_OPTIONS } from './preferences/judge-preferences.ts'
import { createPaint, printable } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'

/** The cookies to be judged: those declared, or one of each kind. */
const cookiesOf = ({ header, cookies }: JudgedInput) =>
  cookies ?? LEVEL_PARTIES.flatMap(party => LIFETIMES.map(lifetime => ({ party, lifetime, header })))

const isAccepted = (input: JudgedInput, required: readonly Asked[]): boolean =>
  required.every(({ agent, levels: [level = ''] }) =>
    cookiesOf(input).every(({ header, ...context }) => agent.decide(level, context, header).action === 'accept'),
  )

const reportsOf = ({ header }: JudgedInput, asked: readonly Asked[]): readonly (readonly [Asked, LevelReport])[] =>
  asked.map(one => [one, one.agent.report(header, one.levels)])

/** The form for programs. Fields may be added; none is renamed. */
function judgeJson(input: JudgedInput, asked: readonly Asked[]): object {
  const agents = Object.fromEntries(reportsOf(input, asked).map(([{ agent }, report]) => [agent.id, report]))
  if (input.cookies === null) return { agents }
  const cookies = input.cookies.map(({ header, party, lifetime, ...cookie }) => ({
    ...cookie,
    party,
    lifetime,
    header,
    verdicts: Object.fromEntries(
      asked.map(({ agent, levels }) => [
        agent.id,
        Object.fromEntries(levels.map(level => [level, agent.decide(level, { party, lifetime }, header)])),
      ]),
    ),
  }))
  return { agents, cookies }
}

function judgePlain(input: JudgedInput, asked: readonly Asked[], manner: Manner): string {
  return reportsOf(input, asked)
    .map(([{ agent, levels }, report]) => {
      const cookies = input.cookies === null ? '' : cookiesText(agent, levels, input.cookies, manner)
      return judgeText(agent, report, manner) + cookies
    })
    .join('\n')
}

async function judgeLines(asked: readonly Asked[], required: readonly Asked[], args: VerbArguments, io: Io) {
  const paint = createPaint(io.colour)
  const json = flag(args, 'json')
  let code: ExitCode = 0
  for await (const header of readLines(io.stdin(), LENGTH_LIMIT)) {
    const input = { header, cookies: null }
    io.out(
      json
        ? `${JSON.stringify(judgeJson(input, asked))}\n`
        : `${paint.cyan(printable(header))}\n${judgePlain(input, asked, { language: io.language, paint })}\n`,
    )
    if (!isAccepted(input, required)) code = 1
    if (io.stop.aborted) break
  }
  return code
}

export const verb: Verb = {
  options: {
    json: { type: 'boolean' },
    agent: { type: 'string' },
    require: { type: 'string' },
    cases: { type: 'string' },
    cookie: { type: 'string' },
    at: { type: 'string' },
    top: { type: 'string' },
    script: { type: 'boolean' },
    ...PREFERENCE_OPTIONS,
  },
  run: async (args, io) => {
    const { positionals: words } = args
    const [first] = words
    const cases = textOption(args, 'cases')
    if (cases !== undefined) return judgeCases(cases, io)
    const cookie = textOption(args, 'cookie')
    if (cookie !== undefined) return judgeCookie(cookie, args, io)
    const preferred = await judgeByPreferences(args, io)
    if (preferred !== null) return preferred
    if (first === undefined) throw new WrongUse(cli[io.language]['judge.nothing'])
    const asked = askedAgents(args, io)
    const required = requiredOf(asked, args, io)
    if (words.length === 1 && first === '-') return judgeLines(asked, required, args, io)

    const paint = createPaint(io.colour)
    const manner = { language: io.language, paint }
    let input: JudgedInput = { header: words.join(' '), cookies: null }
    if (words.length === 1 && isFileName(first)) {
      const read = await readJudgedFile(first, io)
      if (read === null) return 2
      input = read
    }
    const table = input.policy === undefined ? null : declaredTable(input.policy, new Date())
    const today = table === null ? {} : { browsers: declaredJson(table, io.language) }
    io.out(
      flag(args, 'json')
        ? `${JSON.stringify({ ...judgeJson(input, asked), ...today }, null, 2)}\n`
        : judgePlain(input, asked, manner) + (table === null ? '' : declaredText(table, manner)),
    )
    return isAccepted(input, required) ? 0 : 1
  },
}
