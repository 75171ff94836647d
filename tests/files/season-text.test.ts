import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SEASON_COLUMNS } from '@/lib/domain/season-draft'
import { readSeasonParts } from '@/lib/files/season-parts'
import { seasonArchive } from '@/lib/files/season-text'
import { openUpload } from '@/lib/files/season-upload'

/** What officers and spreadsheets put into cells, and what a CSV is afraid of. */
const cell = fc.oneof(
  fc.constantFrom('', ' ', '"', ',', '\n', '\r\n', '\r', '""', '\uFEFF', '=1+1', '文峰路', '1-99', 'a"b', ' x ', '\t'),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('\0') && text.isWellFormed()),
)
const tableOf = (name: keyof typeof SEASON_COLUMNS) =>
  fc.array(fc.array(cell, { minLength: SEASON_COLUMNS[name].length, maxLength: SEASON_COLUMNS[name].length }), { maxLength: 6 }).map((rows) => ({
    header: SEASON_COLUMNS[name],
    rows: rows.map((cells, at) => ({ line: at + 2, cells: Object.fromEntries(SEASON_COLUMNS[name].map((column, index) => [column, cells[index] ?? ''])) })),
  }))
const folder = fc.record({
  settings: fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 2 })),
  agreement: fc.constantFrom(null, '# 隐私协议\r\n\n内容 ', '一行'),
  schools: tableOf('schools'), catchment: tableOf('catchment'), categories: tableOf('categories'),
  materials: fc.option(tableOf('materials')), reasons: fc.option(tableOf('reasons')),
})

test('R-51 whatever stands in a season’s folder, written, read and written again it is the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(folder, async (content) => {
      const first = seasonArchive('360123-2024', content)
      const opened = openUpload([{ name: 'season.zip', content: first }])
      if (!opened.ok) throw new Error(opened.failure.code)
      const { findings, ...parts } = await readSeasonParts((name) => Promise.resolve(opened.value.open(name)))
      expect(findings).toEqual([])
      expect(Buffer.from(seasonArchive('360123-2024', parts)).equals(Buffer.from(first))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
