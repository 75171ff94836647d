import { createServer } from 'node:net'

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
  return listenOnce(0, '127.0.0.1')
}

/** Several at once, far enough apart for what stands beside each. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = []
  while (ports.length < count) {
    const next = await freePort()
    if (ports.every((port) => Math.abs(port - next) > 1)) ports.push(next)
  }
  return ports
}

export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  try {
    await listenOnce(port, host)
    return true
  } catch {
    return false
  }
}
