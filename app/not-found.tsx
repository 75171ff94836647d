import { Actions } from '@/components/layout/actions'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { paths } from '@/lib/paths'

export default function NotFound() {
  return (
    <Page title="没有找到这一页" lead="地址可能不完整，或者这份登记不在您的名下。">
      <Actions>
        <ButtonLink href={paths.children}>回到我的孩子</ButtonLink>
        <ButtonLink href={paths.home} variant="secondary">回到首页</ButtonLink>
      </Actions>
    </Page>
  )
}
