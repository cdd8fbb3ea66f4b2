import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import type { Issue } from '../model/index.ts'
import {
  createService,
  type Listening,
  type LoadedPolicy,
  listen,
  loadPolicy,
  type Service,
  type ServiceEvent,
  watchPolicy,
} from '../server/index.ts'
import { findDeclaration } from './find-declaration.ts'
import { formatIssues } from './issue-list.ts'
import { reasonOf } from './reason-of.ts'
import { receiptPlace } from './receipt-place.ts'
import { storeFailureText } from './store-failure-text.ts'
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

type GoodPolicy = LoadedPolicy & { readonly ok: true }

async function firstPolicy(file: string, io: Io): Promise<GoodPolicy | null> {
  try {
    const loaded = await loadPolicy(file)
    if (!loaded.ok) talkIssues(loaded.issues, io)
    return loaded.ok ? loaded : null
  } catch (error) {
    io.talk(`candor serve: ${cli[io.language]['file-unreadable']({ file, reason: reasonOf(error) })}\n`)
    return null
  }
}

/** A change that does not compile is told of, and the policy that stands stays. */
function follow(file: string, service: Service, io: Io): void {
  const text = cli[io.language]
  watchPolicy(
    file,
    change => {
      if (change.ok) {
        if (change.value.hash === service.policy.hash) return
        service.turnTo(change)
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

/** What goes on while it serves, for whoever watches the output. */
function eventText(event: ServiceEvent, url: string, { language }: Io): string {
  const text = cli[language]
  switch (event.kind) {
    case 'policy-adopted':
      return text['serve.adopted']({ hash: event.hash })
    case 'policy-refused':
      return text['serve.refused']
    case 'store-away':
      return text['serve.store-away']({ reason: storeFailureText(event.reason, language) })
    case 'store-back':
      return text['serve.store-back']
    case 'sharing-away':
      return text['serve.sharing-away']({ reason: storeFailureText(event.reason, language) })
    case 'sharing-back':
      return text['serve.sharing-back']
    case 'set-up':
      return text['serve.set-up']({ url: new URL(event.path, url).href })
    case 'pruned':
      return text['serve.pruned']({ count: event.count })
  }
}

async function open(fetch: Service['fetch'], args: VerbArguments, io: Io): Promise<Listening | null> {
  const port = portOption(args, io)
  const host = textOption(args, 'host')
  try {
    return await listen(fetch, { port, ...(host === undefined ? {} : { host }) })
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
  options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
  async run(args, io): Promise<ExitCode> {
    const place = receiptPlace(args, io)
    const file = args.positionals[0] === undefined ? await findDeclaration(io) : resolve(io.cwd, args.positionals[0])
    const first = await firstPolicy(file, io)
    if (first === null) return 2
    let url = ''
    const service = await createService({ first, place, tell: event => io.talk(`${eventText(event, url, io)}\n`) })
    const listening = await open((request, remote) => service.fetch(request, remote), args, io)
    if (listening === null) {
      await service.close()
      return 2
    }
    url = listening.url
    follow(file, service, io)
    io.out(`${url}\n`)
    service.warm()
    await stopped(io.stop)
    await listening.drain()
    await service.close()
    return 0
  },
}
