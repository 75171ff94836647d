import type { AuditReason, CaseGround, CaseKind } from '@/lib/domain/cases'
import type { CaseAge, CaseReviewers, CaseState } from '@/lib/domain/case-filters'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import { COMPLAINT_WORDS } from '../objections'
import { RETURN } from '../returns'
import { DAY_MS, shanghaiDay } from '@/lib/domain/shanghai-day'
import { clockTime } from '../time'

/** What an officer calls a case. */
export const CASE_TITLES = {
  STUDENT_NOT_FOUND: '未查到学生',
  GUARDIAN_MISMATCH: '监护人不符',
  SINGLE_PARENT: '单亲家庭',
  BLENDED_FAMILY: '重组家庭',
  GRANDPARENT_KINSHIP: '隔代亲属',
  NO_VALID_MATERIALS: '无有效材料',
  MATERIAL_AUDIT: '材料抽查',
  OBJECTION: '结果异议',
} as const satisfies Record<CaseKind, string>

/** What stands beside the kind, in a word. */
export const CASE_GROUND_NAMES = {
  ...GROUND_NAMES,
  PATERNAL_GRANDFATHER: '祖父',
  PATERNAL_GRANDMOTHER: '祖母',
  MATERNAL_GRANDFATHER: '外祖父',
  MATERNAL_GRANDMOTHER: '外祖母',
  'by-hand': '人工安排学校',
  'shared-property': '房产多家在用',
  'desk-facts': '窗口录入',
  'registries-differ': '登记不一致',
  sampled: '随机抽取',
  'wrong-category': COMPLAINT_WORDS['wrong-category'].title,
  'wrong-catchment': COMPLAINT_WORDS['wrong-catchment'].title,
  'siblings-apart': COMPLAINT_WORDS['siblings-apart'].title,
  'something-else': COMPLAINT_WORDS['something-else'].title,
} as const satisfies Record<CaseGround | AuditReason, string>

export const CASE_STATE_NAMES = { open: '等我们处理', free: '待审核', taken: '审核中', closed: '已处理' } as const satisfies Record<CaseState, string>
export const CASE_AGE_NAMES = { overdue: '已超期', 'due-today': '今天到期', 'three-days': '3 天以上', week: '7 天以上' } as const satisfies Record<CaseAge, string>
export const CASE_REVIEWER_NAMES = { 'free-or-mine': '未领取和我的', mine: '我的', anyone: '全部' } as const satisfies Record<CaseReviewers, string>

/** How a case stands, and the shape of its tag. */
export const CASE_STANDINGS = {
  free: { tag: 'wait', text: CASE_STATE_NAMES.free },
  taken: { tag: 'wait', text: CASE_STATE_NAMES.taken },
  proposed: { tag: 'wait', text: '待复核' },
  approved: { tag: 'ok', text: '已通过' },
  refused: { tag: 'no', text: '未通过' },
  confirmed: { tag: 'ok', text: '核查无误' },
  'proposed-for-return': { tag: 'no', text: RETURN.proposed },
  kept: { tag: 'ok', text: '维持结果' },
  changed: { tag: 'ok', text: '已改学校' },
  withdrawn: { tag: 'plain', text: '已撤回' },
} as const

export const QUEUE = {
  title: '申诉审核',
  table: '申诉列表',
  next: '领取下一件',
  release: '放回',
  inHand: (count: number) => `您手上有 ${count} 件`,
  alsoInHand: (count: number) => `手上还有 ${count} 件`,
  reassign: '改派',
  reassignTo: '改派给',
  unplaced: '未定',
  unclaimed: '未领取',
  search: '查姓名',
  filter: '筛选',
  clear: '清除筛选',
  nextPage: '下一页',
  firstPage: '回到第一页',
  empty: '按现在的筛选，没有申诉。可以清除筛选，或者把审核人改成「全部」再看。',
} as const

/** Over the queue, after a verdict from which no next case was opened. */
export const QUEUE_DONE = {
  decided: '决定已提交。',
  last: '决定已提交。按现在的筛选，没有可以领取的了。',
} as const

export function queueLead(claimMs: number): string {
  return `最早到期的在前。领取后 ${claimMs / 60_000} 分钟内别人拿不到。`
}

/** @param count null where there are more than are counted */
export function queueCount(shown: number, count: number | null, countedUpTo: number): string {
  return `这一页 ${shown} 件，${count === null ? `超过 ${countedUpTo} 件` : `共 ${count} 件`}`
}

export const REASSIGN_KEY = { keys: ['G'], what: QUEUE.reassign } as const

/** The keys of the queue, along its foot; claiming is a reviewer's, reassigning an administrator's. */
export function queueKeys(decides: boolean) {
  const claiming = decides ? [{ keys: ['N'], what: QUEUE.next }, { keys: ['U'], what: '放回队列' }] : [REASSIGN_KEY]
  return [{ keys: ['J', 'K'], what: '下一件、上一件' }, { keys: ['Enter'], what: '打开' }, ...claiming, { keys: ['/'], what: QUEUE.filter }]
}
export const LEAVE_KEY = { keys: ['Esc'], what: '离开正在填的一格' } as const

/** When a case is due: 已超 1 天, 今天 17:30, 明天, 8月18日. `pressing`: today or before. Instants of the season's clock. */
export function dueWords(dueAt: number, at: number): { words: string; pressing: boolean } {
  const day = shanghaiDay(dueAt)
  const over = (Date.parse(shanghaiDay(at)) - Date.parse(day)) / DAY_MS
  if (over > 0) return { words: `已超 ${over} 天`, pressing: true }
  if (over === 0) return { words: `今天 ${clockTime(dueAt)}${dueAt < at ? ' 已过' : ''}`, pressing: true }
  const [, month, date] = day.split('-').map(Number)
  return { words: over === -1 ? '明天' : `${month}月${date}日`, pressing: false }
}
