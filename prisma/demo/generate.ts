import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { demonstrationTables } from './tables'

/** Writes the demonstration's registers, accounts and table of families beside this file. */
const folder = path.dirname(fileURLToPath(import.meta.url))
for (const [name, text] of Object.entries(demonstrationTables())) {
  writeFileSync(path.join(folder, `${name}.csv`), text)
  process.stdout.write(`${name}.csv: ${text.split('\n').length - 2} rows\n`)
}
