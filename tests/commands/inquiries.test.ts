import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askTouched } from '@/lib/commands/ask-touched'
import { exportInquiries } from '@/lib/commands/export-inquiries'
import { openApplicationFile } from '@/lib/commands/open-application-file'
import { readCase } from '@/lib/commands/read-case'
import { sendAppeal } from '@/lib/commands/send-appeal'
import type { StaffActor } from '@/lib/domain/actor'
import { inquiryNumber, type Department, type ExportFormat } from '@/lib/domain/inquiries'
import { inquiryExport } from '@/lib/domain/inquiry-content'
import { db } from '@/lib/data/db'
import { listExports } from '@/lib/data/inquiries'
import { countOpenQuestions } from '@/lib/data/inquiry-candidates'
import { listMessages } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import { tableFrom } from '@/lib/files/tables'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aSentAppeal, refuse } from '../support/appeals'
import { emptyFamilies } from '../support/database'
import { aProperty, aProposal } from '../support/desk'
import { decideProposal } from '@/lib/commands/decide-proposal'
import { family } from '../support/families'
import { aDraft, answer, COUNTY, later, MORNING, signedIn, the } from '../support/journey'
import { ANSWERS, aTrial, anImport, importTrial, PROPERTIES, tryFile } from '../support/registers'
import { aStaffMember } from '../support/staff'

let admin: StaffActor
let neighbour: StaffActor

beforeAll(async () => {
  await loadDemonstration()
  admin = await aStaffMember('admin', { name: '万管理' })
  neighbour = await aStaffMember('admin', { county: '360124', name: '邻县管理' })
})
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

const HOUR = 60 * 60 * 1000
const reason = '请公安核对户籍'
const ask = (department: Department, actor = admin, format: ExportFormat = 'csv') => exportInquiries({ actor, asked: { department, format, reason }, now: MORNING })
const HEADED_BY = ['核实编号']

/** The lines of a sheet, as the department reads it. */
async function linesOf(exported: Awaited<ReturnType<typeof ask>>) {
  if (!exported.ok) throw new Error(exported.failure.code)
  const { rows } = await tableFrom(exported.value.file, exported.value.bytes, { headedBy: HEADED_BY })
  return rows.map((row) => row.cells)
}

/** The answer sheet of a department: number, outcome and remark. */
const answersOf = (...lines: readonly (readonly [number: string | undefined, outcome: string, remark?: string])[]) => [ANSWERS, ...lines.map(([number, outcome, remark = '']) => `${number},${outcome},${remark}`)]

async function notOnRecord() {
  const { guardian, child } = family('child-not-on-record')
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber)
  const appealId = await aSentAppeal(actor, {
    kind: 'STUDENT_NOT_FOUND',
    input: { applicationId, studentName: '车小满', relation: 'FATHER', otherName: '', otherIdNumber: '', otherRelation: '', address: '江西省南昌市安义县龙津镇文峰路12号', head: 'self', headIdNumber: '' },
  })
  return { actor, child, guardian, applicationId, appealId }
}

async function withoutDeed(walk: string, county = COUNTY) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, MORNING, undefined, county)
  await answer(actor, applicationId, 'deed')
  return { actor, guardian, child, applicationId }
}

