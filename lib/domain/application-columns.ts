/** What a line of the county's list may show beside the child, in the order of the table. */
export const COLUMNS = ['id-number', 'guardian', 'phone-tail', 'basis', 'address', 'category', 'school', 'row', 'status', 'receipt', 'submitted-at', 'changed-at'] as const
export type Column = (typeof COLUMNS)[number]

const USUAL: readonly Column[] = ['guardian', 'address', 'category', 'school', 'row', 'status', 'changed-at']

/** Those that were chosen, in the table's order; the usual ones where nobody has chosen any. */
export function columnsOf(chosen: readonly string[]): readonly Column[] {
  const known = COLUMNS.filter((column) => chosen.includes(column))
  return known.length > 0 ? known : USUAL
}
