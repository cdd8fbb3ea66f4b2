import { connect } from 'node:net'
import { PATIENCE_MS } from './patience.ts'

/** Quiet is counted in turns of this process, not in time: who is kept from the processor hears what has come first. */
const TURN_MS = 10

/** Sends bytes as they are and gives back all that comes until the server ends, or until it has been quiet after it spoke. */
export function sendRaw(port: number, text: string | readonly string[], quietMs = 100): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let got = ''
    let turnsLeft = PATIENCE_MS / TURN_MS
    const turn = setInterval(() => {
      if (--turnsLeft <= 0) done()
    }, TURN_MS)
    const done = () => {
      clearInterval(turn)
      socket.destroy()
      resolve(got)
    }
    socket.setEncoding('latin1')
    socket.on('data', piece => {
      got += piece
      turnsLeft = quietMs / TURN_MS
    })
    socket.on('close', done)
    socket.on('error', done)
    const pieces = typeof text === 'string' ? [text] : text
    const write = (index: number) => {
      const piece = pieces[index]
      if (piece === undefined || socket.destroyed) return
      socket.write(piece, 'latin1')
      setTimeout(() => write(index + 1), 2 * TURN_MS)
    }
    write(0)
  })
}

export const statusOf = (answer: string): number => Number(answer.split(' ', 2)[1] ?? 0)
