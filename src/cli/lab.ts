import { dirname, join, resolve } from 'node:path'
import { makeFolder } from '../files/index.ts'
import {
  type AgentRun,
  answersNdjson,
  casesNdjson,
  isClean,
  LAB_AGENT_IDS,
  LAB_AGENTS,
  type LabAgent,
  type LabRun,
  labJson,
  matrixHtml,
  ranAgents,
  recordRun,
  runLab,
  trialFor,
  writeRecord,
} from '../lab/index.ts'
import { lab } from '../messages/index.ts'
import { endedText, labText } from './lab-text.ts'
import { createPaint } from './terminal.ts'
import { type ExitCode, flag, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'
import { writeNamed } from './write-named.ts'

const listOption = ({ values }: VerbArguments, name: string): readonly string[] => {
  const value = values[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** The browsers of the engines and modes asked for; of none, all. */
function chosenAgents(args: VerbArguments, io: Io): readonly LabAgent[] {
  const wanted = {
    agent: listOption(args, 'agent'),
    engine: listOption(args, 'engine'),
    mode: listOption(args, 'mode'),
  }
  const fits = (list: readonly string[], value: string) => list.length === 0 || list.includes(value)
  const chosen = LAB_AGENT_IDS.filter(id => {
    const { engine, mode } = LAB_AGENTS[id]
    return fits(wanted.agent, id) && fits(wanted.engine, engine) && fits(wanted.mode, mode)
  })
  if (chosen.length > 0) return chosen
  const browsers = LAB_AGENT_IDS.map(id => `${id} (${LAB_AGENTS[id].engine}, ${LAB_AGENTS[id].mode})`).join(', ')
  throw new WrongUse(lab[io.language]['nothing-chosen']({ browsers }))
}

async function writeTo(path: string, text: string, io: Io): Promise<void> {
  // What stands in the way of a folder is told by the writing.
  await makeFolder(dirname(resolve(io.cwd, path))).catch(() => undefined)
  await writeNamed(path, text, io)
}

/** The files asked for. */
async function writeFiles(run: LabRun, args: VerbArguments, io: Io): Promise<void> {
  const [folder, html, cases] = [textOption(args, 'out'), textOption(args, 'html'), textOption(args, 'cases-out')]
  const record = textOption(args, 'record')
  if (record !== undefined) await writeTo(record, writeRecord(recordRun(run, flag(args, 'patient'))), io)
  if (html !== undefined) await writeTo(html, matrixHtml(run, io.language), io)
  if (cases !== undefined) await writeTo(cases, casesNdjson(run), io)
  if (folder === undefined) return
  await writeTo(join(folder, 'lab.html'), matrixHtml(run, io.language), io)
  await writeTo(join(folder, 'lab.json'), `${JSON.stringify(labJson(run), null, 2)}\n`, io)
  await writeTo(join(folder, 'cases.ndjson'), casesNdjson(run), io)
  await writeTo(join(folder, 'answers.ndjson'), answersNdjson(run), io)
}

const exitCode = (run: LabRun): ExitCode => (ranAgents(run).length === 0 ? 3 : isClean(run) ? 0 : 1)

export const verb: Verb = {
  options: {
    agent: { type: 'string', multiple: true },
    engine: { type: 'string', multiple: true },
    mode: { type: 'string', multiple: true },
    core: { type: 'boolean' },
    patient: { type: 'boolean' },
    case: { type: 'string', multiple: true },
    'cases-out': { type: 'string' },
    json: { type: 'boolean' },
    html: { type: 'string' },
    record: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (args, io) => {
    const text = lab[io.language]
    const only = listOption(args, 'case')
    const options = { core: flag(args, 'core'), patient: flag(args, 'patient'), only }
    const { cases, jars } = trialFor(new Date(), options)
    if (cases.length + jars.length === 0) throw new WrongUse(text['no-case']({ only: only.join(', ') }))
    const ended = (run: AgentRun) => io.talk(`${endedText(run, io.language)}\n`)
    let run: LabRun
    try {
      run = await runLab({ ...options, agents: chosenAgents(args, io), env: io.env, stop: io.stop, ended })
    } catch (error) {
      if (!io.stop.aborted) throw error
      io.talk(`${text.stopped}\n`)
      return 3
    }
    await writeFiles(run, args, io)
    io.out(
      flag(args, 'json')
        ? `${JSON.stringify(labJson(run), null, 2)}\n`
        : labText(run, { language: io.language, paint: createPaint(io.colour) }),
    )
    if (ranAgents(run).length === 0) io.talk(`${text['none-ran']}\n`)
    return exitCode(run)
  },
}
