import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { ROLE_NAMES } from '@/lib/copy/staff/frame'
import { paths } from '@/lib/paths'
import type { Officer } from './demonstration-staff'
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

/** Whom to sign in as on the county's side: the first county's officers. The password and a code are told by a command. */
export function officersToSignInAs(officers: readonly Officer[], baseUrl: string): string[] {
  const [first] = officers
  if (!first) return []
  const rows = officers.filter(({ county }) => county === first.county).map(({ username, name, role, schoolCode }) => [username, name, `${ROLE_NAMES[role]}${schoolCode ? ` ${schoolCode}` : ''}`])
  const others = [...new Set(officers.map(({ county }) => county))].filter((county) => county !== first.county)
  return [
    `  ${baseUrl}${paths.staffSignIn}   password and code: npm run demonstration-code -- ${first.username}`,
    ...table([['用户名', '姓名', '角色'], ...rows]).map((line) => `  ${line}`),
    ...(others.length > 0 ? [`  … and the same of ${others.join(', ')}.`] : []),
  ]
}
