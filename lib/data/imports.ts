import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { RELATIONS } from '@/lib/domain/relation'
import { idNumberFault } from '@/lib/domain/id-number-check'
import { normaliseIdNumber } from '@/lib/domain/national-id'
import type { SeasonFinding, Table } from '@/lib/rules'

/** Something wrong in a department's file, in words for whoever sent it. Never an ID number: findings end up in logs and mails. */
export type ImportFinding = SeasonFinding

/** A file's rows with the line of each, or everything that is wrong with them. */
export type Read<Row> = { file: string; rows: readonly Row[]; lines: readonly number[]; findings: readonly ImportFinding[] }

const AT_A_STRETCH = 1_000

type RowSchema = z.ZodObject<Record<string, z.ZodType>>

/**
 * Reads a department's table by the schema of one row, whose keys are the file's columns: all of them, and no others.
 * Every bad cell is a finding with its line, and a row whose identity stood in the file before is one too. A server that
 * reads a whole register goes on answering meanwhile.
 */
export async function readRows<Schema extends RowSchema>(table: Table, schema: Schema, identityOf: (row: z.infer<Schema>) => string): Promise<Read<z.infer<Schema>>> {
  const columns = Object.keys(schema.shape)
  const findings = columnFindings(table, columns)
  if (findings.length > 0) return { file: table.file, rows: [], lines: [], findings }
  const rows: z.infer<Schema>[] = []
  const lines: number[] = []
  const firstLines = new Map<string, number>()
  for (const [place, { line, cells }] of table.rows.entries()) {
    if (place % AT_A_STRETCH === 0) await setImmediate()
    const parsed = schema.safeParse(cells)
    if (!parsed.success) {
      findings.push(...parsed.error.issues.map((issue) => ({ file: table.file, line, message: `${String(issue.path[0])}：${issue.message}` })))
      continue
    }
    const identity = identityOf(parsed.data)
    const before = firstLines.get(identity)
    if (before !== undefined) findings.push({ file: table.file, line, message: `与第 ${before} 行重复` })
    firstLines.set(identity, before ?? line)
    rows.push(parsed.data)
    lines.push(line)
  }
  return { file: table.file, rows, lines, findings }
}

function columnFindings({ file, header }: Table, columns: readonly string[]): ImportFinding[] {
  const missing = columns.filter((column) => !header.includes(column))
  const unknown = header.filter((column) => !columns.includes(column))
  return [
    ...missing.map((column) => ({ file, line: 1, message: `缺少列 ${column}` })),
    ...unknown.map((column) => ({ file, line: 1, message: `没有名为「${column}」的列；应当是 ${columns.join(',')}` })),
  ]
}

const ID_NUMBER_FAULTS: Readonly<Record<string, string>> = {
  length: '身份证号不是 18 位',
  region: '身份证号的前两位不是省份代码',
  date: '身份证号里的出生日期不存在',
  check: '身份证号的末位与前 17 位对不上',
}

const asText = z.string().transform((cell) => cell.trim())

/** A cell that must not be blank, as written but for blanks around it. */
export const filled = asText.refine((cell) => cell !== '', '不能为空')

/** A cell that may be blank: then null. */
export const optional = asText.transform((cell) => (cell === '' ? null : cell))

function checkIdNumber(cell: string, context: z.RefinementCtx): string {
  const idNumber = normaliseIdNumber(cell)
  const fault = idNumber === '' ? '不能为空' : explain(idNumber)
  if (fault) context.addIssue({ code: 'custom', message: fault })
  return idNumber
}

function explain(idNumber: string): string | null {
  const fault = idNumberFault(idNumber)
  return fault === null ? null : (ID_NUMBER_FAULTS[fault] ?? '身份证号有误')
}

export const idNumber = z.string().transform(checkIdNumber)
export const optionalIdNumber = z.string().transform((cell, context) => (cell.trim() === '' ? null : checkIdNumber(cell, context)))

/** ID numbers separated by |, in the order of the certificate; at least one, none twice. */
export const idNumbers = z.string().transform((cell, context) => {
  const numbers = cell.split(/[|｜]/).map((part) => checkIdNumber(part, context))
  if (new Set(numbers).size < numbers.length) context.addIssue({ code: 'custom', message: '同一个身份证号写了两次' })
  return numbers
})

/** YYYY-MM-DD, a day that exists; blank is null. */
export const optionalDay = optional.refine(
  (cell) => cell === null || (/^\d{4}-\d{2}-\d{2}$/.test(cell) && isDay(cell)),
  '日期要写成 YYYY-MM-DD，而且要有这一天',
)

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Six digits of GB/T 2260, of whatever county: families own homes elsewhere too. */
export const countyCode = asText.refine((cell) => /^\d{6}$/.test(cell), '要写六位区划代码')

export const relation = asText.pipe(z.enum(RELATIONS, { error: `只能是 ${RELATIONS.join('、')}` }))
