import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const families = z.array(
  z.object({ walk: z.string(), signs_in: z.string(), id_number: z.string(), phone: z.string(), child: z.string(), child_id_number: z.string() }).transform((row) => ({
    walk: row.walk,
    guardian: { name: row.signs_in, idNumber: row.id_number, phone: row.phone },
    child: { name: row.child, idNumber: row.child_id_number },
  })),
)

const all = families.parse(parse(readFileSync(path.resolve('prisma/demo/families.csv'), 'utf8'), { columns: true, bom: true }))
export type Walk = (typeof all)[number]

/** Everybody who walks. */
export function everyFamily(): readonly Walk[] {
  return all
}

/** A demonstration family by the name of its walk, as `prisma/demo/families.csv` has it. */
export function family(walk: string): Walk {
  const found = all.find((one) => one.walk === walk)
  if (!found) throw new Error(`no demonstration family walks ${walk}`)
  return found
}
