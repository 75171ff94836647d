import { columnWords, valueWord } from '@/lib/copy/staff/season-tables'
import { cellField, vocabularyOf, type SeasonTable } from '@/lib/domain/season-draft'
import type { CellField } from './row-form'

/** Columns whose cells are sentences. */
const LONG: readonly string[] = ['words', 'note']

type School = { code: string; name: string }

/** The fields of a row, each as its column asks: words of a closed vocabulary are chosen and not typed. A word that is none of them stays to be seen. */
export function cellFields(table: SeasonTable, columns: readonly string[], cells: Readonly<Record<string, string>>, schools: readonly School[]): CellField[] {
  const nameOf = (value: string) => schools.find(({ code }) => code === value)?.name ?? valueWord(value)
  return columns.map((column) => {
    const value = cells[column] ?? ''
    const words = columnWords(table, column)
    const shared = { label: words?.name ?? column, hint: words?.help ?? '招生方案里没有这一列。' }
    const vocabulary = vocabularyOf(table, column, schools.map(({ code }) => code))
    if (!vocabulary) return { ...shared, name: cellField(column), value, input: LONG.includes(column) ? 'long' : 'text' } as const
    const { several, values, none } = vocabulary
    const written = several ? value.split('|').map((word) => word.trim()).filter((word) => word !== '' && word !== none) : [value]
    const strange = written.filter((word) => word !== '' && !values.includes(word)).map((word) => ({ value: word, label: `${word}（不认识）` }))
    const known = values.map((word) => ({ value: word, label: several && column === 'schools' ? `${nameOf(word)} ${word}` : nameOf(word) }))
    if (!several) return { ...shared, name: cellField(column), value, input: 'select', options: [{ value: '', label: '空着' }, ...known, ...strange] } as const
    // A blank cell stays blank while nothing is ticked.
    return { ...shared, name: cellField(column, true), value: written.join(' '), input: 'ticks', none: value.trim() === '' ? '' : none, options: [...known, ...strange] } as const
  })
}
