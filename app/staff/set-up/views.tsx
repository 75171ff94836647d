import { QrCode } from '@/components/console/qr-code'
import { Actions } from '@/components/layout/actions'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { otpauthUri } from '@/lib/data/one-time-code'
import { NEW_PASSWORD_FIELDS } from '../password-fields'
import { StaffForm } from '../staff-form'
import { beginEnrolment, confirm, finish, setFirstPassword } from './actions'

export function PasswordView({ username }: { username: string }) {
  return (
    <>
      <p>发给您的是一次性密码，现在换成只有您知道的。换好以后，一次性密码就作废了。</p>
      <StaffForm post={setFirstPassword} username={username} fields={NEW_PASSWORD_FIELDS}>
        <Actions><SubmitButton waitingText="正在保存">保存新密码</SubmitButton></Actions>
      </StaffForm>
    </>
  )
}

const NO_AUTHENTICATOR = '手机上还没有验证器的，先在应用商店搜「身份验证器」装一个。手机的时间要设成自动，差了就对不上。'

/** Whoever broke off between password and scan: the secret that was on offer went with the session. */
export function BeginView() {
  return (
    <form action={beginEnrolment}>
      <p>用自己手机上的验证器扫一个二维码。以后登录，要填它显示的 6 位数字。</p>
      <p className="text-sm text-ink-soft">{NO_AUTHENTICATOR}</p>
      <Actions><SubmitButton waitingText="正在准备">显示二维码</SubmitButton></Actions>
    </form>
  )
}

export function ScanView({ username, secret, isFirst }: { username: string; secret: string; isFirst: boolean }) {
  return (
    <>
      <p>用手机上的验证器扫这个二维码；{isFirst ? '发给您的那一个密钥就作废了' : '扫好并填对口令以前，原来的照常使用'}。</p>
      {isFirst && <p className="text-sm text-ink-soft">{NO_AUTHENTICATOR}</p>}
      <div className="flex flex-wrap items-center gap-6">
        <QrCode text={otpauthUri(username, secret)} label="二维码，内容就是旁边的密钥" />
        <div className="min-w-0 flex-1">
          <p className="text-sm text-ink-soft">扫不了的，在验证器里手工添加密钥：</p>
          <p className="num font-bold">{(secret.match(/.{1,4}/g) ?? []).map((group, at) => <span key={at} className="phrase pr-2">{group}</span>)}</p>
          <p className="text-sm text-ink-soft">按时间，6 位，30 秒。</p>
        </div>
      </div>
      <StaffForm post={confirm} fields={[{ name: 'code', label: '动态口令', hint: '填验证器现在显示的 6 位数字。', autoComplete: 'one-time-code', inputMode: 'numeric' }]}>
        <Actions><SubmitButton waitingText="正在核对">核对并绑定</SubmitButton></Actions>
      </StaffForm>
      {!isFirst && <form action={finish}><Button variant="quiet">不换了，继续用原来的</Button></form>}
    </>
  )
}

export function CodesView({ username, codes }: { username: string; codes: readonly string[] }) {
  return (
    <>
      <Notice kind="seal" title="这些备用码只显示这一次">
        <p>手机不在身边时，登录用一个备用码代替动态口令。每个只能用一次。请打印或者抄下来，放在只有您拿得到的地方。</p>
      </Notice>
      <p className="text-sm text-ink-soft">账号 {username} 的备用码</p>
      <ol className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {codes.map((code) => <li key={code} className="num border-b border-line py-2 font-bold">{code}</li>)}
      </ol>
      <PrintButton variant="secondary">打印备用码</PrintButton>
      <form action={finish}>
        <Actions><SubmitButton waitingText="正在进入">已经保存好，继续</SubmitButton></Actions>
      </form>
    </>
  )
}
