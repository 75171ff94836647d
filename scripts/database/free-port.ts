import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * Below the ports that systems lend to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of those may be
 * lent in the seconds between our look and our listening, and again while a program that listened on it is started anew.
 */
const FIRST = 20_000
const END = 32_000
const LOOKS = 50

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const chosen = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(chosen))
    })
  })
}

/** A port of this machine's loopback that nobody listens on: `wished` where it is free. */
export async function freePort(wished?: number): Promise<number> {
  if (wished !== undefined && (await isFree(wished))) return wished
  for (let look = 0; look < LOOKS; look++) {
    const port = randomInt(FIRST, END)
    if (await isFree(port)) return port
  }
  return listenOnce(0, '127.0.0.1')
}

export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listenOnce(port, host)
    return true
  } catch {
    return false
  }
}
