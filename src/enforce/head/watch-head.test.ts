import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askingPolicy } from '../../../test/support/door-policy.ts'
import { sendRaw } from '../../../test/support/raw-http.ts'
import { createDoor, type DoorMode, withDoor } from '../node.ts'

/** Something an application does to its response; says itself what, where a test fails. */
type Step = readonly [does: keyof typeof STEPS, ...given: unknown[]]

const STEPS = {
  setHeader: (response: ServerResponse, name: string, value: string | string[]) => response.setHeader(name, value),
  appendHeader: (response: ServerResponse, name: string, value: string | string[]) =>
    response.appendHeader(name, value),
  setHeaders: (response: ServerResponse, given: [string, string | string[]][]) => response.setHeaders(new Map(given)),
  removeHeader: (response: ServerResponse, name: string) => response.removeHeader(name),
  flushHeaders: (response: ServerResponse) => response.flushHeaders(),
  write: (response: ServerResponse) => response.write('piece'),
  writeContinue: (response: ServerResponse) => response.writeContinue(),
  status: (response: ServerResponse, status: number) => {
    response.statusCode = status
  },
  writeHead: (response: ServerResponse, status: number, given: never) => response.writeHead(status, given),
  writeHeadSaying: (response: ServerResponse, given: never) => response.writeHead(200, 'Fine', given),
}

const cookie = fc.constantFrom(
  'session=s1; Path=/',
  '_stats=1; Path=/; Max-Age=99999999',
  'other=1',
  'basket=2; HttpOnly',
  '=bad',
  'a b',
)
const name = fc.constantFrom('Set-Cookie', 'set-cookie', 'SET-COOKIE', 'X-A', 'x-a', 'Content-Type', 'P3P', 'Vary')
const value = fc.oneof(cookie, fc.constantFrom('v', 'CP="NOI"', ''), fc.array(cookie, { maxLength: 3 }))
const pairs = fc.array(fc.tuple(name, value), { maxLength: 4 })
const given = fc.oneof(
  fc.constant(undefined),
  pairs.map(list => Object.fromEntries(list)),
  fc.array(fc.tuple(name, cookie), { maxLength: 4 }).map(list => list.flat()),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom('setHeader' as const, 'appendHeader' as const), name, value),
  fc.tuple(fc.constant('setHeaders' as const), pairs),
  fc.tuple(fc.constant('removeHeader' as const), name),
  fc.tuple(fc.constantFrom('flushHeaders' as const, 'write' as const, 'writeContinue' as const)),
  fc.tuple(fc.constant('status' as const), fc.constantFrom(204, 304, 404)),
  fc.tuple(fc.constant('writeHead' as const), fc.constantFrom(200, 302, 304, 103, 500), given),
  fc.tuple(fc.constant('writeHeadSaying' as const), given),
)
const program = fc.array(step, { maxLength: 6 })

let running: readonly Step[] = []

/** Does all of it, whatever fails, and says in the end what did. */
const application: RequestListener = (_, response) => {
  const failed: string[] = []
  for (const [does, ...words] of running) {
    try {
      // node:http keeps the very arrays it is given, and adds to them.
      STEPS[does](response, ...(structuredClone(words) as [never, never]))
    } catch (error) {
      failed.push(`${does} ${(error as NodeJS.ErrnoException).code}`)
    }
  }
  response.end(failed.join())
}

const COOKIES = /^(?:set-cookie|p3p|vary): .*\r\n/gim
const withoutDate = (answer: string): string => answer.replace(/^Date: .*\r\n/gm, '')
/** RFC 9110, 15.2: browsers take no cookies from what comes before the answer. */
const withoutInformation = (answer: string): string => answer.replace(/HTTP\/1\.1 1\d\d.*\r\n(?:.+\r\n)*\r\n/g, '')
const isDeclared = (cookieName: string): boolean => cookieName === 'session' || cookieName === 'basket'
const namesOf = (answer: string): string[] =>
  [...answer.matchAll(/^set-cookie: ([^=;\r]*)/gim)].map(([, cookieName = '']) => cookieName)

describe('whatever an application does to its response', () => {
  const servers: Server[] = []
  const ports: Record<string, number> = {}
  beforeAll(async () => {
    const kept = (mode: DoorMode) => withDoor(createDoor(askingPolicy(), { mode }), application)
    for (const [key, listener] of Object.entries({
      bare: application,
      report: kept('report'),
      enforce: kept('enforce'),
    })) {
      const server = createServer(listener)
      servers.push(server)
      await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
      ports[key] = (server.address() as AddressInfo).port
    }
  })
  afterAll(() => {
    for (const server of servers) server.close()
  })

  const answer = async (key: string): Promise<string> =>
    withoutDate(await sendRaw(ports[key] ?? 0, 'GET /a HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n'))

  test('nothing is otherwise in mode report, and nothing but cookies and the policy in mode enforce', async () => {
    await fc.assert(
      fc.asyncProperty(program, async steps => {
        running = steps
        const bare = await answer('bare')
        expect(await answer('report')).toBe(bare)
        const enforced = await answer('enforce')
        expect(enforced.replace(COOKIES, '')).toBe(bare.replace(COOKIES, ''))
        const got = namesOf(withoutInformation(enforced))
        expect(got).toEqual(expect.arrayContaining(namesOf(withoutInformation(bare)).filter(isDeclared)))
        expect(got.filter(one => !isDeclared(one))).toEqual([])
      }),
      {
        numRuns: 300,
        examples: [
          [
            [
              ['setHeader', 'Set-Cookie', ['session=s1', 'basket=2', 'other=1']],
              ['writeHead', 200, ['X-A', 'b']],
            ],
          ],
          [[['writeHead', 200, ['Set-Cookie', 'session=s1', 'Set-Cookie', 'basket=2', 'Set-Cookie', 'other=1']]]],
        ],
      },
    )
  })
})
