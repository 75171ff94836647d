import { RETURN } from '../returns'
import type { Column } from '@/lib/domain/application-columns'
import type { SearchKind } from '@/lib/domain/application-search'
import { REVEAL_LIMITS } from '@/lib/domain/form-limits'
import type { Status } from '@/lib/domain/status'

/** What is said of a refusal in this part of the county's side, by code: what, and what to do next. */
export const APPLICATION_ERRORS = {
  SEARCH_TOO_SHORT: '太短了，查出来的会太多。姓名至少一个字，地址至少两个字，编号至少六位。',
  SEARCH_ID_NUMBER: '身份证号要填完整的 18 位，并且没有填错。只记得一部分的，请用姓名查。',
  SEARCH_RECEIPT: '回执编号要填完整，例如 3601232023-7F3K-9QXM。',
  RETURN_NOT_SUBMITTED: '只有已提交的登记可以退回。',
  RETURN_CLOSED: '采集已经截止，不能再退回修改。',
  RETURN_WAITING: '这份登记已经有人提议退回，等另一位管理员决定。',
  RETURN_REASON: '退回要写明要改什么，至少四个字，家长会看到。',
  RETURN_REFUSAL_REASON: '不同意退回，请写明原因。',
  TOO_MANY_REVEALS: `一小时最多显示 ${REVEAL_LIMITS.hour} 个完整号码，一天最多 ${REVEAL_LIMITS.day} 个，现在已经满了。请过一会儿再看；这一次也记入审计。`,
  REVEAL_REASON: '要显示完整号码，请写明理由，至少四个字。',
} as const satisfies Record<string, string>

/** What one may look for. */
export const SEARCH_NAMES = {
  name: '姓名',
  place: '住址',
  'id-number': '身份证号',
  receipt: '回执编号',
  'home-number': '产权证号、合同编号',
} as const satisfies Record<SearchKind, string>

export const COLUMN_NAMES = {
  'id-number': '身份证号',
  guardian: '家长',
  'phone-tail': '手机尾号',
  basis: '入学方式',
  address: '地址',
  category: '类别',
  school: '预分配学校',
  row: '学区表行',
  status: '状态',
  receipt: '回执编号',
  'submitted-at': '提交时间',
  'changed-at': '最近变动',
} as const satisfies Record<Column, string>

/** Where an application stands, as the county's lists call it. */
export const STATUS_NAMES = {
  draft: { tag: 'draft', text: '填写中' },
  submitted: { tag: 'ok', text: '已提交' },
  returned: { tag: 'hold', text: RETURN.state },
  withdrawn: { tag: 'plain', text: '已作废' },
} as const satisfies Record<Status, { tag: string; text: string }>

/** After the close nothing more can come in the place of what was sent back: it is submitted, by the round that holds. */
export function statusWords(status: Status, { open, round }: { open: boolean; round: number }): { tag: (typeof STATUS_NAMES)[Status]['tag']; text: string } {
  if (status !== 'returned' || open) return STATUS_NAMES[status]
  return { tag: STATUS_NAMES.submitted.tag, text: `${STATUS_NAMES.submitted.text}（第 ${round} 次提交的有效）` }
}

/** What has become of a proposed return, once it was decided. */
export const RETURN_DONE = {
  returned: '已退回，家长会收到消息。',
  refused: '没有退回，原因已经记下。',
  'taken-up': '已用您的名义提出，还要另一位管理员同意，才会退回。',
} as const
