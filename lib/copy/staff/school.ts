import type { Applicant, ApplicantStanding, ApplicantState } from '@/lib/domain/applicants'
import { BASIS_WORDS, splitLabel } from '../bases'
import { RETURN } from '../returns'
import { materialsOf } from '../standing'
import { STEP_NAMES } from '../steps'
import { dayAndTime } from '../time'

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const SCHOOL_ERRORS = {
  SEARCH_TOO_LONG: '查询的内容太长了。请只写姓名、小区、路、村，或手机后四位。',
  NOT_PUBLISHED: '录取结果还没有公布，现在没有名单。',
  EXPORT_TOO_LONG: '名单太长，一个文件放不下。请先按类别或状态筛选，再导出。',
} as const satisfies Record<string, string>

/** How a list calls where an applicant stands. */
export const STATE_WORDS = {
  submitted: { tag: 'ok', text: '已提交' },
  returned: { tag: 'hold', text: RETURN.state },
  waiting: { tag: 'wait', text: '待审核' },
  filling: { tag: 'draft', text: '填写中' },
} as const satisfies Record<ApplicantState, { tag: string; text: string }>

/** Of a draft to which no row of the category table applies. */
export const NO_CATEGORY = '还没有类别'
export const NO_ROW = '不在学区表'

/** Of a search without a family: how to search otherwise, and why somebody who rings may not be here. */
export const NOBODY_FOUND = '换一个写法再查：只写姓，只写小区名，或者手机后四位（登记的那位家长的）。还是没有的，可能预分配到别的学校，也可能还没有选好入学方式：请家长登录，在「我的孩子」里看。'

/** 第一类 out of 第一类：房户一致; a draft's holds once the county has agreed to what waits. */
export function categoryWords({ detail, state }: Applicant): string {
  const label = detail.categoryLabel ? splitLabel(detail.categoryLabel).value : NO_CATEGORY
  return state === 'waiting' ? `${label}，待县里审核后生效` : label
}

type Of<Code extends ApplicantStanding['code']> = Extract<ApplicantStanding, { code: Code }>
/** What may be said to the parent, and what the school itself does next. */
type CallerWords = { say: string; next: string }
/** The last minute of the season, 8月24日 23:59; when and where the county's desk is. */
type SeasonWords = { until: string; desk: string }
type WordsByCode = { [Code in ApplicantStanding['code']]: (standing: Of<Code>, season: SeasonWords) => CallerWords }

const BY_THEMSELVES = '学校不能代家长操作。家长没有手机的，请他到现场办公点办。'

const CALLER_WORDS: WordsByCode = {
  filling: ({ step }, { until }) => ({ say: `登记填到「${STEP_NAMES[step]}」，还没有提交。请家长接着填，最后自己点「提交入学信息」，${until} 截止。`, next: `问清卡在哪里，能在电话里说清的当场说清。${BY_THEMSELVES}` }),
  'to-confirm': (_standing, { until }) => ({ say: `都填好了，还没有提交。请家长打开登记，看过类别和学校，自己点「提交入学信息」，${until} 截止。`, next: BY_THEMSELVES }),
  'appeal-draft': ({ kind }, { until }) => ({ say: `${materialsOf(kind)}还没有交到县里。请家长拍齐以后点「提交审核」；通过以后还要自己点「提交入学信息」，${until} 截止。`, next: '缺哪些材料，登记页上逐项列着，请家长对照。学校不收材料。' }),
  'appeal-waiting': ({ kind }, { until }) => ({ say: `${materialsOf(kind)}已经交到县里，正在审核。等待时其他入学方式还可以用。审核结果会发到家长的「消息」里，最后要自己点「提交入学信息」，${until} 截止。`, next: '审核由县里办，学校不用做什么。' }),
  'appeal-holding': ({ kind }, { until }) => ({ say: `${materialsOf(kind)}已经交到县里，正在审核。审核结果会发到家长的「消息」里，通过以后还要自己点「提交入学信息」，${until} 截止。`, next: '审核由县里办，学校不用做什么。' }),
  'appeal-refused': ({ kind }, { until }) => ({ say: `${materialsOf(kind)}没有通过审核。原因在家长的「消息」里，照着改好可以再交，之前传的都还在，${until} 截止。`, next: '原因只有家长看得到，请他念给您听，再说怎样改。' }),
  'appeal-approved': ({ kind }, { until }) => ({ say: `${materialsOf(kind)}已经通过审核。请家长接着办，最后自己点「提交入学信息」，${until} 截止。`, next: BY_THEMSELVES }),
  'late-waiting': ({ kind }) => ({ say: `采集已经截止。${materialsOf(kind)}继续审核；通过以后由县里办完登记，不用重新报。`, next: '审核由县里办，学校不用做什么。' }),
  'late-refused': ({ kind }) => ({ say: `${materialsOf(kind)}没有通过审核。采集已经截止，这一份现在还可以改好再交，原因在家长的「消息」里。`, next: '请家长尽快再交，县里审核以后办完登记。' }),
  'late-approved': ({ kind }, { desk }) => ({ say: `${materialsOf(kind)}已经通过审核。采集已经截止，请家长带身份证，${desk}，由县里办完登记。`, next: '学校不用做什么。' }),
  'late-taken-back': ({ kind }, { desk }) => ({ say: `${materialsOf(kind)}原来审核通过，县里后来撤回了。请家长带身份证和证明材料，${desk}，由县里重新核验，办完登记，不算逾期。`, next: '为什么撤回，学校看不到，请不要猜。' }),
  'late-verified': (_standing, { desk }) => ({ say: `县里已经线下核验。采集已经截止，请家长带身份证，${desk}，由县里办完登记；不方便来的，等窗口的电话。`, next: '学校不用做什么。' }),
  'late-completing': () => ({ say: '县里的窗口已经替家长办好，正由另一位工作人员复核。批准以后家长会在「消息」里看到回执，不用再报。', next: '学校不用做什么。' }),
  ended: (_standing, { desk }) => ({ say: `这份登记没有办成，县里已经结束。原因在家长的「消息」里，有疑问请家长${desk}问。`, next: '学校不用做什么。' }),
  'not-open': () => ({ say: '采集还没有开始。填过的都还在，开始以后接着填，先报后报都一样。', next: '学校不用做什么。' }),
  missed: (_standing, { until, desk }) => ({ say: `采集在 ${until} 截止，这份登记没有提交。请家长${desk}说明情况。`, next: '记下来电，报给县里的窗口。' }),
  submitted: () => ({ say: '已经提交，学位预分配到本校。这是系统的预测，请以最终分配结果为准。不用再报，也不能再改。', next: '学校不用做什么。家长说信息有误的，记下来，报给县里。' }),
  announced: ({ here }) => here
    ? { say: '最终分配结果已经公布，录取在本校。请家长登录，在「我的孩子」里看结果，下载录取通知书。', next: '名单在「录取名单」里。' }
    : { say: '最终分配结果已经公布，不在本校的录取名单里。录取到哪里，请家长登录，在「我的孩子」里看。', next: '录取到哪所学校，学校看不到，请不要猜。' },
  returned: (_standing, { until }) => ({ say: `县里${RETURN.act}，${RETURN.why}写在家长的「消息」里。改好以后再点一次「提交入学信息」，${until} 截止。没有再提交的，原来那一份仍然有效。`, next: '提醒家长看「消息」。' }),
}

