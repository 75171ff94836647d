import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { importRegister } from '@/lib/commands/import-register'
import { readTable } from '@/lib/files/tables'
import { matchAddress, type Season } from '@/lib/rules'
import type { PublishedSeason } from '@/lib/data/seasons'
import { seeded } from '../bench/rules/families'
import { addressOf, chanceOf, daysFrom, nameOf, numberOf, surnameOf, type Chance } from './people'

/** A family that can register with what the registers hold of it: a father, a mother, a child, and the home that is the father's. */
export type RegisteredFamily = { guardian: { name: string; idNumber: string; phone: string }; child: { idNumber: string } }

const HEADERS = {
  people: 'id_number,name,household_number,household_address,head_id_number,registered_on',
  relations: 'person,relative,relation',
  properties: 'certificate_number,county,address,use,owners,registered_on',
} as const

/**
 * Puts that many families into the registers, as departments' files. Each lives at an address that belongs to one school, so
 * that nothing stands in its way. @returns them, and the file of the people, which the identity provider reads too
 */
export async function registerFamilies(count: number, { county, season }: PublishedSeason, folder: string): Promise<{ families: RegisteredFamily[]; people: string }> {
  const chance = chanceOf(seeded(2023))
  const { bornFrom, bornTo, countyName } = season.settings
  const [childDays, parentDays] = [daysFrom(bornFrom, bornTo), daysFrom('1980-01-01', '1994-12-31')]
  const lines: Record<keyof typeof HEADERS, string[]> = { people: [HEADERS.people], relations: [HEADERS.relations], properties: [HEADERS.properties] }
  const families = Array.from({ length: count }, (_, index): RegisteredFamily => {
    const surname = surnameOf(chance)
    const [father, mother, child] = [numberOf(index, parentDays, '男'), numberOf(index, parentDays, '女'), numberOf(index, childDays, '男')]
    const [name, address] = [nameOf(chance, surname, '男'), homeOf(chance, season)]
    const household = (idNumber: string, of: string) => lines.people.push(`${idNumber},${of},B${String(index)},${address},${father},2015-03-01`)
    household(father, name)
    household(mother, nameOf(chance, surnameOf(chance), '女'))
    household(child, nameOf(chance, surname, '男'))
    lines.relations.push(`${child},${father},FATHER`, `${child},${mother},MOTHER`)
    lines.properties.push(`赣（2018）${countyName}不动产权第B${String(index).padStart(7, '0')}号,${county},${address},住宅,${father},2018-05-20`)
    return { guardian: { name, idNumber: father, phone: `120${String(10_000_000 + index).slice(0, 8)}` }, child: { idNumber: child } }
  })
  for (const kind of ['people', 'relations', 'properties'] as const) {
    const file = path.join(folder, `${kind}.csv`)
    writeFileSync(file, `${lines[kind].join('\n')}\n`)
    const imported = await importRegister({ kind, table: await readTable(file) })
    if (!imported.ok) throw new Error(imported.failure.findings.slice(0, 3).map(({ line, message }) => `${kind}:${line}: ${message}`).join('\n'))
  }
  return { families, people: path.join(folder, 'people.csv') }
}

/** An address as registers write them, of one school and no choice. */
function homeOf(chance: Chance, season: Season): string {
  for (;;) {
    const address = addressOf(chance, season)
    const match = matchAddress(address, season)
    if (match.status === 'matched' && match.schools.length === 1) return address
  }
}
