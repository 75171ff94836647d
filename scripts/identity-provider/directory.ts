import { normaliseIdNumber } from '@/lib/domain/national-id'
import { readTable } from '@/lib/files/tables'

/** `face`: real name, ID number and face scan are done; `phone`: only a phone is bound. */
export type Level = 'face' | 'phone'
export type Identity = { readonly idNumber: string; readonly name: string; readonly level: Level }

/** Whom the stand-in knows. It answers to a name and a number together, never to one of them. */
export type Directory = { readonly find: (name: string, idNumber: string) => Identity | null }

/**
 * Everybody in `people` may sign in, verified; `accounts` adds those whom no local register knows, and says who is not verified.
 * @param people path of a CSV with `id_number,name` among its columns
 * @param accounts path of a CSV with `id_number,name,verification_level` among its columns (`face` or `phone`); its row wins
 */
export async function readDirectory(people: string, accounts: string): Promise<Directory> {
  const known = new Map<string, Identity>()
  const byNumber = new Map<string, string>()
  const add = (identity: Identity) => {
    // An account that writes the name otherwise than the register replaces it: one number is one person.
    known.delete(byNumber.get(identity.idNumber) ?? '')
    const key = keyOf(identity.name, identity.idNumber)
    byNumber.set(identity.idNumber, key)
    known.set(key, identity)
  }
  for (const { cells } of await rowsOf(people, ['id_number', 'name'])) {
    const { id_number: idNumber = '', name = '' } = cells
    // Somebody whose name the register does not hold cannot prove to be that person.
    if (name.trim() !== '') add({ idNumber: normaliseIdNumber(idNumber), name: name.trim(), level: 'face' })
  }
  for (const { line, cells } of await rowsOf(accounts, ['id_number', 'name', 'verification_level'])) {
    const { id_number: idNumber = '', name = '', verification_level: level = '' } = cells
    if (level !== 'face' && level !== 'phone') throw new Error(`${accounts}:${line}: verification_level must be face or phone`)
    add({ idNumber: normaliseIdNumber(idNumber), name: name.trim(), level })
  }
  return { find: (name, idNumber) => known.get(keyOf(name, idNumber)) ?? null }
}

async function rowsOf(path: string, columns: readonly string[]) {
  const { header, rows } = await readTable(path)
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length > 0) throw new Error(`${path}:1: column ${missing.join(', ')} is missing`)
  return rows
}

/** Name and number make one key, so that a wrong name and an unknown number take the same way and the same time. */
function keyOf(name: string, idNumber: string): string {
  return `${normaliseIdNumber(idNumber)}\n${normaliseName(name)}`
}

/** Spaces go, full width becomes half, and the dot inside a name of a minority is one dot however it was typed. */
function normaliseName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').replace(/[·•・‧∙.]/g, '·').toUpperCase()
}
