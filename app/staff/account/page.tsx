import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { SessionTable } from '@/components/console/session-table'
import { Actions } from '@/components/layout/actions'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { schoolNameOf } from '@/lib/data/seasons'
import { countRecoveryCodes } from '@/lib/data/staff-accounts'
import { listStaffSessions } from '@/lib/data/staff-sessions'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { CURRENT_PASSWORD_FIELD, NEW_PASSWORD_FIELDS } from '../password-fields'
import { StaffForm } from '../staff-form'
import { changePassword, endOne, endOthers, enrolAnew, renewCodes } from './actions'

export const metadata: Metadata = { title: '我的账号' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** One's own password, one-time codes and sessions. */
export default async function AccountPage({ searchParams }: Props) {
  const actor = await requireStaff('account', paths.staffAccount)
  const { real } = await requestNow()
  const [sessions, codes, schoolName, query] = await Promise.all([listStaffSessions(actor.staffId, real), countRecoveryCodes(actor.staffId), schoolNameOf(actor), searchParams])
  return (
    <ConsolePage actor={actor} current="account" schoolName={schoolName} demonstration={isDemonstration()} title="我的账号" lead={`用户名 ${actor.username}`} fault={query.fault}>
      {query.done === 'password' && <Notice kind="ok" title="密码已经换好"><p role="status">其他设备上的登录都已结束。</p></Notice>}
      <section aria-labelledby="sessions" className="con-part">
        <div className="con-head">
          <h2 id="sessions" className="text-lg">登录中的设备</h2>
          {sessions.length > 1 && <form action={endOthers}><Button variant="secondary">结束其他设备</Button></form>}
        </div>
        <SessionTable sessions={sessions} own={actor.sessionId} end={endOne} />
      </section>
      <div className="grid gap-8 lg:grid-cols-3">
        <section aria-labelledby="password" className="con-part">
          <h2 id="password" className="text-lg">换密码</h2>
          <StaffForm id="password-" post={changePassword} username={actor.username} fields={[CURRENT_PASSWORD_FIELD, ...NEW_PASSWORD_FIELDS]}>
            <Actions><SubmitButton variant="secondary" waitingText="正在保存">换密码</SubmitButton></Actions>
          </StaffForm>
        </section>
        <section aria-labelledby="code" className="con-part">
          <h2 id="code" className="text-lg">换手机，重新绑定动态口令</h2>
          <p className="text-sm text-ink-soft">下一步显示二维码。新的绑定好以前，原来的照常使用。</p>
          <StaffForm id="code-" post={enrolAnew} username={actor.username} fields={[CURRENT_PASSWORD_FIELD]}>
            <Actions><SubmitButton variant="secondary" waitingText="正在准备">重新绑定</SubmitButton></Actions>
          </StaffForm>
        </section>
        <section aria-labelledby="codes" className="con-part">
          <h2 id="codes" className="text-lg">备用码</h2>
          <p className="text-sm text-ink-soft">还有 {codes} 个没有用过。换一组新的，原来的就都作废。</p>
          <StaffForm id="codes-" post={renewCodes} username={actor.username} fields={[CURRENT_PASSWORD_FIELD]}>
            <Actions><SubmitButton variant="secondary" waitingText="正在准备">换一组备用码</SubmitButton></Actions>
          </StaffForm>
        </section>
      </div>
    </ConsolePage>
  )
}
