import { MOST_IN_FILE, MOST_ON_PAGE } from '@/lib/domain/address-limits'
import type { RowChange } from '@/lib/domain/season-changes'
import type { Against, ChangeKind, SimulationFault, SimulationStatus } from '@/lib/domain/simulation'
import { dayAndTime } from '../time'

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const SEASON_TRIAL_ERRORS = {
  DRAFT_UNCLEAR: '草稿里还有看不明白的地方，试不了。先改好总览里列出的问题。',
  NO_FAMILIES: '这一年还没有可以试算的登记。',
  SIMULATION_OPEN: '本县有一次试算还没有完成。等它完成，或者先取消。',
  SIMULATION_ENDED: '这次试算已经结束了。',
  ADDRESSES_MISSING: '没有读到地址。一行写一个地址，或者上传有地址的名单。',
  ADDRESSES_TOO_MANY: `地址太多了。页面上一次最多 ${MOST_ON_PAGE} 个，名单一次最多 ${MOST_IN_FILE} 个。`,
  ADDRESS_FILE_UNREADABLE: '名单读不了。请用 .xlsx，或者 UTF-8 编码的 .csv、.txt，不超过 2 MB。',
} as const satisfies Record<string, string>

export const ROW_CHANGE_NAMES = { added: '新增', removed: '删除', changed: '修改', moved: '换位置' } as const satisfies Record<RowChange['kind'], string>

export const AGAINST_NAMES = { submitted: '提交时的判定', published: '已发布的方案' } as const satisfies Record<Against, string>

/** What stands on the left of the arrow. */
export const BEFORE_NAMES = { submitted: '提交时', published: '已发布' } as const satisfies Record<Against, string>
export const AFTER_NAME = '草稿'

export const SIMULATION_STATUS = {
  queued: { tag: 'wait', text: '等待开始' },
  running: { tag: 'wait', text: '正在试算' },
  done: { tag: 'ok', text: '已完成' },
  failed: { tag: 'no', text: '没有完成' },
  cancelled: { tag: 'plain', text: '已取消' },
} as const satisfies Record<SimulationStatus, { tag: string; text: string }>

export const SIMULATION_FAULT_WORDS = {
  DRAFT_UNCLEAR: '开始的时候草稿里有看不明白的地方。改好总览里列出的问题，再试算一次。',
  INTERRUPTED: '服务器几次中断，没有算完。请再试算一次；还是不行，请联系运维。',
} as const satisfies Record<SimulationFault, string>

export const CHANGE_KIND_NAMES = { any: '全部', lost: '失去学校', school: '学校变了', category: '类别变了' } as const satisfies Record<ChangeKind, string>

/** Where nobody knows a school: an address that no row has, and a choice that is still open. */
export const NO_SCHOOL_YET = '未定学校'
export const NO_CATEGORY = '没有一类符合'

/** Above the columns of an export. */
export function triedNote({ year, revision }: { year: number; revision: number }, count: number): string {
  return `${year} 年招生方案草稿，第 ${revision} 次修改，试 ${count} 个地址。没有发布，不作为录取依据。`
}

const SETTING_NAMES: Readonly<Record<string, string>> = {
  county: '区县代码',
  countyName: '区县名称',
  year: '年份',
  title: '标题',
  source: '依据',
  opensAt: '登记开始',
  closesAt: '登记截止',
  bornFrom: '最早出生日期',
  bornTo: '最晚出生日期',
  urbanPlaces: '城区范围',
  residentialUses: '算住宅的用途',
  readingSeconds: '确认前阅读秒数',
  'review.workingDays': '审核期限（工作日）',
  'review.until': '每个工作日到几点',
  'review.holidays': '放假的日子',
  'review.workdays': '调休上班的日子',
  'review.sampling': '抽查比例',
  'review.afterClose': '截止后未审的申诉',
  'allocation.criteria': '同类排序的依据',
  'allocation.overflow': '学位不够时去哪里',
  'announcement.objectionDays': '异议期（天）',
  'announcement.next': '下一步',
  'retention.draftDays': '未提交的保留天数',
  'retention.familyDays': '家庭数据保留天数',
  'retention.registerDays': '登记数据保留天数',
  'help.desk': '咨询窗口',
  'help.hours': '咨询时间',
}

/** A setting's value as an officer reads it: an instant as the day and minute that it is here, unless seconds are in it. */
export function settingText(written: string): string {
  const at = /^\d{4}-\d\d-\d\dT/.test(written) ? Date.parse(written) : NaN
  return at % 60_000 === 0 ? dayAndTime(at) : written
}

/** A key that is not here stands as it is in season.json. */
export function settingName(key: string): string {
  const [, school] = /^allocation\.neighbours\.(.+)$/.exec(key) ?? []
  if (school !== undefined) return `${school} 的相邻学校`
  return (Object.hasOwn(SETTING_NAMES, key) ? SETTING_NAMES[key] : undefined) ?? key
}
