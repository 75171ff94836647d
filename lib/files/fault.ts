import type { SeasonFinding } from '@/lib/rules'

/** A row as it stands in the file: cells in the order of the columns, and the line on which it begins (the header is line 1). */
export type RawRow = { line: number; cells: string[] }

/** A file that cannot be read as a table; every fault is listed with its line. */
export class TableFault extends Error {
  readonly findings: readonly SeasonFinding[]

  constructor(findings: readonly SeasonFinding[]) {
    super(findings.map((finding) => `${finding.file}:${finding.line}: ${finding.message}`).join('\n'))
    this.name = 'TableFault'
    this.findings = findings
  }
}
