import type { AppealClaim, ClaimOf } from '@/lib/domain/appeal-claims'
import type { Known } from '@/lib/domain/case-comparison'
import { OUTCOME_WORDS, type Department, type InquiryFacts, type InquirySubject } from '@/lib/domain/inquiries'
import type { ExportedLine } from '@/lib/domain/inquiry-content'
import { RELATION_WORDS, type Relation } from '@/lib/domain/relation'
import { KINSHIP_WORDS } from '../kinship'
import { dayAndTime } from '../time'

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const INQUIRY_ERRORS = {
  INQUIRY_REASON: '请写明导出的用途，4 到 200 字。导出会记入审计。',
  INQUIRY_FORMAT: '请选择文件格式。',
  INQUIRY_DEPARTMENT: '请选择部门。',
  INQUIRY_NONE: '这个部门没有待核实的内容。已经导出过的，在下面再次下载。',
} as const satisfies Record<string, string>

export const DEPARTMENT_NAMES = { police: '公安', resources: '自然资源' } as const satisfies Record<Department, string>

const SUBJECT_NAMES = {
  STUDENT_NOT_FOUND: '查不到学生',
  GUARDIAN_MISMATCH: '监护人不符',
  SINGLE_PARENT: '单亲家庭',
  BLENDED_FAMILY: '重组家庭',
  GRANDPARENT_KINSHIP: '（外）祖父母关系',
  'no-property': '家庭名下查不到房产',
  'no-grandparent-property': '（外）祖父母名下查不到房产',
  'certificate-not-found': '查不到不动产权证',
  'contract-not-found': '查不到购房合同备案',
  'verified-property': '窗口核验的房产不在登记里',
} as const satisfies Record<InquirySubject, string>

type Person = { name: string | null; idNumber: string; relation?: Relation }
const NOTHING = '没有记录'

function personWords({ name, idNumber, relation }: Person): string {
  return `${relation ? RELATION_WORDS[relation] : ''}${name ?? '（姓名未登记）'} ${idNumber}`
}
const peopleWords = (people: readonly Person[]): string => people.map(personWords).join('；') || NOTHING

/** Both sides of an inquiry, in full: the department has to find these people. */
export function inquiryWords(facts: InquiryFacts): { register: string; family: string } {
  switch (facts.subject) {
    case 'no-property':
    case 'no-grandparent-property':
      return { register: '0 套', family: `名下有房产：${peopleWords(facts.people)}` }
    case 'certificate-not-found':
      return { register: NOTHING, family: `不动产权证 ${facts.number}，产权人：${peopleWords(facts.people)}` }
    case 'contract-not-found':
      return { register: NOTHING, family: `购房合同 ${facts.number}，家庭成员：${peopleWords(facts.people)}` }
    case 'verified-property': {
      const { certificateNumber, address, use, owners } = facts.property
      return { register: NOTHING, family: `窗口核验：${certificateNumber}，${address}，${use}，产权人：${peopleWords(owners.map(({ name, idNumber }) => ({ name, idNumber })))}` }
    }
    default:
      return { register: recordWords(facts.claim, facts.known), family: claimWords(facts.claim) }
  }
}

function recordWords(claim: AppealClaim, { record, household, kinship }: Known): string {
  if (claim.kind === 'GRANDPARENT_KINSHIP') return kinship ? `是监护人的父母：${personWords(kinship.grandparent)}` : '没有亲属关系的记录'
  if (!record) return NOTHING
  const address = household?.people.find((one) => one.idNumber === record.student.idNumber)?.address
  return [`学生${personWords(record.student)}`, ...record.guardians.map(personWords), ...(address ? [`户籍地址 ${address}`] : [])].join('；')
}

function claimWords(claim: AppealClaim): string {
  switch (claim.kind) {
    case 'STUDENT_NOT_FOUND':
      return [`学生${personWords(claim.student)}`, ...claim.guardians.map(personWords), `户籍地址 ${claim.household.address}`].join('；')
    case 'GUARDIAN_MISMATCH':
      return [`学生${personWords(claim.student)}`, ...claim.guardians.map(personWords), ...explained(claim)].join('；')
    case 'SINGLE_PARENT':
      return [`不再是监护人：${claim.removed}`, ...explained(claim)].join('；')
    case 'BLENDED_FAMILY':
      return [`只保留监护人：${claim.kept}`, ...explained(claim)].join('；')
    case 'GRANDPARENT_KINSHIP':
      return `${KINSHIP_WORDS[claim.kinship]} ${personWords(claim.grandparent)}，监护人 ${claim.through} 的父母`
    case 'NO_VALID_MATERIALS':
      return claim.address
  }
}

function explained({ explanation }: ClaimOf<'GUARDIAN_MISMATCH' | 'SINGLE_PARENT' | 'BLENDED_FAMILY'>): string[] {
  return explanation.trim() ? [`说明：${explanation}`] : []
}

/** The columns of a department's sheet; the last two are for the department, and read when it comes back. */
export const INQUIRY_COLUMNS = [
  { title: '核实编号', width: 20 },
  { title: '核实什么', width: 24 },
  { title: '学生', width: 12 },
  { title: '学生身份证号', width: 22 },
  { title: '登记里是', width: 56 },
  { title: '家庭说是', width: 56 },
  { title: '核实结果', width: 16 },
  { title: '备注', width: 30 },
] as const

export function inquiryRow({ number, subject, child, childIdNumber, register, family }: ExportedLine): string[] {
  return [number, SUBJECT_NAMES[subject], child, childIdNumber, register, family, '', '']
}

type Exported = { county: string; department: Department; officer: { name: string; username: string }; at: number; count: number; demonstration: boolean }

/** Above the columns: whose file it is, for what, and how it comes back. */
export function inquiryMark({ county, department, officer, at, count, demonstration }: Exported): string {
  return `${county}入学登记，请${DEPARTMENT_NAMES[department]}核实 ${count} 件　导出人：${officer.name}（${officer.username}）　导出时间：${dayAndTime(at)}　核实结果只填：${Object.values(OUTCOME_WORDS).join('、')}　含完整身份证号，仅用于核实，用后删除${demonstration ? '　演示数据' : ''}`
}

/** Beside the comparison of a case, and on a family's file. */
export const FILED_INQUIRIES = {
  title: '部门核实',
  none: '没有请部门核实过。',
  asked: (department: Department, subject: InquirySubject) => `${DEPARTMENT_NAMES[department]}：${SUBJECT_NAMES[subject]}`,
  waiting: '部门还没有答复',
  late: '提交以后，登记数据更新过。提交的内容不变，请对照最新的登记。',
} as const

export const INQUIRIES = {
  title: '请部门核实',
  lead: '家庭说登记有误的、房产或合同查不到的，导出给部门核实。同一件不会导出两次。',
  nothing: '没有要核实的',
  count: { police: (count: number) => `${count} 件申诉待核实`, resources: (count: number) => `${count} 件待核实` },
  /** too many to look at each for a page */
  perhaps: (count: number) => `至多 ${count} 份登记，导出时逐份查对`,
  nothingAtAll: '现在没有要请部门核实的。有家庭说登记有误，或者查不到房产、合同，这里就可以导出。',
  department: '部门',
  format: '文件格式',
  formats: { xlsx: '.xlsx 表格', csv: '.csv 文本' },
  reason: '用途',
  reasonHint: '文件里有完整身份证号，用途会记入审计',
  send: '导出',
  exports: '导出过的名单',
  none: '还没有导出过。',
  again: '再次下载',
  answered: (answered: number, count: number) => `${answered} / ${count}`,
} as const
