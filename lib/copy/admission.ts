import type { AllocationReason } from '@/lib/rules'
import { schoolWords } from './placement'
import { lastMinute } from './time'

/** Where the county itself still finds a school. */
export const TO_BE_ARRANGED = '由县教体局另行安排'

export function admittedTo(school: string | null): string {
  return school ?? TO_BE_ARRANGED
}

/** To a family whose registration was completed when the results were out already. */
export const COMPLETED_LATE = {
  title: '录取结果已经公布',
  text: '这份登记是公布以后办结的，学校由县教体局另行安排。定下来以后给您发消息，不用再报名。',
} as const

/** What a reason speaks of: the school of the result, the category, and where the seat had been asked for. */
export type ReasonFacts = { school: string; category: string; wanted: readonly { name: string }[] }

/** Why the allocation ended so, in one or two sentences that a family reads. */
export const REASON_WORDS = {
  WITHIN_CAPACITY: ({ school, category }) => `${school}按生源类别从前往后录取，轮到${category}时，学位够用，条件相同的孩子都录取了。`,
  LOT_DRAWN: ({ school, category }) => `${school}按生源类别从前往后录取，轮到${category}时，剩下的学位不够条件相同的孩子都录取，由抽签决定，抽到了您的孩子。`,
  NEIGHBOUR_SCHOOL: ({ school, wanted }) => `${schoolWords(wanted)}按生源类别从前往后录取，没有轮到您的孩子，学位就满了。按县里定的就近次序，安排到还有学位的${school}。`,
  NO_SCHOOL: () => '登记的地址没有对上学区表，系统排不出学校，由县教体局核对以后安排。',
  SIBLINGS_DO_NOT_FIT: ({ wanted }) => `家里的几个孩子要在同一所学校，${schoolWords(wanted)}剩下的学位不够几个孩子一起。学位先替孩子留着，由县教体局安排，不拆开。`,
  SIBLINGS_APART: () => '家里的几个孩子报的是同一所学校，没有都排进去。有了的学位先替孩子留着，由县教体局安排，先不拆开。',
  NO_SEAT_LEFT: ({ wanted }) => `${schoolWords(wanted)}按生源类别从前往后录取，没有轮到您的孩子，学位就满了。去哪一所还有学位的学校，由县教体局安排。`,
  DECIDED_BY_HAND: ({ school }) => `这个结果由县教体局的两名工作人员先后审核决定，安排到${school}。`,
} as const satisfies Record<AllocationReason, (facts: ReasonFacts) => string>

/** On the receipt, before anybody can know the number. */
export function drawWords(draw: string): string {
  return `条件相同、学位不够时抽签，种子用${draw}。截止以后开出，谁都可以照着重算。`
}

/** What holds for every child, beside its own reason. */
export const FAIRNESS = {
  order: '先提交后提交都一样，提交的先后不参与录取。',
  lot: '条件相同的孩子之间由抽签决定。抽签用的种子已经公布，谁都可以照着重算一遍。',
} as const

export const RESULT_WORDS = {
  title: '录取结果',
  why: '为什么是这个结果',
  byCounty: '区县的说明',
  check: '想核对抽签的，看这里',
  checking: '结果由程序一次算出。公布的种子和两个校验值（SHA-256）一起，可以证明算完以后没有人改过。',
  seed: '抽签种子',
  draw: '种子来源',
  run: '第几次计算',
  inputs: '数据校验值',
  decisions: '结果校验值',
  next: '接下来怎么办',
  /** where the season says nothing of its own */
  report: '哪天报到、带什么材料，请等学校通知，也可以打学校的电话问。',
  wait: '学校安排好以后，这里会显示，并给您发消息。不用再报名。',
  download: '下载录取通知书',
  see: '查看录取结果',
  object: '对结果有异议',
} as const

export function objectionWords(until: number): string {
  return `觉得结果不对的，可以提出异议，${lastMinute(until)} 截止。`
}

/** What stands on the notice of admission. */
export const NOTICE_WORDS = {
  title: '录取通知书',
  greeting: '同学：',
  admitted: (school: string, year: number) => `你已被${school}录取为 ${year} 年一年级新生。`,
  later: (number: string, page: number) => `录取通知书 ${number}，第 ${page} 页`,
  stamp: '准予入学',
  student: '学生',
  idNumber: '身份证号',
  school: '录取学校',
  address: '学校地址',
  phones: '学校电话',
  category: '生源类别',
  number: '录取编号',
  code: '校验码',
  published: '公布日期',
  next: '报到须知',
  verify: '查验真伪',
  scan: '扫右边的二维码，或打开下面的网址，输入录取编号和校验码。',
  /** where a character is in no typeface of ours */
  missing: (signs: readonly string[]) => `〔〕里的是字库没有的字，以户口簿上的为准：${signs.join('、')}。`,
} as const

/** What the verification page says of a notice; of a wrong number and of a wrong code the same. */
export const VERIFY_WORDS = {
  title: '查验录取通知书',
  lead: '输入通知书上的录取编号和校验码，看它是不是真的、现在还有没有效。',
  number: '录取编号',
  numberHint: '在通知书上，L 开头，横线可以不输。',
  code: '校验码',
  codeHint: '12 位，空格可以不输。',
  button: '查验',
  answer: '查验结果',
  waiting: '正在查验',
} as const

export const VERIFIED_STATUS = {
  valid: { tag: 'ok', text: '有效' },
  replaced: { tag: 'hold', text: '已被新的结果替代' },
  unknown: { tag: 'no', text: '查无此通知书' },
} as const

export const VERIFIED_NEXT = {
  valid: '县教体局发过这份通知书，学校和上面的一致就是真的。只核对学校和状态，不显示学生的信息。',
  replaced: '这份通知书发过，后来有了新的结果，请学生家长登录查看新的通知书。',
  unknown: '编号或校验码不对，或者没有发过这份通知书。请对照通知书逐位核对；还是不对的，请打学校的电话。',
} as const satisfies Record<keyof typeof VERIFIED_STATUS, string>
