/** What the person at the terminal reads; everything else goes to the logs. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

const NAME_WIDTH = 14
const TEXT_WIDTH = 70

/** Runs one stage; when it is done its line says what was done and how long it took. */
export async function stage<T>(name: string, work: () => Promise<T> | T, describe: (result: T) => string): Promise<T> {
  const since = performance.now()
  const result = await work()
  say(`${name.padEnd(NAME_WIDTH)}${describe(result).padEnd(TEXT_WIDTH)}${seconds(since).padStart(8)}`)
  return result
}

/** A line of a stage that takes long, before it begins. */
export function announce(name: string, text: string): void {
  say(`${name.padEnd(NAME_WIDTH)}${text}`)
}

/** Columns that a terminal gives to a text: Chinese characters take two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1), 0)
}

export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Rows under each other, each column as wide as its widest text. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) => row.map((text, column) => padTo(text, widths[column] ?? 0)).join('  ').trimEnd())
}