export function callerWords<Code extends ApplicantStanding['code']>(standing: Of<Code>, season: SeasonWords): CallerWords {
  const words: WordsByCode[Code] = CALLER_WORDS[standing.code]
  return words(standing, season)
}

/** How many were found, and whether they are written like what was searched for. */
export function foundWords({ count, near, more = false }: { count: number; near: boolean; more?: boolean }): string {
  const people = `${count} 人${more ? '以上' : ''}`
  return near && count > 0 ? `没有完全一样的。写法相近的 ${people}，先核对再说` : `查到 ${people}`
}

/** What may be done with a list that has left the platform. */
const FOR_ENROLMENT_ONLY = '仅限招生工作使用'

type Exported = { list: '报名学生' | '录取学生'; school: string; officer: { name: string; username: string }; at: number; count: number; demonstration: boolean }

/** Above every exported list: whose it is, who took it out and when. */
export function watermark({ list, school, officer, at, count, demonstration }: Exported): string {
  return `${school}${list} ${count} 人　导出人：${officer.name}（${officer.username}）　导出时间：${dayAndTime(at)}　${FOR_ENROLMENT_ONLY}${demonstration ? '　演示数据' : ''}`
}

/** Under the name of a printed list: how many, who printed it and when. */
export function printedBy({ officer, at, count, demonstration }: { officer: string; at: number; count: number; demonstration: boolean }): string {
  return `${count} 人　打印人：${officer}　${dayAndTime(at)}　${FOR_ENROLMENT_ONLY}${demonstration ? '　演示数据' : ''}`
}

/** Whom a line of an exported list is about. */
export const PERSON_COLUMNS = [
  { title: '学生', width: 12 },
  { title: '身份证号', width: 20 },
  { title: '家长', width: 12 },
  { title: '关系', width: 8 },
  { title: '手机尾号', width: 10 },
] as const

/** @returns the cells of `PERSON_COLUMNS` */
export function personCells(detail: Applicant['detail']): string[] {
  return [detail.child ?? '', detail.childIdNumber, detail.guardian, detail.relation ?? '', detail.phoneTail ?? '']
}

export const EXPORT_COLUMNS = [
  ...PERSON_COLUMNS,
  { title: '入学方式', width: 26 },
  { title: '住址', width: 44 },
  { title: '类别', width: 32 },
  { title: '学区表行', width: 12 },
  { title: '状态', width: 10 },
  { title: '回执编号', width: 24 },
  { title: '提交时间', width: 20 },
] as const

/** One family of an exported list, in the order of its columns. */
export function exportRow({ detail, basis, catchmentRow, state, receiptNumber, submittedAt }: Applicant): string[] {
  return [
    ...personCells(detail),
    basis ? BASIS_WORDS[basis].title : '',
    detail.address ?? '',
    detail.categoryLabel ?? '',
    catchmentRow ?? '',
    STATE_WORDS[state].text,
    receiptNumber ?? '',
    submittedAt === null ? '' : dayAndTime(submittedAt),
  ]
}
