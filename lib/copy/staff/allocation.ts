import type { ALLOCATION_CRITERIA, AllocationOutcome, AllocationReason } from '@/lib/rules'
import type { ByHandBeside } from '@/lib/domain/allocation'

/** What is said of a refusal around the final allocation, by code: what, and what to do next. */
export const ALLOCATION_ERRORS = {
  ALLOCATION_NOT_CLOSED: '采集还没有截止，截止以后才能试排和公布。',
  ALLOCATION_NOBODY: '没有一份已提交的登记，没有可以排的。',
  ALLOCATION_SEED: '种子要 6 到 100 个字，写在一行里，例如公开摇出的号码。',
  ALLOCATION_CAPACITY_MISSING: '有学校的学位数没有填，请先在招生方案里补上并发布。',
  ALLOCATION_SCHOOL_UNKNOWN: '有登记的预分配学校不在现在的招生方案里，请先核对学校表。',
  ALLOCATION_CATEGORY_UNKNOWN: '有登记的类别行不在现在的招生方案里，请先核对类别表。',
  ALLOCATION_PUBLISHED: '录取结果已经公布，不能再试排或再公布。',
  ALLOCATION_APPEALS_OPEN: '还有截止前提交的申诉没有审完，审完以后再公布。',
  ALLOCATION_INPUTS_CHANGED: '试排以后登记或招生方案有变动，这一次的结果不能公布。请再试排一次。',
  ALLOCATION_REFUSAL_REASON: '不同意公布，请写明原因。',
} as const satisfies Record<string, string>

/** What the second administrator weighs before anything is told: whoever tries seeds until one suits leaves each of them there. */
export function triedSoFar(runs: readonly { seed: string }[]): string {
  const seeds = new Set(runs.map(({ seed }) => seed)).size
  return `这一季试排过 ${runs.length} 次，用过 ${seeds} 个种子。请核对这一次的种子是不是事先公开商定的那一个。`
}

export const OUTCOME_NAMES = {
  admitted: { tag: 'ok', text: '录取' },
  coordinated: { tag: 'hold', text: '统筹' },
  'by-hand': { tag: 'wait', text: '人工安排' },
} as const satisfies Record<AllocationOutcome, { tag: string; text: string }>

/** Why, as officers and inspectors read it. */
export const REASON_WORDS = {
  WITHIN_CAPACITY: '排在学位数以内',
  LOT_DRAWN: '同等条件，按抽签录取',
  NEIGHBOUR_SCHOOL: '预分配学校已满，到相邻学校',
  NO_SCHOOL: '没有预分配学校',
  SIBLINGS_DO_NOT_FIT: '同胞放不下，余下学位已留',
  SIBLINGS_APART: '同胞不能都进，学位已留',
  NO_SEAT_LEFT: '没有空余学位',
  DECIDED_BY_HAND: '人工安排',
} as const satisfies Record<AllocationReason, string>

export const CRITERION_NAMES = {
  'category-row': '类别表的行',
  'registered-on': '学生落户时间',
} as const satisfies Record<(typeof ALLOCATION_CRITERIA)[number], string>

/** What publishing a run does to the schools by hand: those beside it come with it, those beside another run do not. */
export function byHandWords({ here, elsewhere }: ByHandBeside): string {
  return [here > 0 && `这一次的人工决定 ${here} 人，一起公布。`, elsewhere > 0 && `另有 ${elsewhere} 人的人工决定是对着别的试排做的，不带到这一次，要重新提出。`].filter(Boolean).join('')
}

/** What has been done, from the address. */
export const ALLOCATION_DONE = {
  run: '已试排。',
  same: '登记、招生方案和种子都和这一次相同，没有重复生成。',
  proposed: '已提请公布，等另一位管理员决定。',
  withdrawn: '已撤回。',
  refused: '已不同意，原因已经记下。',
  published: '已公布，家长会收到消息。',
} as const satisfies Record<string, string>
