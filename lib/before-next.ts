import { subscribe } from 'node:diagnostics_channel'
import { Server, type IncomingMessage, type ServerResponse } from 'node:http'

/** Decides of a request whether those behind it ever hear of it: by `pass`, or with an answer of its own. */
export type Guard = (request: IncomingMessage, response: ServerResponse, pass: () => void) => void

/**
 * The server is Next's own and nobody hands it out; but Node announces each request before anyone reads it, and with it the
 * server. @param stand is given each server once, at its first request, with its listeners there already
 */
export function atEachServer(stand: (server: Server) => void): void {
  const known = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('server' in message) || !(message.server instanceof Server) || known.has(message.server)) return
    known.add(message.server)
    stand(message.server)
  })
}

/** Puts a guard before everybody who answers this server's requests so far; one that is put there later stands before it. */
export function putBefore(server: Server, guard: Guard): void {
  const within = server.listeners('request')
  server.removeAllListeners('request')
  server.on('request', (request, response) => guard(request, response, () => within.forEach((answer) => Reflect.apply(answer, server, [request, response]))))
}
