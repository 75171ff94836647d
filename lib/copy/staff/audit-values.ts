import { countyName } from '@/lib/domain/counties'
import { STEP_NAMES } from '../steps'
import { dayAndTime } from '../time'
import { consentName, outcomeName, PROPOSAL_NAMES, registerName } from './application-file'
import { SEARCH_NAMES } from './applications'
import { PRESENCE_WORDS } from './assist'
import { ROLE_NAMES } from './frame'
import { CASE_GROUND_NAMES, CASE_STANDINGS, CASE_TITLES } from './queue'
import { UPLOAD_NAMES } from './registers'
import { MASKED_NAMES } from './reveals'
import { STATE_WORDS } from './school'
import { TABLE_NAMES } from './season-drafts'
import { AGAINST_NAMES } from './season-trial'
import { PROPOSAL_KINDS } from './season-publication'

/** Codes that events hold, by the name of the field; one that is not here stands as it was written. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...CASE_TITLES, ...PROPOSAL_NAMES, ...MASKED_NAMES, ...PROPOSAL_KINDS, paper: '纸质同意书' },
  step: { ...STEP_NAMES, school: '选择志愿学校' },
  subject: { student: '学生' },
  placement: { matched: '对上学区', 'choice-required': '还要选学校', ambiguous: '对上了几种结果', unmatched: '没有对上', 'by-hand': '人工安排' },
  by: { ...SEARCH_NAMES, totp: '动态口令', recovery: '备用码' },
  because: {
    ...CASE_GROUND_NAMES, student: '同一个孩子', home: '同一处房产', guardian: '同一位监护人',
    unknown: '没有这个账号', password: '密码不对', code: '动态口令不对', locked: '账号锁定中', disabled: '账号已停用', 'signed in anew': '重新登录', 'session ended': '登录结束', 'not signed': '没有签同意书', 'replaced token came back': '换下的登录凭证又被使用，可能被人复制',
  },
  what: { password: '换密码', code: '重新绑定动态口令', 'recovery codes': '换一组备用码', disabled: '停用', enabled: '重新启用', unlocked: '解锁', reset: '重置', cancelled: '取消' },
  role: ROLE_NAMES,
  presence: PRESENCE_WORDS,
  size: { full: '大图', thumb: '小图' },
  at: { desk: '线下窗口' },
  to: { complete: '截止后办结' },
  moved: { up: '前移', down: '后移' },
  table: TABLE_NAMES,
  basedOn: { files: '上传的文件' },
  done: { added: '加一行', changed: '修改', deleted: '删除', moved: '移动' },
  near: { true: '是' },
  kept: { true: '是', false: '否' },
  overCapacity: { true: '是', false: '否' },
  complaint: CASE_GROUND_NAMES,
  outcome: { kept: CASE_STANDINGS.kept.text, changed: CASE_STANDINGS.changed.text, register: '可以导入', answers: '可以导入', refused: '有不合格的行' },
  register: UPLOAD_NAMES,
  scope: { drafts: '没有提交的登记', families: '全部家庭', registers: '登记数据' },
  drafts: { true: '是', false: '否' },
  against: AGAINST_NAMES,
  state: Object.fromEntries(Object.entries(STATE_WORDS).map(([state, { text }]) => [state, text])),
}

const READ: Readonly<Record<string, (value: string) => string>> = {
  kind: consentName,
  registry: registerName,
  outcome: outcomeName,
  from: (code) => countyName(code) ?? code,
  to: (code) => countyName(code) ?? code,
  judgedAt: (instant) => dayAndTime(Number(instant)),
  lockedMs: (ms) => `${Math.ceil(Number(ms) / 60_000)} 分钟`,
}

/** What an event holds in a field, in words where there are some. @param path as `linesOf` gives it */
export function fieldValue(path: string, value: string): string {
  if (value === 'null' || value === '') return '—'
  const name = path.split('.').at(-1) ?? ''
  const words = VALUES[name]
  if (words && Object.hasOwn(words, value)) return words[value] ?? value
  return READ[name]?.(value) ?? value
}
