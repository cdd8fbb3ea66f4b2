import { connect } from 'node:net'

/** A busy machine may take so long to begin an answer (milliseconds). */
const PATIENCE = 4000

/** Sends bytes as they are and gives back all that comes until the server ends, or until it has been quiet after it spoke. */
export function sendRaw(port: number, text: string | readonly string[], quietMs = 300): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    let got = ''
    const done = () => {
      socket.destroy()
      resolve(got)
    }
    let timer = setTimeout(done, Math.max(quietMs, PATIENCE))
    socket.setEncoding('latin1')
    socket.on('data', piece => {
      got += piece
      clearTimeout(timer)
      timer = setTimeout(done, quietMs)
    })
    socket.on('close', done)
    socket.on('error', done)
    const pieces = typeof text === 'string' ? [text] : text
    const write = (index: number) => {
      const piece = pieces[index]
      if (piece === undefined || socket.destroyed) return
      socket.write(piece, 'latin1')
      setTimeout(() => write(index + 1), 20)
    }
    write(0)
  })
}

export const statusOf = (answer: string): number => Number(answer.split(' ', 2)[1] ?? 0)
