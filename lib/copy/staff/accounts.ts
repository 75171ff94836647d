import { minutes } from '../time'

/** What is said of a refusal around accounts and sign-in, by code: what, and what to do next. */
export const ACCOUNT_ERRORS = {
  SIGN_IN_WRONG: '用户名、密码或动态口令不对。动态口令每 30 秒换一个，每个只能用一次。',
  SIGN_IN_LOCKED: '用户名、密码或动态口令不对。连续输错，这个用户名暂停登录，急用可以请本县管理员解锁。',
  SIGN_IN_LIMIT: '这台电脑或这个办公室登录太频繁，暂停登录。',
  SIGN_IN_MISSING: '用户名、密码、动态口令三项都要填。',
  PASSWORD_MISSING: '请填写现在的密码。',
  PASSWORD_WRONG: '现在的密码不对。',
  PASSWORD_SHORT: '新密码至少 12 个字符，可以是一句话。',
  PASSWORD_LONG: '新密码最多 128 个字符。',
  PASSWORD_OBVIOUS: '新密码太容易猜到：不要有用户名、姓名、连续的数字或字母，也不要总是同几个字符。',
  PASSWORD_SAME: '新密码和现在的密码一样，请换一个。',
  PASSWORDS_DIFFER: '两次填的不一样，请再填一次。',
  ACCOUNT_LOCKED: '密码连续输错，账号暂停使用。可以请本县管理员解锁。',
  CODE_WRONG: '动态口令不对。请填手机上现在显示的 6 位数字；一直不对，请核对手机的时间。',
  OFFER_GONE: '这个二维码已经不能用了，请重新开始绑定。',
  OWN_ACCOUNT: '不能停用自己的账号。要停用，请另一位管理员办理。',
} as const satisfies Record<string, string>

/** How an account stands, in the list of accounts. */
export const STANDINGS = {
  open: { tag: 'ok', text: '正常' },
  new: { tag: 'draft', text: '还没有首次登录' },
  locked: { tag: 'wait', text: '已锁定' },
  disabled: { tag: 'no', text: '已停用' },
} as const

/** A refusal's sentence, and for how long it holds where that is known. */
export function withWait(sentence: string, waitMs: number | undefined): string {
  return waitMs === undefined ? sentence : `${sentence}请过 ${minutes(waitMs)}再试。`
}

/** What stands above the sign-in: why somebody is here again. Null when they simply came. @param ended whether the browser still brings a session that is none any more: what ended it is in the log, and could be any of these */
export function staffSignInNotice(query: Record<string, string | string[] | undefined>, ended: boolean): { title: string; text: string } | null {
  if (query.expired || ended) return { title: '登录已经结束', text: '太久没有操作，用满了一天，管理员结束了它，或者同一个登录在别处用过，都要重新登录。登录以后回到刚才的那一页。没有离开过座位的，请告诉管理员。' }
  if (query.out) return { title: '已经退出', text: '离开座位前退出，别人就打不开您的页面。' }
  return null
}

const BROWSERS = [['Edg/', 'Edge'], ['MicroMessenger/', '微信'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const
const SYSTEMS = [['Windows', 'Windows'], ['Android', '安卓'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Mac OS X', 'Mac'], ['Linux', 'Linux']] as const

/** A browser's words about itself, short enough to recognise one's own by. */
export function agentName(agent: string): string {
  const find = (among: readonly (readonly [string, string])[]) => among.find(([mark]) => agent.includes(mark))?.[1]
  return [find(BROWSERS), find(SYSTEMS)].filter((part) => part !== undefined).join('，') || '其他'
}
