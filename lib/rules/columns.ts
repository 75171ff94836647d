import type { SeasonFinding, Table } from './table'
import { nearestWord } from './text'

/** Columns that a table has too many of or lacks; each unknown one with the known name that it resembles. */
export function checkColumns(table: Table, required: readonly string[], optional: readonly string[] = []): SeasonFinding[] {
  const known = [...required, ...optional]
  const unknown = table.header.filter((name) => !known.includes(name)).map((name) => `不认识的列「${name}」，最接近的是「${nearestWord(name, known) ?? ''}」`)
  const missing = required.filter((name) => !table.header.includes(name)).map((name) => `缺少「${name}」这一列`)
  return [...unknown, ...missing].map((message) => ({ file: table.file, line: 1, message }))
}

/** A cell's words, separated by `|`; full-width letters and bars count as half-width ones. */
export function cellWords(cell: string): string[] {
  return cellText(cell).split('|').map((word) => word.trim()).filter((word) => word !== '')
}

export function cellText(cell: string | undefined): string {
  return (cell ?? '').normalize('NFKC').trim()
}

/** Remembers what was written where, and names the first place when it comes again. */
export class Once {
  readonly #lines = new Map<string, number>()

  /** @returns the line that has the word already, or null */
  seen(word: string, line: number): number | null {
    const before = this.#lines.get(word)
    if (before !== undefined) return before
    this.#lines.set(word, line)
    return null
  }
}
