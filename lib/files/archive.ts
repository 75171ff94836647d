import 'server-only'
import { Unzip, UnzipInflate, zipSync } from 'fflate'

/** An archive that is none, is damaged, or holds more than it may. */
export class ArchiveFault extends Error {
  constructor(readonly code: 'UNREADABLE' | 'TOO_LARGE') {
    super(code)
    this.name = 'ArchiveFault'
  }
}

type Bounds = { /** of all that is in it together, unpacked */ bytes: number; entries: number }
type Entry = { name: string; content: Uint8Array }

/** So little is unpacked at a time that a bomb is noticed before it has gone off: deflate makes at most 1,032 bytes of one. */
const PIECE = 16 * 1024

/**
 * The files of a .zip whose names are wanted, unpacked within bounds: what an archive says of its own sizes is not believed.
 * Names are only compared and shown, never opened.
 * @throws ArchiveFault
 */
export function readArchive(archive: Uint8Array, wanted: (name: string) => boolean, bounds: Bounds): Entry[] {
  const found: { name: string; pieces: Uint8Array[] }[] = []
  unpack(archive, bounds, (name) => {
    if (!wanted(name)) return null
    const pieces: Uint8Array[] = []
    found.push({ name, pieces })
    return (piece) => pieces.push(piece)
  })
  return found.map(({ name, pieces }) => ({ name, content: Buffer.concat(pieces) }))
}

/** Unpacks everything once and keeps none of it. @param look is shown each file's pieces, and may throw an ArchiveFault of its own @throws ArchiveFault */
export function refuseBomb(archive: Uint8Array, bounds: Bounds, look: () => Taker = () => () => undefined): void {
  unpack(archive, bounds, look)
}

type Taker = (piece: Uint8Array) => void

function unpack(archive: Uint8Array, { bytes, entries }: Bounds, open: (name: string) => Taker | null): void {
  let seen = 0
  let unpacked = 0
  const unzip = new Unzip((file) => {
    seen += 1
    if (seen > entries) throw new ArchiveFault('TOO_LARGE')
    const take = file.name.endsWith('/') ? null : open(file.name)
    if (!take) return
    file.ondata = (error, piece) => {
      if (error) throw error
      unpacked += piece.byteLength
      if (unpacked > bytes) throw new ArchiveFault('TOO_LARGE')
      take(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < archive.byteLength; from += PIECE) unzip.push(archive.subarray(from, from + PIECE), from + PIECE >= archive.byteLength)
  } catch (error) {
    throw error instanceof ArchiveFault ? error : new ArchiveFault('UNREADABLE')
  }
  if (seen === 0) throw new ArchiveFault('UNREADABLE')
}

/** Local time, as the format has it: the same bytes in every time zone. */
const MTIME = new Date(1980, 0, 1)

/** A .zip whose bytes say nothing but what is in it: names sorted, no time of day. */
export function writeArchive(entries: readonly Entry[]): Uint8Array {
  const sorted = entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return zipSync(Object.fromEntries(sorted.map(({ name, content }) => [name, content])), { mtime: MTIME, level: 6 })
}
