import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answer, compiled } from './demonstration'

const spelling = z.tuple([z.string(), z.string(), z.string()])
const [, ...spellings] = z.array(spelling).parse(parse(readFileSync(path.join(import.meta.dirname, 'spellings.csv'), 'utf8'), { trim: false }))

describe('what people of 龙津镇 write', () => {
  const catchment = compiled()
  it('is a list worth its name', () => expect(spellings.length).toBeGreaterThanOrEqual(200))
  it.each(spellings)('%s → %s: %s', (address, expected) => {
    expect(answer(address, catchment)).toBe(expected)
  })
})
