import type { AllocationReason } from '@/lib/rules'
import type { Seats } from '@/lib/domain/seats'
import { REASON_WORDS } from './allocation'

/** What is said of a refusal around schools by hand, by code: what, and what to do next. */
export const BY_HAND_ERRORS = {
  BY_HAND_WAITING: '这个孩子已经有一份人工决定在等复核。等那一份有了结果再提。',
  RUN_REPLACED: '另一次试排已经公布，这一次的人工决定不再有效。请对着已公布的那一次重新提出。',
  RESULT_CHANGED: '提出以后，这个孩子的录取结果变了，没有写入。请看最新的结果，再决定。',
  SCHOOL_MISSING: '请选择学校。',
  SCHOOL_UNKNOWN: '招生方案里没有这所学校。',
  SCHOOL_SAME: '孩子现在就在这所学校，不用再安排。',
  SCHOOL_FULL: '这所学校的学位已满，或者剩下的留给了别的孩子。确实要超出学位安排的，请勾选「超出学位也安排」，并在原因里写明。',
  BY_HAND_REASON_MISSING: '请写明原因，复核人和家长都会看到。',
} as const satisfies Record<string, string>

/** Of a child that was registered after the run was published (R-18). */
export const COMPLETED_AFTER = '公布以后才办结，没有参加试排'

/** Where the county has not decided yet. */
const NOT_PLACED = '待人工安排'

/** 「逸夫小学，排在学位数以内」, of a run's decision or of what a family is told; null where there is none. */
export function decidedWords(decided: { schoolCode: string | null; because: AllocationReason } | null, schools: readonly { code: string; name: string }[]): string {
  return decided ? `${schoolName(decided.schoolCode, schools)}，${REASON_WORDS[decided.because]}` : COMPLETED_AFTER
}

export function schoolName(code: string | null, schools: readonly { code: string; name: string }[]): string {
  return code === null ? NOT_PLACED : (schools.find((school) => school.code === code)?.name ?? code)
}

/** 「剩 12」, 「已满」, or nothing where the county has not said how many there are. */
export function leftWords({ capacity, taken, held }: Seats): string {
  if (capacity === null) return ''
  const left = capacity - taken - held
  if (left > 0) return `剩 ${left}`
  return left === 0 ? '已满' : `超 ${-left}`
}

/** A school as one chooses it for a child. */
export function seatOption(seats: Seats): { value: string; label: string } {
  const left = leftWords(seats)
  return { value: seats.code, label: left ? `${seats.name}（${left}）` : seats.name }
}

export const SEATS = { title: '各校学位', school: '学校', capacity: '学位', taken: '已排', held: '留给兄弟姐妹', left: '还剩', unknown: '没有填' } as const

/** Fields that a school by hand is proposed with, in both places. */
export const BY_HAND_FIELDS = {
  school: '安排到',
  choose: '请选择',
  overCapacity: '超出学位也安排',
  reason: '原因（家长会看到）',
} as const

/** What is contested, first in its case. */
export const CONTESTED = {
  title: '家长的异议',
  complaint: '哪里不对',
  text: '说明',
  sent: '提出',
  result: '公布的结果',
  now: '现在的结果',
  changed: '家长提出以后，结果由人工决定改过。答复请以现在的结果为准。',
  run: '试排',
  decided: (number: number) => `第 ${number} 次试排`,
  lot: '抽签号',
  rank: '类别次序',
  siblings: '兄弟姐妹',
  noSiblings: '这次分配里没有同一监护人的其他孩子',
  byHand: '人工决定',
  answers: '答复',
  proposed: '提出答复，等另一位工作人员复核',
  refused: '复核未通过',
  kept: '维持结果',
  changeTo: (school: string) => `改为${school}`,
  over: '（超出学位）',
  answered: '已答复',
  toApproval: '去复核',
} as const

/** The page of schools by hand. */
export const BY_HAND = {
  waitingTitle: '等待复核',
  table: '要人工安排的学生',
  child: '学生',
  because: '为什么',
  preallocated: '预分配',
  none: '没有',
  state: '状态',
  states: { open: '待安排', proposed: '待复核', given: '已安排' },
  given: '人工安排到',
  file: '登记全文',
  filter: '筛选',
  noneOpen: '没有待安排的了。',
  noneGiven: '还没有安排过。',
  more: '下一页',
  first: '回到第一页',
  choose: '点学生姓名，安排学校。要更正别的孩子，从登记全文进来。',
  noRun: '还没有算过录取',
  noRunText: '管理员在「录取」里算过以后，要人工安排的学生列在这里。',
  propose: '提出，请另一位工作人员复核',
  proposing: '正在提出',
  waiting: '这个孩子已经有一份人工决定在等复核。',
  move: (from: string, to: string) => `${from} → ${to}`,
  seats: (name: string, capacity: number | null, taken: number, held: number) => `${name}：${capacity === null ? '' : `学位 ${capacity}，`}已排 ${taken}${held > 0 ? `，留 ${held}` : ''}`,
  toCase: '看这件异议',
  ofChild: '人工安排学校',
  own: '您提出的，要由另一位工作人员复核。',
  watching: '等管理员复核。',
  note: '不通过的原因（不通过时填写，提出人会看到）',
  approve: '通过',
  refuse: '不通过',
  deciding: '正在写入',
} as const

/** What has been done, from the address. */
export const BY_HAND_DONE = {
  proposed: '已提出，等另一位工作人员复核。',
  approved: '已通过。结果已经公布过的，家长会收到消息。',
  refused: '已退给提出人。',
} as const

export function runWords({ number, publishedAt }: { number: number; publishedAt: number | null }): string {
  return `第 ${number} 次试排，${publishedAt === null ? '还没有公布' : '已公布'}。一人提出，另一人复核；试排的结果本身不改。`
}
