import type { AppealKind } from '@/lib/rules'
import type { CaseField, CaseGroup, Unwritten } from '@/lib/domain/case-comparison'
import type { AuditOutcome, AuditReason } from '@/lib/domain/cases'
import { RETURN } from '../returns'
import { DECISION } from './decision'
import { QUEUE, REASSIGN_KEY } from './queue'

/** Why a submission is checked. */
export const AUDIT_BECAUSE = {
  'by-hand': '学校由区县人工安排，请核对地址',
  'shared-property': '同一处房产，还有不相干的家庭在用',
  'desk-facts': '用了线下窗口录入的信息',
  'registries-differ': '不同登记里的信息对不上',
  sampled: '随机抽查',
} as const satisfies Record<AuditReason, string>

export const COMPARISON = { field: '项目', registry: '公安户籍登记', county: '区县审核确认', registries: '现在的登记', claim: '家庭填写', submitted: '提交的内容', differs: '不一致', none: '没有可以对照的登记' } as const

export const FIELD_NAMES = {
  FATHER: '父亲',
  MOTHER: '母亲',
  GUARDIAN: '监护人',
  name: '姓名',
  'id-number': '身份证号',
  relation: '关系',
  address: '地址',
  'living-address': '现住址',
  head: '户主',
  housing: '城区住房',
  use: '用途',
  owners: '产权人',
  certificate: '证号',
} as const satisfies Record<CaseField, string>

const NUMERALS = ['一', '二', '三', '四', '五', '六'] as const

const GROUPS = { student: '学生', guardian: '监护人', grandparent: '（外）祖父母', through: '是谁的父母', home: '住房' } as const satisfies Record<CaseGroup, string>

export function groupName(group: CaseGroup, place: number | null): string {
  return `${GROUPS[group]}${place === null ? '' : (NUMERALS[place - 1] ?? place)}`
}

export const UNWRITTEN = {
  nothing: '没有',
  unnamed: '姓名未登记',
  'not-asked': '—',
  unanswered: '登记没有答复',
  removed: '申请删除',
  'no-housing': '没有',
} as const satisfies Record<Unwritten, string>

/** Why a family cannot go on, until its appeal is approved. */
const STOPPED = {
  STUDENT_NOT_FOUND: '不能继续，查不到学生的登记',
  GUARDIAN_MISMATCH: '不能继续，监护人与登记不符',
  SINGLE_PARENT: '不能继续，登记里没有提交人',
  BLENDED_FAMILY: '不能继续，登记里没有提交人',
  GRANDPARENT_KINSHIP: '不能用（外）祖父母的房产，亲属关系查不到',
  NO_VALID_MATERIALS: '不能用这种方式，材料还没有审核',
} as const satisfies Record<AppealKind, string>

/** Approved, and nothing more is known: which register is asked next, or what the family fills in. */
const ONWARD = {
  STUDENT_NOT_FOUND: '可以接着办。户籍和房产到那时才查',
  GUARDIAN_MISMATCH: '可以接着办。户籍和房产到那时才查',
  SINGLE_PARENT: '可以接着办，入学方式还没有选',
  BLENDED_FAMILY: '可以接着办，入学方式还没有选',
  GRANDPARENT_KINSHIP: '可以填写老人的不动产权证号，再看学校',
  NO_VALID_MATERIALS: '房产登记没有答复，还看不到学校',
} as const satisfies Record<AppealKind, string>

export const OUTLOOK = {
  told: '家庭的说明',
  title: '通过会怎样',
  now: '现在',
  approved: '通过以后',
  determined: '判定',
  stopped: STOPPED,
  onward: ONWARD,
  outdated: '不能通过：登记在提交以后变了',
  because: '为什么查',
} as const

export const RELATED = {
  title: '关联',
  none: '孩子、房产和监护人都没有出现在本县其他申请里',
  elsewhere: '其他区县另有一份登记涉及同一个孩子、房产或监护人。',
  more: (count: number) => `还有 ${count} 份，到「登记查询」里按住址查。`,
  because: { student: '同一个孩子', home: '同一处房产', guardian: '同一位监护人' },
  this: '本件',
  other: '另一份',
  rows: { child: '学生', childIdNumber: '身份证号', guardian: '申请人', address: '地址', status: '状态', school: '学校' },
} as const

