import type { CountyProposal } from '@/lib/domain/county-proposals'
import { dayAndTime, writtenDate } from '../time'

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const PUBLICATION_ERRORS = {
  PART_CHANGED: '这一页刚刚被别人改过，您填的没有写入。请把要改的记下，重新打开这一页再填。',
  SETTINGS_TOO_LONG: '写得太长了，请分开写，或者上传文件。',
  DRAFT_HAS_FINDINGS: '草稿里还有检查出的问题，改完才能发布。',
  DRAFT_IS_PUBLISHED: '和已经发布的完全一样，没有可发布的改动。',
  SEASON_DRAW_STANDS: '采集已经截止：抽签的种子用什么号码，不能再改。',
  SEASON_RESULTS_OUT: '这一年的录取结果已经公布：采集的起止时间不能再改，录取通知书上的学校不能删去。',
  CLOSE_BROUGHT_FORWARD: '草稿的截止时间早于家长看到的截止时间。请改草稿的截止时间，或者勾选确认提前。',
  WINDOW_MOVED: '提出以后，登记的截止时间变了，不能再同意。请不同意，由提出人重新提出。',
  ALREADY_WAITING: '已经有一项在等另一位管理员决定，请等它有了结果再提。',
  PROPOSAL_REASON_MISSING: '不同意要写明原因，提出人要看。',
  WINDOW_NO_INSTANT: '请填写新的截止时间，到分钟。',
  WINDOW_REASON_MISSING: '请写明延长的原因，家长会看到。',
  WINDOW_REASON_LONG: '原因太长了，请写在 200 字以内。',
  WINDOW_NOT_OPENED: '登记还没有开始。要改时间，请改招生方案再发布。',
  WINDOW_NOT_LATER: '新的截止时间要晚于现在的截止时间，只能延长，不能提前。',
  WINDOW_PAST: '新的截止时间已经过去了。',
  WINDOW_RESULTS_OUT: '录取结果已经公布，不能再延长。',
} as const satisfies Record<string, string>

/** What a page of the season shows of what waits for the second administrator; the allocation's has a page of its own. */
export const PROPOSAL_KINDS = {
  'publish-season': '发布招生方案',
  'extend-window': '延长登记时间',
} as const satisfies Partial<Record<CountyProposal['kind'], string>>

export const PROPOSAL_STANDINGS = {
  waiting: { tag: 'wait', text: '等另一位管理员' },
  approved: { tag: 'ok', text: '已同意' },
  refused: { tag: 'no', text: '不同意' },
  withdrawn: { tag: 'plain', text: '已撤回' },
} as const satisfies Record<CountyProposal['status'], { tag: string; text: string }>

/** What came of a button, on the page that it leads to. */
export const SEASON_DONE = {
  proposed: '已提请，等另一位管理员决定。',
  published: '已发布。没有提交的登记会按新的方案重新判定。',
  extended: '登记时间已延长。首页已经改了，没有办完的家长会收到消息和短信。',
  refused: '已退回给提出人。',
  withdrawn: '已撤回。',
} as const

export const PUBLISH = {
  lead: '发布以后成为新的一版，不能再改。要两位管理员：一位提请，另一位决定。',
  clean: '没有检查出问题。',
  faulty: (count: number) => `还有 ${count} 处问题，改完才能提请发布`,
  first: '这一年第一次发布，家长在开始登记以前就能看到日期和学校。',
  next: (number: number) => `接在第 ${number} 版后面。已经提交的登记不变；没有提交的，按新的一版重新判定。`,
  agreement: '隐私协议改过：还没有提交的家长要重新同意。',
  confirm: '确认把截止时间提前。',
  propose: '提请发布',
} as const

/** The dates that families will hold to, as both administrators read them before they agree. */
export function datesOf({ opensAt, closesAt, bornFrom, bornTo, source }: { opensAt: number; closesAt: number; bornFrom: string; bornTo: string; source: string }): string {
  return `登记时间 ${dayAndTime(opensAt)} 到 ${dayAndTime(closesAt)}；${writtenDate(bornFrom)}到${writtenDate(bornTo)}出生的孩子可以报名。${source === '' ? '还没有写明依据的通知，日期请再核对一遍。' : `依据：${source}`}`
}

/** Over what was written with a draft that was given back. */
export function givenBack({ decidedBy, decidedAt }: { decidedBy: string | null; decidedAt: number | null }): string {
  return `${decidedBy ?? '另一位管理员'}${decidedAt === null ? '' : ` ${dayAndTime(decidedAt)}`} 不同意发布，退回修改`
}

/** Against what the figures below it count. */
export function comparedWith({ year, number }: { year: number; number: number }): string {
  return `和已发布的 ${year} 年第 ${number} 版相比：`
}

/** Where a draft would take back what families were told. */
export function broughtForward(draft: number, published: number): string {
  return `草稿的截止时间是 ${dayAndTime(draft)}，家长看到的是 ${dayAndTime(published)}。登记时间可能是起草以后延长的。`
}

export const WINDOW = {
  title: '延长登记时间',
  lead: '平台或登记部门停机以后用。只能延长，不能提前；要另一位管理员同意。',
  closesAt: '新的截止时间',
  closesAtHint: '北京时间。这一刻起不再接收。',
  reason: '原因',
  reasonHint: '家长在首页和消息里读到，例如「8月22日平台停机三小时，登记时间顺延」。',
  propose: '提请延长',
  none: '还没有延长过。',
} as const

export const SAVED = '已保存。'

/** Why a draft cannot be changed. */
export const DRAFT_LOCKED = {
  proposed: '这份草稿已经提请发布，在等另一位管理员决定，现在不能改。要改，请先撤回。',
  published: '这份草稿已经发布，不能再改。要改，请另起一份草稿。',
  dropped: '这份草稿已经放弃，不能再改。',
} as const

export const AGREEMENT = {
  field: '协议全文',
  hint: '# 开头的是标题，- 开头的是列表，空一行另起一段。',
  preview: '家长看到的样子',
  none: '还没有写。没有隐私协议的方案不能发布。',
  first: '家长登记以前要同意这份协议。',
  same: '和已经发布的一样，家长不用重新同意。',
  changed: '和已经发布的不一样：发布以后，还没有提交的家长要重新同意。',
} as const

/** What another administrator has proposed, on the page with which the day begins. */
export function toDecideWords(count: number): string {
  return `另一位管理员提请了 ${count} 项，等您决定`
}
