import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { determine, parseFacts, type Facts } from '@/lib/rules'
import { withCheck } from '../id-numbers'
import { seasonFrom } from '../season-folder'

/**
 * The tables beside this file are for officers: one family a row. What a cell leaves blank is as usual: the season's third
 * morning, a child of the middle of the range, a home of this county.
 */
type Row = Record<string, string | undefined>

const FOLDER = path.resolve('tests/rules/scenarios')
const tables = readdirSync(FOLDER).filter((file) => file.endsWith('.csv'))
const rows = tables.flatMap((file) => parse<Row>(readFileSync(path.join(FOLDER, file), 'utf8'), { columns: true, bom: true }).map((row) => ({ file, row })))
const season = await seasonFrom()

const ADULTS: Readonly<Record<string, string>> = {
  father: withCheck('36019919880704011'),
  mother: withCheck('36019919900302012'),
  grandparent: withCheck('36019919600302013'),
  stranger: withCheck('36019919850101014'),
}

const cell = (row: Row, name: string): string => row[name]?.trim() ?? ''
const list = (text: string): string[] => (text === '' ? [] : text.split('|'))

function person(row: Row, who: string): string {
  const born = cell(row, 'born') || '2017-05-10'
  return who === 'student' ? withCheck(`360199${born.replaceAll('-', '')}012`) : (ADULTS[who] ?? withCheck('36019919700101015'))
}

function household(row: Row, who: string): Facts['student']['household'] {
  const address = cell(row, `${who}_at`)
  if (address === '') return null
  const head = cell(row, 'head')
  return { address, headIdNumber: head === '' ? null : person(row, head) }
}

function choiceOf(row: Row): unknown {
  const preferredSchool = cell(row, 'preferred') || null
  const basis = cell(row, 'basis') || 'TITLE_DEED'
  if (basis === 'PURCHASE_CONTRACT') return { basis, contractNumber: 'C-1', preferredSchool }
  if (basis === 'HOUSEHOLD_REGISTRATION') return { basis, of: person(row, cell(row, 'of')), preferredSchool }
  if (basis === 'NO_VALID_MATERIALS') return { basis, ground: cell(row, 'ground'), address: cell(row, 'lives_at'), approved: cell(row, 'approved') === 'yes', preferredSchool }
  return { basis, certificateNumber: 'D-1', preferredSchool }
}

/** `凤凰城6栋=商业`: another home of the father's, with its use when it is none. */
function otherHome(row: Row) {
  const [address = '', use = '住宅'] = cell(row, 'other_home').split('=')
  return address === '' ? [] : [{ certificateNumber: 'D-2', county: '360123', address, use, owners: [person(row, 'father')] }]
}

function factsOf(row: Row): Facts {
  const owners = list(cell(row, 'deed_owners')).map((who) => person(row, who))
  const holding = { county: cell(row, 'deed_county') || '360123', address: cell(row, 'deed_address'), use: row.deed_use === undefined || row.deed_use === '' ? '住宅' : row.deed_use }
  const isContract = cell(row, 'basis') === 'PURCHASE_CONTRACT'
  const proof = cell(row, 'grandparent')
  const parsed = parseFacts({
    at: cell(row, 'at') || '2023-08-16T09:00:00+08:00',
    signedIn: person(row, cell(row, 'signed_in')),
    student: { idNumber: person(row, 'student'), household: household(row, 'student') },
    guardians: [
      { idNumber: person(row, 'father'), relation: 'FATHER', household: household(row, 'father') },
      { idNumber: person(row, 'mother'), relation: 'MOTHER', household: household(row, 'mother') },
    ],
    grandparents: proof === '' ? [] : [{ idNumber: person(row, 'grandparent'), through: person(row, cell(row, 'through')), proof: proof === 'none' ? null : proof }],
    properties: [...(owners.length > 0 && !isContract ? [{ certificateNumber: 'D-1', ...holding, owners }] : []), ...otherHome(row)],
    contracts: isContract && cell(row, 'deed_owners') !== 'none' ? [{ number: 'C-1', ...holding, buyers: owners }] : [],
    choice: choiceOf(row),
  })
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.facts
}

test('the tables hold at least sixty families, and every basis', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(new Set(rows.map(({ row }) => cell(row, 'basis') || 'TITLE_DEED')).size).toBe(5)
})

test.each(rows.map(({ file, row }) => [cell(row, 'requirement'), file, cell(row, 'name'), row] as const))('%s %s %s', (_requirement, _file, _name, row) => {
  const { category, placement, refusals, admissible } = determine(factsOf(row), season)
  expect({ category: category?.row ?? '', status: placement.status, schools: placement.schools, refusals: refusals.map((refusal) => refusal.code) }).toEqual({
    category: cell(row, 'category'),
    status: cell(row, 'status'),
    schools: list(cell(row, 'schools')),
    refusals: list(cell(row, 'refusals')),
  })
  expect(admissible).toBe(refusals.length === 0)
})
