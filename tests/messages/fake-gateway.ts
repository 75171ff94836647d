import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { z } from 'zod'

type Received = { id: string; phone: string; text: string; key: string | undefined; token: string | undefined }

const sms = z.object({ id: z.string(), phone: z.string(), text: z.string() })

/** A text-message gateway on loopback. It answers with the next of `says`, the last of them for ever; `hang` says nothing. */
export async function fakeGateway(...says: (number | 'hang')[]) {
  const received: Received[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      received.push({ ...sms.parse(JSON.parse(body)), key: request.headers['idempotency-key']?.toString(), token: request.headers.authorization })
      const status = says[Math.min(received.length, says.length) - 1]
      if (status === undefined || status === 'hang') return
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ reference: `sms-${received.length}` }))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/send`,
    received,
    stop: () => new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
