import { Actions } from '@/components/layout/actions'
import { Button } from '@/components/ui/button'

/** Signs out, so that whoever is entitled can sign in on this phone. */
export function ChangePersonForm({ who }: { who: string }) {
  return (
    <form method="post" action="/sign-out">
      <Actions><Button small={`退出后，请${who}用自己的昌通码登录`}>换{who}登录</Button></Actions>
    </form>
  )
}