export const HISTORY = {
  title: '历次提交',
  round: (number: number) => `第 ${number} 次`,
  sent: '提交',
  approved: '通过',
  refused: '不通过',
  wanted: (label: string) => `要求补${label}`,
  waiting: '待审核',
  other: (number: number) => `另一份同类申请，第 ${number} 次`,
  undecided: '家庭自己撤回，没有审核',
  takenBack: '区县两名工作人员撤回了这项确认',
  files: '那一次的材料',
  submitted: (round: number) => (round === 1 ? '提交登记' : `第 ${round} 次提交登记`),
  audit: { confirmed: DECISION.confirmed, 'proposed-for-return': RETURN.propose } satisfies Record<AuditOutcome, string>,
  returned: RETURN.act,
  inOrder: (papers: readonly string[]) => `核对过的材料：${papers.join('、')}`,
} as const

export const NOTES = { title: '内部备注', hint: '只有工作人员看得到，提交决定时一起保存', label: '写备注', save: '保存备注' } as const

export const CLAIM = {
  back: '回到队列',
  file: '登记全文',
  mine: (until: string) => `您已领取，${until} 到期`,
  soon: (until: string) => `您已领取，${until} 到期，接着操作就续时`,
  theirs: (name: string, until: string) => `${name}已领取，${until} 到期`,
  free: '还没有人领取。领取以后才能决定，30 分钟内别人拿不到。',
  watching: '您可以查看，不能决定。',
  claim: '领取',
  release: '放回队列',
  closed: '这件已经办完。',
  proposed: '答复已经提出，等另一位工作人员复核。复核以前不能再改。',
  newer: '家庭又提交了一次，去看新的一件',
} as const

/** Said at the head of a case that is not in one's hand any more, before anything is sent. */
export const CLAIM_LOST = {
  CASE_NOT_YOURS: '这件已经不在您手上：领取到期，或者被改派了。',
  CASE_DECIDED: '这件已经处理完，或者家庭已经撤回。',
  NOT_FOUND: '这件已经不在本县。',
} as const

/** Before those of a case that has papers to look at. */
export const LOOKING_KEYS = [{ keys: ['←', '→'], what: '换一张' }, { keys: ['+', '-'], what: '缩放' }, { keys: ['R'], what: '旋转' }, { keys: ['F'], what: '全屏' }] as const
/** Of papers in one's hand. */
export const TICKING_KEYS = [{ keys: ['V'], what: '核对' }, { keys: ['1-9'], what: '勾选' }] as const
const NOTING = { keys: ['B'], what: '写备注' } as const
const LEAVE = { keys: ['Esc'], what: '返回' } as const
/** Of papers that stand beside a decision without keys of its own. */
export const PAPER_KEYS = [...LOOKING_KEYS, LEAVE] as const
const BACK = { keys: ['Esc'], what: '回队列' } as const
const NEXT = { keys: ['N'], what: QUEUE.next } as const
const SENDING = [NOTING, { keys: ['Ctrl', 'Enter'], what: '提交' }, { keys: ['U'], what: QUEUE.release }, BACK] as const

/** Along the foot: of an appeal, of a submission and of an objection in one's hand; in nobody's; past deciding for this reviewer; and for who only watches, or may give it away. */
export const CASE_KEYS = {
  appeal: [{ keys: ['A'], what: '通过' }, { keys: ['D'], what: '不通过' }, { keys: ['M'], what: '补材料' }, ...SENDING],
  submission: [{ keys: ['A'], what: DECISION.confirmed }, { keys: ['D'], what: RETURN.propose }, ...SENDING],
  closed: [{ keys: ['A'], what: DECISION.confirmed }, ...SENDING],
  objection: [{ keys: ['A'], what: '维持结果' }, { keys: ['D'], what: '改学校' }, ...SENDING],
  free: [{ keys: ['C'], what: CLAIM.claim }, NOTING, NEXT, BACK],
  passed: [NOTING, NEXT, BACK],
  watched: [BACK],
  givable: [REASSIGN_KEY, BACK],
} as const
