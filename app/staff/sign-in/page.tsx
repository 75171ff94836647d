import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/console/entrance'
import { Actions } from '@/components/layout/actions'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { staffSignInNotice } from '@/lib/copy/staff/accounts'
import { landingOf } from '@/lib/domain/staff-accounts'
import { bringsStaffCookie, findStaff } from '@/lib/auth/require-staff'
import { isDemonstration } from '@/lib/env'
import { paths, staffPath } from '@/lib/paths'
import { StaffForm } from '../staff-form'
import { signIn } from './actions'

export const metadata: Metadata = { title: '工作人员登录' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StaffSignInPage({ searchParams }: Props) {
  const query = await searchParams
  const to = staffPath(query.to)
  const actor = await findStaff()
  if (actor) redirect(actor.due ? paths.staffSetUp : landingOf(actor.role, to))
  const notice = staffSignInNotice(query, await bringsStaffCookie())
  return (
    <Entrance title="工作人员登录" lead="县教体局和学校的工作人员从这里登录。家长请用昌通码登录。" demonstration={isDemonstration()}>
      {notice && <Notice kind="info" title={notice.title}><p>{notice.text}</p></Notice>}
      <StaffForm
        post={signIn.bind(null, to)}
        fields={[
          { name: 'username', label: '用户名', autoComplete: 'username' },
          { name: 'password', label: '密码', type: 'password', autoComplete: 'current-password' },
          { name: 'code', label: '动态口令', hint: '手机验证器上现在显示的 6 位数字。手机不在身边的，填一个备用码。', autoComplete: 'one-time-code' },
        ]}
      >
        <Actions><SubmitButton waitingText="正在登录">登录</SubmitButton></Actions>
      </StaffForm>
      {isDemonstration() && <Notice title="演示账号"><p>用户名在启动时列出。运行 <code className="font-sans font-bold">npm run demonstration-code -- 用户名</code>，得到密码和现在的动态口令。</p></Notice>}
      <p className="text-sm text-ink-soft">连续输错会暂停登录，一次比一次久；别人输错的，不影响您平时登录用的浏览器。忘了密码或者换了手机，请告诉本县管理员，由平台运维重置。</p>
    </Entrance>
  )
}
