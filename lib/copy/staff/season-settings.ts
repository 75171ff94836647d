import type { SettingsField } from '@/lib/domain/season-settings'
import { dayAndTime } from '../time'

type FieldWords = { label: string; hint?: string }

export const SETTINGS_WORDS = {
  title: { label: '标题', hint: '首页和招生公告的大标题。' },
  countyName: { label: '区县名称' },
  source: { label: '依据的通知', hint: '文号，或者公布的网址。' },
  opensAt: { label: '开始登记', hint: '北京时间。' },
  closesAt: { label: '截止登记', hint: '北京时间。这一刻起不再接收，例如 8 月 24 日最后一分钟截止，填 8 月 25 日 00:00。' },
  bornFrom: { label: '出生日期，从' },
  bornTo: { label: '出生日期，到', hint: '这一天出生的也可以报名。' },
  readingSeconds: { label: '确认页阅读时间（秒）' },
  urbanPlaces: { label: '城区的乡镇和村（居）委会', hint: '一行一个乡镇。只有一部分算城区的，写「鼎湖镇：前进村、东庄村」。' },
  residentialUses: { label: '算作住宅的房产用途', hint: '用顿号分开，与不动产权证上的写法一样。' },
  'help.desk': { label: '现场办公点' },
  'help.hours': { label: '办公时间' },
  'review.workingDays': { label: '几个工作日内审完' },
  'review.until': { label: '一个工作日到几点', hint: '例如 17:30。' },
  'review.holidays': { label: '放假的日子', hint: '周一到周五里不上班的，一行一天，例如 2024-09-16。' },
  'review.workdays': { label: '调休上班的日子', hint: '周末里上班的，一行一天。' },
  'review.sampling': { label: '抽查已提交的登记（%）', hint: '每一百份里抽几份，抽到哪份谁也不能预知。' },
  'review.afterClose': { label: '截止时申诉还没审完的' },
  'allocation.criteria': { label: '同一类别内的先后', hint: '先后一样的，按公布的种子摇号。' },
  'allocation.overflow': { label: '学校满员以后' },
  'allocation.draw': { label: '抽签的种子用什么号码', hint: '截止以后才开出、谁都查得到的号码，例如「8月27日双色球的七个号码，从小到大」。家长在回执上读到，截止以后不能再改。' },
  'announcement.objectionDays': { label: '公布后几天内可以提异议' },
  'announcement.next': { label: '录取以后要做什么', hint: '家长在结果下面读到，例如报到的时间和要带的材料。' },
  'retention.draftDays': { label: '没有提交的登记，保存几天' },
  'retention.familyDays': { label: '家庭的资料和材料，保存几天' },
  'retention.registerDays': { label: '各部门的登记数据，保存几天' },
} as const satisfies Record<SettingsField, FieldWords>

const isField = (key: string): key is SettingsField => Object.hasOwn(SETTINGS_WORDS, key)

/** A setting by the label of its field; one without a field stands as it is in season.json. */
export function settingName(key: string): string {
  const [, school] = /^allocation\.neighbours\.(.+)$/.exec(key) ?? []
  if (school !== undefined) return `${school} 满员时统筹到`
  return isField(key) ? SETTINGS_WORDS[key].label : key
}

/** A setting's value as an officer reads it: an instant as the day and minute that it is here, unless seconds are in it. */
export function settingText(written: string): string {
  const at = /^\d{4}-\d\d-\d\dT/.test(written) ? Date.parse(written) : NaN
  return at % 60_000 === 0 ? dayAndTime(at) : written
}

export const SETTINGS_SECTIONS = {
  dates: '时间和年龄',
  places: '城区和住宅',
  help: '咨询',
  review: '审核',
  allocation: '录取',
  announcement: '公布',
  retention: '保存期限',
} as const

export const RETENTION_LEAD = '都从登记截止那天算起。'
export const NEIGHBOURS_LEAD = '满员时统筹到哪些学校：填学校代码，近的在前，用顿号分开。'

export const AFTER_CLOSE = { 'as-sent': '继续审，按交材料的时间办完登记', never: '不再办' } as const
export const OVERFLOW = { neighbours: '统筹到有空位的邻近学校', 'by-hand': '由区县逐个安排' } as const

const CRITERION = { 'category-row': '类别表的行', 'registered-on': '落户先后' } as const
const isCriterion = (name: string): name is keyof typeof CRITERION => name in CRITERION

/** An order of criteria, as one of the list's choices. */
export function criteriaWords(order: string): string {
  const names = order.split(',').filter(isCriterion).map((name) => CRITERION[name])
  return names.length === 0 ? '不分先后，直接摇号' : `先看${names.join('，再看')}`
}
