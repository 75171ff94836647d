import 'server-only'
import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { ArchiveFault, refuseBomb } from '@/lib/files/archive'
import type { RawRow } from '@/lib/files/fault'
import { withinSheet } from '@/lib/files/sheet-bounds'
import { uploadedTable, type Asked, type UploadedTable } from '@/lib/files/uploaded-table'
import { log } from '@/lib/log'
import type { TableRow } from '@/lib/rules'

/** What the process that reads is asked, and what it answers, line by line: one message of a whole register would hold the server again. */
export type Order = { bytes: Uint8Array; asked: Asked }
export type Line = Exclude<UploadedTable, { is: 'table' }> | { is: 'header'; file: string; header: readonly string[] } | { is: 'rows'; rows: readonly RawRow[] } | { is: 'end' }

const BOUNDS = {
  /** a county's week of changes; what is smaller is read before a process would have started */
  here: { packed: 512 * 1024, bytes: 1024 * 1024, entries: 200, cells: 50_000 },
  /** a register of 400,000 lines takes ten seconds on a busy machine; what takes longer is stuck or means harm */
  timeMs: 90_000,
  heapMb: 2048,
}

/** Two registers at once would be twice the memory: one is read after the other. */
let before: Promise<unknown> = Promise.resolve()

/** `uploadedTable` of a file of any size: a large one is read by a process of its own, and the server goes on answering. */
export function readUploaded(bytes: Uint8Array, asked: Asked, timeMs = BOUNDS.timeMs): Promise<UploadedTable> {
  if (isSmall(bytes)) return uploadedTable(bytes, asked)
  const read = before.then(() => readApart({ bytes, asked }, timeMs))
  before = read.catch(() => undefined)
  return read
}

function isSmall(bytes: Uint8Array): boolean {
  if (bytes.byteLength > BOUNDS.here.packed) return false
  if (!Buffer.from(bytes.subarray(0, 2)).equals(Buffer.from('PK'))) return true
  try {
    refuseBomb(bytes, BOUNDS.here, () => withinSheet(BOUNDS.here.cells))
    return true
  } catch (error) {
    // What cannot be unpacked at all is told so at once.
    return error instanceof ArchiveFault && error.code === 'UNREADABLE'
  }
}

/** Starts with nothing of our environment: what reads a stranger's file must not find a key. */
function openRoom(): ChildProcess {
  return fork(path.join(/*turbopackIgnore: true*/ process.cwd(), 'lib/intake/reading-room.ts'), [], {
    execArgv: ['--conditions=react-server', '--import', 'tsx', `--max-old-space-size=${BOUNDS.heapMb}`],
    env: { NODE_ENV: 'production', PATH: process.env.PATH },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** A process that ends or takes too long is gone, and the file was too large. */
function readApart(order: Order, timeMs: number): Promise<UploadedTable> {
  const child = openRoom()
  return new Promise((resolve) => {
    let head: { file: string; header: readonly string[] } | null = null
    const rows: TableRow[] = []
    const answer = (read: UploadedTable) => {
      clearTimeout(limit)
      child.removeAllListeners()
      child.kill('SIGKILL')
      resolve(read)
    }
    const lost = (because: string) => {
      log.warn({ because }, 'a table could not be read')
      answer({ is: 'too-large' })
    }
    const limit = setTimeout(() => lost('time'), timeMs)
    child.on('message', (line: Line) => {
      if (line.is === 'header') head = line
      else if (line.is === 'rows') for (const row of line.rows) rows.push(named(row, head?.header ?? []))
      else if (line.is === 'end') answer(head ? { is: 'table', table: { file: head.file, header: head.header, rows } } : { is: 'no-table' })
      else answer(line)
    })
    child.once('exit', () => lost('ended'))
    child.on('error', () => lost('error'))
    child.send(order)
  })
}

function named({ line, cells }: RawRow, header: readonly string[]): TableRow {
  return { line, cells: Object.fromEntries(header.map((name, place) => [name, cells[place] ?? ''])) }
}
