import { resolve } from 'node:path'
import { cli } from '../messages/index.ts'
import { isLoopback } from '../model/index.ts'
import { createService, type Listening, listen, type Service } from '../server/index.ts'
import { askedDeclaration } from './find-declaration.ts'
import { portOption } from './port-option.ts'
import { reasonOf } from './reason-of.ts'
import { receiptPlace } from './receipt-place.ts'
import { eventText, firstPolicy, followPolicy, stopped } from './service-talk.ts'
import { type ExitCode, type Io, textOption, type Verb, type VerbArguments } from './verb.ts'

const DEFAULT_PORT = 4600

async function open(fetch: Service['fetch'], args: VerbArguments, io: Io): Promise<Listening | null> {
  const port = portOption(args, 'port', io) ?? DEFAULT_PORT
  const host = textOption(args, 'host')
  try {
    const listening = await listen(fetch, { port, ...(host === undefined ? {} : { host }) })
    // Browsers trust what comes from the machine itself without TLS (Secure Contexts, 3.1).
    if (host !== undefined && !isLoopback(host)) io.talk(`${cli[io.language]['serve.needs-tls']({ host })}\n`)
    return listening
  } catch (error) {
    io.talk(`candor serve: ${cli[io.language]['port-refused']({ option: 'port', port, reason: reasonOf(error) })}\n`)
    return null
  }
}

export const verb: Verb = {
  options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
  async run(args, io): Promise<ExitCode> {
    const place = receiptPlace(args, io)
    const file = resolve(io.cwd, await askedDeclaration(args, io))
    const first = await firstPolicy(file, 'serve', io)
    if (first === null) return 2
    let url = ''
    const service = await createService({ first, place, tell: event => io.talk(`${eventText(event, url, io)}\n`) })
    const listening = await open((request, remote) => service.fetch(request, remote), args, io)
    if (listening === null) {
      await service.close()
      return 2
    }
    url = listening.url
    followPolicy(file, service, io)
    io.out(`${url}\n`)
    service.warm()
    await stopped(io.stop)
    await listening.drain()
    await service.close()
    return 0
  },
}
