/** A table as read from a CSV or a spreadsheet: cells are text, exactly as the officer wrote them. */
export type Table = {
  /** the file's name, as findings cite it: `catchment.csv` */
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

export type TableRow = {
  /** line of the file on which the row begins; the header is line 1 */
  readonly line: number
  /** by column name; a missing cell is an empty string */
  readonly cells: Readonly<Record<string, string>>
}

/** Something wrong in a season's files, in words for the officer who edits them. */
export type SeasonFinding = { readonly file: string; readonly line: number; readonly message: string }
