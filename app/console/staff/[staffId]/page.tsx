import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ConsolePage } from '@/components/console/console-page'
import { SessionTable } from '@/components/console/session-table'
import { Button } from '@/components/ui/button'
import { StatusTag } from '@/components/ui/tag'
import { STANDINGS } from '@/lib/copy/staff/accounts'
import { ROLE_NAMES } from '@/lib/copy/staff/frame'
import { dayAndTime } from '@/lib/copy/time'
import { accountAnswers } from '@/lib/domain/staff-accounts'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { schoolNameOf } from '@/lib/data/seasons'
import { findAccount } from '@/lib/data/staff-directory'
import { listStaffSessions } from '@/lib/data/staff-sessions'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { disable, enable, endAll, endOne, unlock } from '../actions'

export const metadata: Metadata = { title: '账号' }

type Props = { params: Promise<{ staffId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** One account of the county: how it stands, where it is signed in, and what an administrator may do about it. */
export default async function StaffMemberPage({ params, searchParams }: Props) {
  const asked = accountAnswers.safeParse(await params)
  const actor = await requireStaff('staff', paths.staffList)
  const { real } = await requestNow()
  const account = asked.success ? await findAccount(actor, asked.data.staffId, real) : null
  if (!account) notFound()
  const isOwn = account.id === actor.staffId
  const [sessions, schoolName, query] = await Promise.all([listStaffSessions(account.id, real), schoolNameOf(account), searchParams])
  const { tag, text } = STANDINGS[account.standing]
  return (
    <ConsolePage actor={actor} current="staff" demonstration={isDemonstration()} fault={query.fault} title={account.name} back={{ href: paths.staffList, to: '账号' }}>
      <dl className="facts max-w-form">
        <div><dt>用户名</dt><dd>{account.username}</dd></div>
        <div><dt>角色</dt><dd>{ROLE_NAMES[account.role]}{schoolName ? `，${schoolName}` : ''}</dd></div>
        <div><dt>状态</dt><dd><StatusTag kind={tag}>{text}</StatusTag>{account.lockedUntil && <span className="pl-2">到 {dayAndTime(account.lockedUntil)}</span>}</dd></div>
        <div><dt>最近使用</dt><dd>{account.lastSeenAt === null ? '没有登录过' : dayAndTime(account.lastSeenAt)}</dd></div>
      </dl>
      <div className="filters">
        {account.standing === 'locked' && <AccountButton id={account.id} post={unlock}>解锁</AccountButton>}
        {sessions.some(({ id }) => id !== actor.sessionId) && <AccountButton id={account.id} post={endAll}>{isOwn ? '结束其他登录' : '结束全部登录'}</AccountButton>}
        {account.standing === 'disabled' && <AccountButton id={account.id} post={enable}>重新启用</AccountButton>}
        {account.standing !== 'disabled' && !isOwn && <AccountButton id={account.id} post={disable}>停用账号</AccountButton>}
        {isOwn && <p className="text-sm text-ink-soft">这是您自己的账号，停用要由另一位管理员办理。</p>}
      </div>
      <section aria-labelledby="sessions" className="con-part">
        <h2 id="sessions" className="text-lg">登录中的设备</h2>
        {sessions.length === 0 ? <p>现在没有登录。</p> : <SessionTable sessions={sessions} own={actor.sessionId} end={endOne} />}
      </section>
    </ConsolePage>
  )
}

function AccountButton({ id, post, children }: { id: string; post: (form: FormData) => Promise<void>; children: string }) {
  return (
    <form action={post}>
      <input type="hidden" name="staffId" value={id} />
      <Button variant="secondary">{children}</Button>
    </form>
  )
}
