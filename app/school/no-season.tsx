import { ConsolePage } from '@/components/console/console-page'
import { Empty } from '@/components/ui/empty'
import { STAFF_ERRORS } from '@/lib/copy/staff/errors'
import type { StaffActor } from '@/lib/domain/actor'
import type { StaffPage } from '@/lib/domain/staff'
import { isDemonstration } from '@/lib/env'

type Props = { actor: StaffActor; current: StaffPage['name']; title: string }

/** Every page of a school before its county's season is published, or where that does not name it. */
export function NoSeason({ actor, current, title }: Props) {
  return (
    <ConsolePage actor={actor} current={current} title={title} demonstration={isDemonstration()}>
      <Empty title="现在没有可以查询的学生">{STAFF_ERRORS.NO_SEASON}</Empty>
    </ConsolePage>
  )
}
