import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import pg from 'pg'

/**
 * Loaded into the application before itself (`--import`): a request that brings a mark has it put before each of its
 * statements, so that the database's own log says how long which page kept it busy.
 */
const marks = new AsyncLocalStorage()

const { emit } = Server.prototype
Server.prototype.emit = function (event, ...given) {
  const mark = event === 'request' ? given[0].headers['x-bench-mark'] : undefined
  return mark === undefined ? emit.call(this, event, ...given) : marks.run(mark, () => emit.call(this, event, ...given))
}

const marked = (text) => `/*bench:${marks.getStore()}*/${text}`

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (asked, ...given) {
  if (marks.getStore() === undefined) return query.call(this, asked, ...given)
  if (typeof asked === 'string') return query.call(this, marked(asked), ...given)
  return query.call(this, typeof asked?.text === 'string' && typeof asked.submit !== 'function' ? { ...asked, text: marked(asked.text) } : asked, ...given)
}
