import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runVerb } from '../../test/support/run-verb.ts'
import { verb } from './gateway.ts'

const SHOP = join(import.meta.dirname, '../../examples/shop')
const run = (values: Readonly<Record<string, string>>) =>
  runVerb(verb, [], { values: { to: 'http://127.0.0.1:9', ...values }, cwd: SHOP })

/** Does something while a port of this machine is taken. */
async function whileTaken<T>(act: (port: string) => Promise<T>): Promise<T> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    const address = server.address()
    return await act(String(typeof address === 'object' ? address?.port : ''))
  } finally {
    await new Promise(resolve => server.close(resolve))
  }
}

test('a port that is taken is told by the option that asked for it', async () => {
  const { code, talk } = await whileTaken(port => run({ port: '0', 'admin-port': port }))
  expect(talk).toContain('try --admin-port with another number')
  expect(code).toBe(2)
  expect((await whileTaken(port => run({ port }))).talk).toContain('try --port with another number')
})

test('a number that is no port is told by its option, and so are two that are the same', async () => {
  await expect(run({ 'admin-port': '99999' })).rejects.toThrow('--admin-port takes a number from 0 to 65535')
  await expect(run({ port: '4711', 'admin-port': '4711' })).rejects.toThrow('--port and --admin-port')
  await expect(run({ 'admin-port': '4601' })).rejects.toThrow('--port and --admin-port')
})
