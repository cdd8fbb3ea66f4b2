import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import type { Issue, Policy } from '../model/index.ts'
import {
  type Current,
  createPublished,
  createSite,
  type Listening,
  listen,
  loadPolicy,
  watchPolicy,
} from '../server/index.ts'
import { findDeclaration } from './find-declaration.ts'
import { formatIssues } from './issue-list.ts'
import { reasonOf } from './reason-of.ts'
import { createPaint } from './terminal.ts'
import { type ExitCode, type Io, textOption, type Verb, type VerbArguments, WrongUse } from './verb.ts'

const DEFAULT_PORT = 4600

function portOption(args: VerbArguments, { language }: Io): number {
  const asked = textOption(args, 'port')
  if (asked === undefined) return DEFAULT_PORT
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535)
    throw new WrongUse(cli[language]['port-bad']({ value: asked }))
  return Number(asked)
}

/** Tells of what is wrong with the file; what is only a remark stays untold while it is served. */
function talkIssues(issues: readonly Issue[], io: Io): void {
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) io.talk(formatIssues(errors, io.language, createPaint(io.colour)))
}

async function firstPolicy(file: string, io: Io): Promise<Policy | null> {
  try {
    const loaded = await loadPolicy(file)
    if (!loaded.ok) talkIssues(loaded.issues, io)
    return loaded.ok ? loaded.value : null
  } catch (error) {
    io.talk(`candor serve: ${cli[io.language]['file-unreadable']({ file, reason: reasonOf(error) })}\n`)
    return null
  }
}

/** A change that does not compile is told of, and the policy that stands stays. */
function follow(file: string, current: Current, io: Io): void {
  const text = cli[io.language]
  watchPolicy(
    file,
    change => {
      if (change.ok) {
        if (change.value.hash === current.published.policy.hash) return
        current.published = createPublished(change.value)
        io.talk(`${text['serve.reloaded']({ hash: change.value.hash })}\n`)
      } else if ('unreadable' in change) {
        io.talk(`${text['file-unreadable']({ file, reason: reasonOf(change.unreadable) })}\n${text['serve.kept']}\n`)
      } else {
        talkIssues(change.issues, io)
        io.talk(`${text['serve.kept']}\n`)
      }
    },
    io.stop,
  )
}

async function open(current: Current, args: VerbArguments, io: Io): Promise<Listening | null> {
  const port = portOption(args, io)
  const host = textOption(args, 'host')
  try {
    const site = createSite(current)
    return await listen(request => site.fetch(request), { port, ...(host === undefined ? {} : { host }) })
  } catch (error) {
    io.talk(`candor serve: ${cli[io.language]['port-refused']({ port, reason: reasonOf(error) })}\n`)
    return null
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

export const verb: Verb = {
  options: { port: { type: 'string' }, host: { type: 'string' } },
  async run(args, io): Promise<ExitCode> {
    const file = args.positionals[0] === undefined ? await findDeclaration(io) : resolve(io.cwd, args.positionals[0])
    const policy = await firstPolicy(file, io)
    if (policy === null) return 2
    const current: Current = { published: createPublished(policy) }
    const listening = await open(current, args, io)
    if (listening === null) return 2
    follow(file, current, io)
    io.out(`${listening.url}\n`)
    await stopped(io.stop)
    await listening.drain()
    return 0
  },
}