describe('R-13 what families report goes to the departments', () => {
  test('a waiting appeal is a line with both sides in full, numbered, under the family’s key, and on its record', async () => {
    const { child, guardian, applicationId } = await notOnRecord()
    expect(await countOpenQuestions({ county: COUNTY, year: 2023 })).toEqual({ police: { count: 1, exact: true }, resources: { count: 0, exact: true } })
    const [line] = await linesOf(await ask('police'))
    expect(line).toMatchObject({ 核实编号: '360123-2023-00001', 学生: '车小满', 学生身份证号: child.idNumber, 登记里是: '没有记录', 家庭说是: expect.stringContaining(guardian.idNumber), 核实结果: '' })
    const row = await db().inquiry.findFirstOrThrow({ where: { applicationId } })
    expect(JSON.stringify(row)).not.toContain(child.idNumber)
    const events = await db().auditEvent.findMany({ where: { type: 'inquiries-exported' }, orderBy: { id: 'asc' } })
    expect(events).toMatchObject([{ applicationId, actorId: admin.staffId }, { applicationId: null, county: COUNTY, contentCipher: expect.any(String) }])
  })

  test('nothing is asked twice in one round, by two at once either; the same sheet can be had again, by its own county', async () => {
    const { actor, appealId } = await notOnRecord()
    const both = await Promise.all([ask('police'), ask('police')])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await ask('police')).toEqual({ ok: false, failure: { code: 'INQUIRY_NONE' } })
    const [sent] = await listExports(admin)
    if (!sent) throw new Error('nothing was exported')
    expect(sent).toMatchObject({ department: 'police', count: 1, answered: 0, by: '万管理' })
    const again = { exportId: sent.id, format: 'xlsx', reason } as const
    expect(await linesOf(await exportInquiries({ actor: admin, asked: again, now: MORNING }))).toMatchObject([{ 核实编号: '360123-2023-00001' }])
    expect(await exportInquiries({ actor: neighbour, asked: again, now: MORNING })).toEqual({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await listExports(neighbour)).toEqual([])
    await refuse(appealId, '户口本不清楚')
    await sendAppeal({ actor, appealId, now: later(MORNING, HOUR) })
    expect(await linesOf(await ask('police'))).toMatchObject([{ 核实编号: '360123-2023-00002' }])
  })

  test('R-20 a family with 0 properties and a home that only the desk has seen are asked about; another county’s are not', async () => {
    const { guardian, applicationId } = await withoutDeed('no-property')
    await withoutDeed('jinxian-household', '360124')
    const [proposer, second] = [await aStaffMember('desk'), await aStaffMember('desk')]
    const proposalId = await aProposal(proposer, 'property', aProperty(applicationId, guardian))
    const toAsk = async () => (await countOpenQuestions({ county: COUNTY, year: 2023 })).resources
    expect(await toAsk()).toEqual({ count: 1, exact: true })
    expect(await linesOf(await ask('resources'))).toMatchObject([{ 登记里是: '0 套', 家庭说是: expect.stringContaining(guardian.idNumber) }])
    expect(await toAsk()).toEqual({ count: 0, exact: true })
    await decideProposal({ actor: second, proposalId, outcome: 'approved', note: '', now: later(MORNING, HOUR) })
    // Of a family that was asked about already there may be something new.
    expect(await toAsk()).toEqual({ count: 1, exact: true })
    expect(await linesOf(await ask('resources'))).toMatchObject([{ 登记里是: '没有记录', 家庭说是: expect.stringContaining('窗口核验') }])
    expect(await ask('resources')).toEqual({ ok: false, failure: { code: 'INQUIRY_NONE' } })
  })

  test('an export needs a reason, a department or a sheet', () => {
    expect(inquiryExport.safeParse({ department: 'police', format: 'csv', reason: '核' }).success).toBe(false)
    expect(inquiryExport.safeParse({ department: 'tax', format: 'csv', reason }).success).toBe(false)
    expect(inquiryExport.safeParse({ department: 'police', format: 'xlsx', reason }).success).toBe(true)
  })
})

