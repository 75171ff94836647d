import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { determine, factsSchema } from '@/lib/rules'
import { seasonFrom } from '../season-folder'

const example = z.object({
  id: z.string(),
  why: z.string(),
  facts: factsSchema,
  expect: z.object({
    admissible: z.boolean(),
    refusals: z.array(z.string()),
    category: z.string().nullable(),
    placement: z.object({ status: z.string(), row: z.string().nullable(), schools: z.array(z.string()), zone: z.string().nullable() }),
  }),
})
const examples = readFileSync(path.join(import.meta.dirname, 'determinations.jsonl'), 'utf8').trim().split('\n').map((line) => example.parse(JSON.parse(line)))

describe('worked examples of determinations', async () => {
  const season = await seasonFrom()
  it.each(examples)('$id $why', ({ facts, expect: expected }) => {
    const { admissible, refusals, category, placement } = determine(facts, season)
    const { status, row, schools, zone } = placement
    expect({ admissible, refusals: refusals.map(({ code }) => code), category: category?.row ?? null, placement: { status, row, schools, zone } }).toEqual(expected)
  })
})
