import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Actions } from '@/components/layout/actions'
import { Page } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import { NumberedList } from '@/components/ui/numbers'
import { SubmitButton } from '@/components/ui/submit-button'
import { DESK_ENDED, signInNotice, VERIFYING } from '@/lib/copy/sign-in'
import { findGuardian, wasAssisted } from '@/lib/auth/require-guardian'
import { localPath, paths } from '@/lib/paths'

export const metadata: Metadata = { title: '用昌通码登录' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const to = localPath(query.to)
  const notice = signInNotice(query)
  if (!notice && (await findGuardian())) redirect(to)
  const atTheDesk = await wasAssisted()
  return (
    <Page title="用昌通码登录" lead="由监护人本人登录。用不动产权证报名的，由产权人登录。">
      {atTheDesk && <Notice kind="info" title={DESK_ENDED.title}><p>{DESK_ENDED.text} <a className="inline-flex min-h-target items-center" href={`${paths.staffSignIn}?to=${encodeURIComponent(paths.assist)}`}>{DESK_ENDED.link}</a></p></Notice>}
      {!atTheDesk && notice && <Notice kind={notice.kind} title={notice.title}><p>{notice.text}</p></Notice>}
      <form method="post" action="/sign-in/start">
        <input type="hidden" name="to" value={to} />
        <Actions>
          <SubmitButton waitingText="正在打开昌通码" small="没有实名认证的，会先带您认证">去昌通码登录</SubmitButton>
        </Actions>
      </form>
      <p className="text-sm text-ink-soft">昌通码会把您的姓名、身份证号、手机号和认证等级告诉智慧入学平台，不会交出人脸照片。</p>
      <NumberedList items={VERIFYING} />
    </Page>
  )
}
