import { headers } from 'next/headers'
import { Actions } from '@/components/layout/actions'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { paths, SIDE_HEADER } from '@/lib/paths'

/** Each side is led back to its own. The staff's door leads whoever is signed in to where their day begins. */
export default async function NotFound() {
  if ((await headers()).get(SIDE_HEADER) === 'staff') {
    return (
      <Page title="没有找到这一页" lead="地址可能不完整，或者不属于您的区县、学校，或者不归您的角色办理。">
        <Actions><ButtonLink href={paths.staffSignIn}>回到工作台</ButtonLink></Actions>
      </Page>
    )
  }
  return (
    <Page title="没有找到这一页" lead="地址可能不完整，或者这份登记不在您的名下。">
      <Actions>
        <ButtonLink href={paths.children}>回到我的孩子</ButtonLink>
        <ButtonLink href={paths.home} variant="secondary">回到首页</ButtonLink>
      </Actions>
    </Page>
  )
}
