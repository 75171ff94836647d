import { Notice } from '@/components/ui/notice'

/** The session ended while the form was filled in: signed in again beside it, nothing has to be typed a second time. */
export function SessionExpired({ signIn }: { signIn: string }) {
  return (
    <Notice kind="info" title="登录已过期，填的都还在">
      <p role="alert">
        请先<a className="inline-flex min-h-target items-center" href={signIn} target="_blank" rel="noreferrer">重新登录（在新页面打开）</a>，
        登录后回到这一页，再点一次下面的按钮。
      </p>
    </Notice>
  )
}