describe('R-13 what departments answer comes back', () => {
  async function asked() {
    const own = await notOnRecord()
    const [line] = await linesOf(await ask('police'))
    return { ...own, number: line?.['核实编号'] }
  }

  test('the sheet comes back as it went out, with lines that nobody has answered yet', async () => {
    const { number } = await asked()
    const exported = await exportInquiries({ actor: admin, asked: { exportId: (await listExports(admin))[0]?.id ?? '', format: 'csv', reason }, now: MORNING })
    if (!exported.ok) throw new Error(exported.failure.code)
    const text = Buffer.from(exported.value.bytes).toString()
    const empty = await tryFile(admin, 'answers', text)
    if (!empty.ok) throw new Error(empty.failure.code)
    expect(await db().registerUpload.findUniqueOrThrow({ where: { id: empty.value.uploadId } })).toMatchObject({ tried: { is: 'refused', findings: [{ message: '没有可以导入的行' }] } })
    const filled = await tryFile(admin, 'answers', text.replace(/"",""\r\n$/, '"与家庭说的一致","已核"\r\n'))
    if (!filled.ok) throw new Error(filled.failure.code)
    expect(await db().registerUpload.findUniqueOrThrow({ where: { id: filled.value.uploadId } })).toMatchObject({ tried: { is: 'answers', read: 1, outcomes: { 'confirmed-family': 1 } } })
    expect(number).toBe(inquiryNumber({ county: COUNTY, year: 2023, number: 1 }))
  })

  test('all or nothing: an unknown number, an unknown word and another county’s inquiry are bad lines', async () => {
    const { number } = await asked()
    await withoutDeed('jinxian-household', '360124')
    const [theirs] = await linesOf(await ask('resources', neighbour))
    const bad = await aTrial(admin, 'answers', answersOf([number, '与登记一致'], ['360123-2023-00099', 'unknown'], [theirs?.['核实编号'], 'corrected']))
    expect(bad.tried).toMatchObject({ is: 'refused', bad: 2, findings: [{ line: 3, message: '没有这个核实编号' }, { line: 4, message: '没有这个核实编号' }] })
    expect((await aTrial(admin, 'answers', answersOf([number, '对'], ['12', 'unknown']))).tried).toMatchObject({ is: 'refused', bad: 2 })
    expect(await db().inquiry.count({ where: { answeredAt: { not: null } } })).toBe(0)
  })

  test('nothing is answered twice: of two that were tried before, one comes in', async () => {
    const { number, actor } = await asked()
    const trials = [await aTrial(admin, 'answers', answersOf([number, 'unknown'])), await aTrial(admin, 'answers', answersOf([number, 'corrected']))] as const
    const done = await Promise.all(trials.map((trial) => importTrial(admin, trial)))
    expect(done.map((one) => (one.ok ? 'ok' : one.failure.code)).toSorted()).toEqual(['REGISTER_MOVED_ON', 'ok'])
    expect((await aTrial(admin, 'answers', answersOf([number, 'corrected']))).tried).toMatchObject({ is: 'refused', findings: [{ message: '这个核实编号已经有答复了' }] })
    expect((await listMessages(actor)).filter(({ told }) => told.code === 'inquiry-answered')).toHaveLength(1)
  })

  test('R-20 what is still missing is asked about again only once the register has said so anew', async () => {
    const { actor, applicationId, guardian } = await withoutDeed('yanghu-household')
    const [line] = await linesOf(await ask('resources'))
    await anImport(admin, 'answers', answersOf([line?.['核实编号'], '与登记一致']))
    await askTouched({ now: later(MORNING, HOUR) })
    expect(await ask('resources')).toEqual({ ok: false, failure: { code: 'INQUIRY_NONE' } })
    await anImport(admin, 'properties', [PROPERTIES, `赣（2023）安义县不动产权第7800001号,360123,江西省南昌市安义县龙津镇文峰路12号,住宅,${guardian.idNumber},2023-08-01`])
    await askTouched({ now: later(MORNING, 2 * HOUR) })
    expect((await the(actor, applicationId)).findings.property).toMatchObject({ value: { properties: [{ use: '住宅' }] } })
    expect(await ask('resources')).toEqual({ ok: false, failure: { code: 'INQUIRY_NONE' } })
  })
  test('the reviewer reads it in the case and on the file, the family is told, and its registers are asked again', async () => {
    const { actor, applicationId, appealId, child, number } = await asked()
    const trial = await aTrial(admin, 'answers', answersOf([number, '登记已更正', '出生登记已补录']))
    expect(trial.tried).toMatchObject({ is: 'answers', read: 1, drafts: 1, submitted: 0, outcomes: { corrected: 1 } })
    expect(await importTrial(admin, trial)).toEqual({ ok: true, value: { kind: 'answers' } })
    expect((await listMessages(actor)).map(({ told }) => told)).toContainEqual({ code: 'inquiry-answered', content: { child: expect.any(String), outcome: 'corrected' } })
    const answered = [{ number, department: 'police', answer: { outcome: 'corrected', remark: '出生登记已补录' } }]
    const reviewer = await aStaffMember('reviewer')
    const { id: caseId } = await db().reviewCase.findFirstOrThrow({ where: { appealId } })
    expect((await readCase({ actor: reviewer, caseId, now: MORNING }))?.answers.inquiries).toMatchObject(answered)
    expect((await openApplicationFile({ actor: reviewer, applicationId, now: MORNING }))?.inquiries).toMatchObject(answered)
    await anImport(admin, 'people', ['id_number,name,household_number,household_address,head_id_number,registered_on', `${child.idNumber},车小满,,,,`])
    await anImport(admin, 'relations', ['person,relative,relation', `${child.idNumber},${actor.idNumber},FATHER`])
    await askTouched({ now: later(MORNING, HOUR) })
    expect((await the(actor, applicationId)).findings.record).toMatchObject({ outcome: 'found', value: { student: { name: '车小满' } } })
    expect(await db().auditEvent.count({ where: { type: 'inquiries-answered' } })).toBe(2)
  })
})
