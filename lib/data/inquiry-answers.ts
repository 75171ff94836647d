import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { INQUIRY_SUBJECTS, inquiryNumber, inquiryOutcome, OUTCOME_WORDS, readInquiryNumber, registersBehind, type InquiryOutcome, type InquirySubject } from '@/lib/domain/inquiries'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { isOpenForAnswers, type Status } from '@/lib/domain/status'
import type { Table } from '@/lib/rules'
import { z } from 'zod'
import { applicationColumns, childAs, toApplication } from './applications'
import { keyedDigest } from './cipher'
import type { Db, Transaction } from './db'
import { actorOf, identityColumns } from './guardians'
import { optional, readRows, type ImportFinding, type Read } from './imports'
import { writeContent } from './json'
import { writeMessage } from './messages'
import { touchApplications } from './register-touches'
import { mayStillAct } from './unfinished'

/** Departments return the columns of the file that they were sent; in their words or ours. */
const COLUMNS: Readonly<Record<string, string>> = { 核实编号: 'inquiry_number', 核实结果: 'outcome', 备注: 'remark' }

/** By these a returned sheet's header is known: above it stands who had it exported. */
export const ANSWERS_HEADED_BY: readonly string[] = ['核实编号', 'inquiry_number']

const answerRow = z.object({
  inquiry_number: z.string().transform((cell, context) => {
    const number = readInquiryNumber(cell)
    if (!number) context.addIssue({ code: 'custom', message: '不是核实编号，应当像 360123-2023-00012' })
    return number ?? z.NEVER
  }),
  outcome: z.string().transform((cell, context) => {
    const outcome = inquiryOutcome(cell)
    if (!outcome) context.addIssue({ code: 'custom', message: `只能写 ${Object.values(OUTCOME_WORDS).join('、')}` })
    return outcome ?? z.NEVER
  }),
  remark: optional.refine((cell) => cell === null || cell.length <= 500, '最多 500 字'),
})
type AnswerRow = z.infer<typeof answerRow>

/** A department's answers as read: nothing of them is taken while there are findings. */
export type AnswersFile = { findings: readonly ImportFinding[]; rowCount: number; version: string; read: Read<AnswerRow> }

/** What else stands in the sheet is for the department; a line without an outcome has not been answered yet. */
export async function readAnswers(table: Table): Promise<AnswersFile> {
  const columns = table.header.flatMap((title) => {
    const column = (Object.hasOwn(COLUMNS, title) ? COLUMNS[title] : undefined) ?? title
    return Object.hasOwn(answerRow.shape, column) ? [{ title, column }] : []
  })
  const rows = table.rows.map(({ line, cells }) => ({ line, cells: Object.fromEntries(columns.map(({ title, column }) => [column, cells[title] ?? ''])) }))
  const named = { ...table, header: columns.map(({ column }) => column), rows: rows.filter(({ cells: { outcome = '-', remark = '' } }) => `${outcome}${remark}`.trim() !== '') }
  const read = await readRows(named, answerRow, (row) => inquiryNumber(row.inquiry_number))
  return { read, findings: read.findings, rowCount: read.rows.length, version: keyedDigest('answers', read.rows.map((row) => JSON.stringify(row)).toSorted().join('\n')).slice(0, 16) }
}

const subjectWord = z.enum(INQUIRY_SUBJECTS)

export type JudgedAnswer = { inquiryId: string; applicationId: string; status: Status; subject: InquirySubject; outcome: InquiryOutcome; remark: string }

/** Whom each line answers. What another county asked, nobody here has asked; nothing is answered twice. */
export async function judgeAnswers(on: Db, { read: { file, rows, lines } }: AnswersFile, county: string): Promise<{ findings: readonly ImportFinding[]; answers: readonly JudgedAnswer[] }> {
  const own = rows.flatMap(({ inquiry_number: number }) => (number.county === county ? [number] : []))
  const known = await on.inquiry.findMany({
    where: { county, year: { in: [...new Set(own.map(({ year }) => year))] }, number: { in: own.map(({ number }) => number) }, application: { wrappedKey: { not: null } } },
    select: { id: true, county: true, year: true, number: true, subject: true, answeredAt: true, applicationId: true, application: { select: { status: true } } },
  })
  const byNumber = new Map(known.map((row) => [inquiryNumber(row), row]))
  const findings: ImportFinding[] = []
  const answers = rows.flatMap(({ inquiry_number: number, outcome, remark }, place) => {
    const row = byNumber.get(inquiryNumber(number))
    if (!row || row.answeredAt) {
      findings.push({ file, line: lines[place] ?? 0, message: row ? '这个核实编号已经有答复了' : '没有这个核实编号' })
      return []
    }
    return [{ inquiryId: row.id, applicationId: row.applicationId, status: row.application.status, subject: subjectWord.parse(row.subject), outcome, remark: remark ?? '' }]
  })
  return { findings, answers }
}

/**
 * Takes a department's answers, all or none, in the caller's transaction: each stands beside what was asked, families that
 * still can do something are told, and what the department may have mended is asked again.
 */
export async function takeAnswers(transaction: Transaction, file: AnswersFile, by: { staffId: string; county: string }, now: Now): Promise<Result<readonly JudgedAnswer[], { code: 'BAD_LINES'; findings: readonly ImportFinding[] }>> {
  const { findings, answers } = await judgeAnswers(transaction, file, by.county)
  if (findings.length > 0) return fail({ code: 'BAD_LINES', findings })
  for (const answer of answers) {
    const row = await transaction.application.findUniqueOrThrow({ where: { id: answer.applicationId }, select: { ...applicationColumns, guardian: { select: identityColumns } } })
    const application = toApplication(row)
    if (!application) continue
    await transaction.inquiry.update({
      where: { id: answer.inquiryId, answeredAt: null },
      data: { answeredById: by.staffId, answeredAt: new Date(now.season), outcome: answer.outcome, answerCipher: writeContent(application.key, 'inquiry-answer', { schemaVersion: 1, remark: answer.remark }) },
      select: { id: true },
    })
    await touchApplications(transaction, { inquiryId: answer.inquiryId }, [{ ...application, applicationId: application.id, kinds: registersBehind(answer.subject) }], now)
    if (!isOpenForAnswers(application.status) || !(await mayStillAct(transaction, application, now.season))) continue
    const guardian = actorOf(row.guardian)
    await writeMessage(transaction, {
      guardianId: guardian.guardianId, application, at: now.season, sms: true, onceKey: `inquiry-answered:${answer.inquiryId}`,
      code: 'inquiry-answered', content: { child: childAs(application, guardian.idNumber), outcome: answer.outcome },
    })
  }
  return succeed(answers)
}
