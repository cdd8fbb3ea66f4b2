import { relative } from 'node:path'
import { cli } from '../messages/index.ts'
import { type LoadedPolicy, loadPolicy, type Service, type ServiceEvent, watchPolicy } from '../server/index.ts'
import { reasonOf } from './reason-of.ts'
import { storeFailureText } from './store-failure-text.ts'
import { tellFaults } from './tell-faults.ts'
import type { Io } from './verb.ts'

export type GoodPolicy = LoadedPolicy & { readonly ok: true }

/** The policy to begin with; null when what is wrong with the file has been told. */
export async function firstPolicy(file: string, verb: string, io: Io): Promise<GoodPolicy | null> {
  try {
    const loaded = await loadPolicy(file)
    if (!loaded.ok) tellFaults(loaded.issues, { file: relative(io.cwd, file), source: loaded.source }, io)
    return loaded.ok ? loaded : null
  } catch (error) {
    const reason = reasonOf(error)
    io.talk(`candor ${verb}: ${cli[io.language]['file-unreadable']({ file: relative(io.cwd, file), reason })}\n`)
    return null
  }
}

/** A change that does not compile is told of, and the policy that stands stays. */
export function followPolicy(file: string, service: Service, io: Io): void {
  const text = cli[io.language]
  void watchPolicy(
    file,
    change => {
      if (change.ok) {
        if (change.value.hash === service.policy.hash) return
        service.turnTo(change)
        io.talk(`${text['serve.reloaded']({ hash: change.value.hash })}\n`)
      } else if ('unreadable' in change) {
        io.talk(`${text['file-unreadable']({ file, reason: reasonOf(change.unreadable) })}\n${text['serve.kept']}\n`)
      } else {
        tellFaults(change.issues, { file: relative(io.cwd, file), source: change.source }, io)
        io.talk(`${text['serve.kept']}\n`)
      }
    },
    io.stop,
  )
}

/** What goes on in a service, for whoever watches the output. `url` is where its pages are. */
export function eventText(event: ServiceEvent, url: string, { language }: Io): string {
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

export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
