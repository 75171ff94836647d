import { setImmediate } from 'node:timers/promises'
import { uploadedTable } from '@/lib/files/uploaded-table'
import type { Line, Order } from './read-table'

/**
 * A process of its own, in which a large table is read: hundreds of megabytes of XML hold whoever reads them for seconds. It can
 * be killed at any moment: it has no database and no key. `read-table.ts` starts it and watches the clock.
 */
const AT_A_TIME = 2_000

async function work({ bytes, asked }: Order): Promise<void> {
  const read = await uploadedTable(bytes, asked)
  if (read.is !== 'table') return say(read)
  const { file, header, rows } = read.table
  say({ is: 'header', file, header })
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    say({ is: 'rows', rows: rows.slice(from, from + AT_A_TIME).map(({ line, cells }) => ({ line, cells: header.map((name) => cells[name] ?? '') })) })
    await setImmediate()
  }
  say({ is: 'end' })
}

function say(line: Line): void {
  process.send?.(line)
}

process.once('message', (order: Order) => {
  void work(order)
})
// Whoever asked is gone: nobody will kill this process any more, so it ends by itself.
process.on('disconnect', () => process.exit())
