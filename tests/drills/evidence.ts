import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from '../support/run-directory'

/** What must not stand anywhere in clear, and where it comes from. */
export type Secret = { kind: 'ID number' | 'phone' | 'certificate number' | 'contract number'; value: string }

function rows(name: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(path.join(ROOT, 'prisma/demo', `${name}.csv`), 'utf8'), { columns: true, bom: true })
}

/** Every ID number, phone, certificate and contract number of the demonstration. */
export function demonstrationSecrets(): Secret[] {
  const of = (kind: Secret['kind'], values: readonly (string | undefined)[]) => values.filter((value) => value !== undefined && value !== '').map((value) => ({ kind, value: value ?? '' }))
  const secrets = [
    ...of('ID number', rows('people').map((row) => row.id_number)),
    ...of('ID number', rows('accounts').map((row) => row.id_number)),
    ...of('ID number', rows('families').flatMap((row) => [row.id_number, row.child_id_number])),
    ...of('phone', rows('accounts').map((row) => row.phone)),
    ...of('phone', rows('families').map((row) => row.phone)),
    ...of('certificate number', rows('properties').map((row) => row.certificate_number)),
    ...of('contract number', rows('contracts').map((row) => row.contract_number)),
  ]
  return [...new Map(secrets.map((secret) => [secret.value, secret])).values()]
}

/** How a value may be written and still be read by anybody: as it is, as bytes in hexadecimal or base64, in an address. */
function spellings({ value }: Secret): string[] {
  const bytes = Buffer.from(value)
  return [...new Set([value, value.toLowerCase(), bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), encodeURIComponent(value)])]
}

function filesUnder(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

export type Leak = { file: string; kind: Secret['kind']; value: string }

/** Looks through the dumps and logs of one run. @returns every value that stands there in clear, and how many files were read */
export function searchEvidence(directory: string, secrets: readonly Secret[] = demonstrationSecrets()): { leaks: Leak[]; files: number } {
  const wanted = secrets.flatMap((secret) => spellings(secret).map((spelling) => ({ ...secret, spelling })))
  const files = ['dumps', 'logs'].flatMap((place) => filesUnder(path.join(directory, place)))
  const leaks = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return wanted.filter(({ spelling }) => text.includes(spelling)).map(({ kind, value }) => ({ file: path.relative(directory, file), kind, value }))
  })
  return { leaks, files: files.length }
}
