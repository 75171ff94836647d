import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { inRoot } from './root'
import { table } from './terminal'

const walk = z.object({ walk: z.string(), situation: z.string(), signs_in: z.string(), id_number: z.string(), child_id_number: z.string(), what_happens: z.string() })
const SHOWN = 10

/** Whom to sign in as: the first families of the demonstration, and where all of them stand. */
export function whomToSignInAs(): string[] {
  const file = inRoot('prisma/demo/families.csv')
  if (!existsSync(file)) return []
  const walks = z.array(walk).parse(parse(readFileSync(file), { columns: true, bom: true }))
  const rows = walks.slice(0, SHOWN).map((row) => [row.signs_in, row.id_number, row.child_id_number, row.situation, row.what_happens])
  return [
    ...table([['姓名', '身份证号', '孩子的身份证号', '情形', '结果'], ...rows]).map((line) => `  ${line}`),
    `  … ${walks.length} in all: prisma/demo/families.csv and the README. Nobody here is a real person.`,
  ]
}
