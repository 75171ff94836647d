import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { idNumberFault } from '@/lib/rules'
import { demonstrationTables } from '@/prisma/demo/tables'

const read = (name: string) => readFileSync(path.resolve('prisma/demo', `${name}.csv`), 'utf8')
const rows = (name: string) => parse<Record<string, string>>(read(name), { columns: true, bom: true })

test('the files are what generate.ts writes', () => {
  for (const [name, text] of Object.entries(demonstrationTables())) expect(read(name), name).toBe(text)
})

test('nobody lives: every ID number checks and carries an area code that was never assigned; phones begin with 120', () => {
  const numbers = [
    ...rows('people').map((row) => row.id_number),
    ...rows('accounts').map((row) => row.id_number),
    ...rows('families').flatMap((row) => [row.id_number, row.child_id_number]),
  ]
  for (const number of numbers) {
    expect(idNumberFault(number ?? ''), number).toBeNull()
    expect(number).toMatch(/^360199/)
  }
  for (const row of [...rows('accounts'), ...rows('families')]) if (row.phone) expect(row.phone).toMatch(/^120\d{8}$/)
})

test('the README’s table is the families’', () => {
  const readme = readFileSync('README.md', 'utf8')
  for (const row of rows('families')) {
    const line = `| ${row.situation} | ${row.signs_in} | ${row.id_number} | ${row.phone} | ${row.child} ${row.child_id_number} | ${row.what_happens} |`
    expect(readme, row.walk).toContain(line)
  }
})

test('every situation of the notice has its family', () => {
  const walks = rows('families').map((row) => row.walk)
  for (const walk of [
    'deed-father', 'deed-mother-father-signs-in', 'deed-student', 'deed-other-zone', 'no-property', 'deed-unmatched', 'deed-ambiguous', 'deed-shop', 'deed-other-county',
    'grandparent-paternal', 'grandparent-maternal', 'grandparent-paternal-unproved', 'grandparent-maternal-unproved', 'contract', 'yanghu-household', 'village',
    'record-wrong-father', 'child-not-on-record', 'single-parent', 'blended-family', 'twin-first', 'twin-second', 'born-first-day', 'born-last-day', 'born-day-before', 'born-day-after',
    'residence-permit', 'business', 'employment', 'urban-home-no-materials', 'unverified', 'other-province',
  ]) expect(walks).toContain(walk)
})
