'use client'

import { usePathname } from 'next/navigation'
import { Actions } from '@/components/layout/actions'
import { Page } from '@/components/layout/page'
import { Button } from '@/components/ui/button'
import { isStaffPath, paths } from '@/lib/paths'

type Props = { error: Error & { digest?: string }; retry?: () => void; reset?: () => void }

/** The server logged the fault under the digest; a person reads it out on the phone. */
export default function ErrorPage({ error }: Props) {
  const isStaff = isStaffPath(usePathname())
  const again = (
    <>
      <p>编号 <b className="tabular-nums">{error.digest ?? '未记录'}</b></p>
      <form method="get"><Actions><Button>再试一次</Button></Actions></form>
    </>
  )
  if (isStaff) {
    return (
      <Page title="这一步没有办成" lead="保存过的都还在。请再试一次；还是不行，请告诉运维人员，报下面的编号。">
        {again}
        <p><a className="inline-flex min-h-target items-center" href={paths.staffSignIn}>回到工作台</a></p>
      </Page>
    )
  }
  return (
    <Page title="这一步没有办成" lead="保存过的都还在。请再试一次；还是不行，请打学校的电话，报下面的编号。">
      {again}
      <p><a href="/register">回到我的孩子</a></p>
      <p><a href="/">学校的电话</a></p>
    </Page>
  )
}
