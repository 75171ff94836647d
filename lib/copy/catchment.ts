import type { CatchmentRow, Season } from '@/lib/rules'

const PARITY = { all: '', odd: '单号', even: '双号' } as const

/** A row of the catchment table in a parent's words: 文峰路双号 2-100 号, 潦河花园 1-6 栋, 凤山村 1-4 组. */
export function describeCatchment(row: CatchmentRow): string {
  const except = row.except.length > 0 ? `（${words(row.except, '号')}除外）` : ''
  if (row.kind === 'road') return `${row.place}${PARITY[row.parity]}${row.numbers.length > 0 ? ` ${words(row.numbers, '号')}` : ''}${except}`
  if (row.kind === 'estate') return `${row.place}${row.buildings.length > 0 ? ` ${words(row.buildings, '栋')}` : ''}`
  if (row.kind === 'village') return `${row.place}${row.groups.length > 0 ? ` ${words(row.groups, '组')}` : ''}`
  return row.place
}

/** SY-07 教育北路，归实验学校; a row that the table has lost by its number alone. */
export function rowWords(season: Season, id: string | null): string {
  const row = season.catchmentRows.find((one) => one.row === id)
  return row ? `${row.row} ${describeCatchment(row)}，归${schoolNames(season, row.schools)}` : (id ?? '')
}

export function schoolNames({ schools }: Pick<Season, 'schools'>, codes: readonly string[]): string {
  return codes.map((code) => schools.find((school) => school.code === code)?.name ?? code).join('或')
}

type Item = CatchmentRow['numbers'][number]

function words(items: readonly Item[], unit: string): string {
  return items.map((item) => word(item, unit)).join('、')
}

/** `7-` has no end, `-20` begins at 1; `odd` and `even` are words of the table. */
function word({ text, parity }: Item, unit: string): string {
  if (parity !== 'all') return parity === 'odd' ? `单数${unit}` : `双数${unit}`
  if (text.endsWith('-')) return `${text.slice(0, -1)} ${unit}起`
  return `${text.startsWith('-') ? `1${text}` : text} ${unit}`
}
