/**
 * Limits that a form and its refusals name. They stand apart from the schemas that hold them, so that a browser that shows a
 * refusal loads neither zod nor the rules.
 */

/** Of one entry of the desk: its papers, the owners and guardians that it may name, letters of a text. */
export const ENTRY_LIMITS = { scans: 20, owners: 4, guardians: 3, text: 300 } as const

/** Of a season's folder: a county's longest table has some ten thousand rows, which are two megabytes. */
export const SEASON_LIMITS = { bytes: 32 * 1024 * 1024, entries: 200, rows: 20_000, cell: 2000 } as const

/** Of a department's file. */
export const UPLOAD_LIMITS = {
  /** of one file */
  bytes: 40 * 1024 * 1024,
  files: 1,
  /** of one request: the file and what stands around it */
  requestBytes: 41 * 1024 * 1024,
  /** of a workbook, unpacked */
  unpacked: 256 * 1024 * 1024,
  /** below the header */
  rows: 1_000_000,
  /** letters of one cell, and of all of them together: a workbook may name one long text in every cell */
  cell: 2000,
  letters: 64 * 1024 * 1024,
  /** how many bad lines stand on the page; all of them are in the file */
  shown: 50,
  /** how long a file that was tried waits for the other administrator; real time */
  waitMs: 24 * 60 * 60 * 1000,
} as const

/**
 * Full numbers that one officer may have shown, by real time. Whoever rings one family after the other shows one every few
 * minutes, and the busiest day at a telephone has some hundred and fifty calls; a county's thousands of numbers would take
 * weeks, in plain sight of the auditor.
 */
export const REVEAL_LIMITS = { hour: 60, day: 200 } as const
