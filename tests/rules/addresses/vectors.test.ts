import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { matchParts, parseAddress } from '@/lib/rules/catchment/catchment'
import { compiled } from './demonstration'

const example = z.object({
  id: z.string(),
  address: z.string(),
  why: z.string(),
  expect: z.object({ status: z.string(), row: z.string().nullable(), schools: z.array(z.string()) }),
})
const examples = readFileSync(path.join(import.meta.dirname, '../vectors/addresses.jsonl'), 'utf8').trim().split('\n').map((line) => example.parse(JSON.parse(line)))

describe('worked examples of addresses', () => {
  const catchment = compiled()
  it.each(examples)('$id $address: $why', ({ address, expect: expected }) => {
    const match = matchParts(parseAddress(address, catchment), catchment, 'any', [])
    const row = match.status === 'matched' ? match.row : null
    expect({ status: match.status, row: row?.row ?? null, schools: row?.schools ?? [] }).toEqual(expected)
  })
})
