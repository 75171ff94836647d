'use client'

import { usePathname } from 'next/navigation'
import { buttonStyle } from '@/components/ui/button-style'
import { isStaffPath } from '@/lib/domain/staff-path'

type Props = { error: Error & { digest?: string }; retry?: () => void; reset?: () => void }

const SIDES = {
  guardian: { whom: '请打学校的电话', links: [['/register', '回到我的孩子'], ['/', '学校的电话']] },
  staff: { whom: '请告诉运维人员', links: [['/staff/sign-in', '回到工作台']] },
} as const

/**
 * The server logged the fault under the digest; a person reads it out on the phone. A fault without one never reached the server. It comes with the script of every page,
 * so that it is made of as little as can be (S5).
 */
export default function ErrorPage({ error }: Props) {
  const { whom, links } = SIDES[isStaffPath(usePathname()) ? 'staff' : 'guardian']
  return (
    <main id="main" className="page">
      <div className="title">
        <h1>这一步没有办成</h1>
        <p className="text-ink-soft">{error.digest ? '' : '网络可能断了。'}保存过的都还在。请再试一次；还是不行，{whom}{error.digest ? '，报下面的编号' : ''}。</p>
      </div>
      {error.digest && <p>编号 <b className="tabular-nums">{error.digest}</b></p>}
      <form method="get"><div className="actions"><button className={buttonStyle('primary')} type="submit">再试一次</button></div></form>
      {links.map(([href, words]) => <p key={href}><a className="inline-flex min-h-target items-center" href={href}>{words}</a></p>)}
    </main>
  )
}
