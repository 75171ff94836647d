import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { FAMILIES } from './families'
import type { Family, Member, Walk } from './family'
import { certificateOf, contractOf, householdNumberOf, idNumberOf, phoneOf } from './numbers'

const COUNTY = '360123'
const COUNTIES = [COUNTY, '360124']
const HOME = '住宅'
const STOPS = { 'not-verified': '登录被拒', 'not-named': '登记中没有这位监护人', 'not-found': '查无此学生' } as const

const folder = path.dirname(fileURLToPath(import.meta.url))
const seasonOf = (county: string) => path.join(folder, '../seasons', `${county}-2023`)

type Row = readonly string[]
export type DemonstrationTable = 'people' | 'relations' | 'properties' | 'contracts' | 'accounts' | 'families'

/** Every file of this folder as it should be, by name. The same families give the same bytes. */
export function demonstrationTables(): Record<DemonstrationTable, string> {
  return {
    people: csv(['id_number', 'name', 'household_number', 'household_address', 'head_id_number', 'registered_on'], FAMILIES.flatMap(people)),
    relations: csv(['person', 'relative', 'relation'], FAMILIES.flatMap(relations)),
    properties: csv(['certificate_number', 'county', 'address', 'use', 'owners', 'registered_on'], FAMILIES.flatMap(properties)),
    contracts: csv(['contract_number', 'county', 'address', 'use', 'buyers', 'filed_on'], FAMILIES.flatMap(contracts)),
    accounts: csv(['id_number', 'name', 'phone', 'verification_level', 'note'], FAMILIES.flatMap(accounts)),
    families: csv(['family', 'walk', 'situation', 'signs_in', 'id_number', 'phone', 'child', 'child_id_number', 'what_happens'], walks()),
  }
}

function csv(header: Row, rows: readonly Row[]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return [header, ...rows].map((row) => row.map(cell).join(',') + '\n').join('')
}

function member(family: Family, key: string): Member {
  const found = family.members[key]
  if (!found) throw new Error(`family ${family.no} has no ${key}`)
  return found
}

const isChild = (key: string) => key.startsWith('child')

function people(family: Family): Row[] {
  return Object.entries(family.members).flatMap(([key, one]) => {
    if (one.unknown) return []
    const address = one.household ? one.household.address : family.home
    const head = one.household?.head ?? family.head
    return [[idNumberOf(family, key), one.name, householdNumberOf(family, one), address ?? '', idNumberOf(family, head), registeredOn(family, key, one)]]
  })
}

/** A child four weeks after its birth, the others on some day that hangs on the family's number. */
function registeredOn(family: Family, key: string, { born }: Member): string {
  if (!isChild(key)) return `${2004 + (family.no % 11)}-${String(1 + (family.no % 12)).padStart(2, '0')}-${String(1 + ((family.no * 7) % 28)).padStart(2, '0')}`
  return new Date(Date.parse(`${born}T00:00:00Z`) + 28 * 86_400_000).toISOString().slice(0, 10)
}

function relations(family: Family): Row[] {
  const parents = [['father', 'FATHER'], ['mother', 'MOTHER']] as const
  const usual = Object.keys(family.members)
    .filter(isChild)
    .flatMap((child) => parents.flatMap(([key, relation]) => (family.members[key] ? [[child, relation, key] as const] : [])))
  return (family.relations ?? usual).map(([person, relation, relative]) => [idNumberOf(family, person), idNumberOf(family, relative), relation])
}

function properties(family: Family): Row[] {
  return (family.deeds ?? []).map((deed, place) => [
    certificateOf(family, place),
    deed.county ?? COUNTY,
    deed.address,
    deed.use ?? HOME,
    deed.owners.map((owner) => idNumberOf(family, owner)).join('|'),
    `${2018 + (family.no % 5)}-06-${String(1 + (family.no % 28)).padStart(2, '0')}`,
  ])
}

function contracts(family: Family): Row[] {
  return (family.contracts ?? []).map((contract, place) => [
    contractOf(family, place),
    family.county ?? COUNTY,
    contract.address,
    HOME,
    contract.buyers.map((buyer) => idNumberOf(family, buyer)).join('|'),
    `2023-03-${String(1 + (family.no % 28)).padStart(2, '0')}`,
  ])
}

/** Who can sign in with a phone: every grown-up, in the registers or not. */
function accounts(family: Family): Row[] {
  return Object.entries(family.members).flatMap(([key, one]) => {
    if (isChild(key)) return []
    const unverified = family.unverified === key
    const note = unverified ? '未扫脸认证' : one.unknown ? '不在本地登记中' : ''
    return [[idNumberOf(family, key), one.name, phoneOf(family, key), unverified ? 'phone' : 'face', note]]
  })
}

function walks(): Row[] {
  const labels = named('categories.csv', 'row', 'label')
  const schools = named('schools.csv', 'code', 'name')
  return [...FAMILIES]
    .sort((a, b) => a.no - b.no)
    .flatMap((family) =>
      family.walks.map((walk) => [
        String(family.no).padStart(2, '0'),
        walk.key,
        situation(family, walk),
        member(family, walk.signsIn).name,
        idNumberOf(family, walk.signsIn),
        phoneOf(family, walk.signsIn),
        member(family, walk.child).name,
        idNumberOf(family, walk.child),
        whatHappens(walk, labels, schools),
      ]),
    )
}

/** With what has to be typed and stands in no register's answer before. */
function situation(family: Family, walk: Walk): string {
  return 'by' in walk && walk.by.basis === 'PURCHASE_CONTRACT' ? `${walk.what}，合同编号 ${contractOf(family, walk.by.contract)}` : walk.what
}

function whatHappens(walk: Walk, labels: ReadonlyMap<string, string>, schools: ReadonlyMap<string, string>): string {
  const note = walk.note ?? ''
  if ('stops' in walk) return `${STOPS[walk.stops]}；${note}`
  if (walk.judged.refusals.length > 0) return note
  const category = labels.get(walk.judged.category ?? '') ?? ''
  const school = walk.judged.schools.map((code) => schools.get(code) ?? code).join('、')
  return [`${category.split('：')[0] ?? ''}，${school}`, note].filter(Boolean).join('；')
}

/** The seasons' own words for their categories and schools, so that the table can not say others; no code is two counties'. */
function named(file: string, code: string, words: string): Map<string, string> {
  const rows = COUNTIES.flatMap((county) => z.array(z.record(z.string(), z.string())).parse(parse(readFileSync(path.join(seasonOf(county), file)), { columns: true, bom: true })))
  return new Map(rows.map((row) => [row[code] ?? '', row[words] ?? '']))
}
