import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import { IncomingMessage } from 'node:http'

/** Set by us on every request, over whatever it brought: the address at the other end of the connection. */
export const PEER_HEADER = 'x-ruxue-peer'

/**
 * Next keeps an X-Forwarded-For that the client wrote and tells nobody who the peer was. Node announces each request
 * before anyone reads it: there the peer is written down.
 */
export function notePeers(): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return
    const { request } = message
    if (request instanceof IncomingMessage) request.headers[PEER_HEADER] = request.socket.remoteAddress ?? 'unknown'
  })
}
