import { UnmatchedGuidance } from '@/components/application/deed-guidance'
import { ClosedChoice } from '@/components/ui/choice'
import { Phrases } from '@/components/ui/phrase'
import { StatusTag } from '@/components/ui/tag'
import { closedDeedReason, hasMatchFault } from '@/lib/copy/deeds'
import { BUTTONS } from '@/lib/copy/steps'
import { maskName } from '@/lib/domain/privacy'
import { recordNaming } from '@/lib/data/applications'
import type { Deed } from '@/lib/data/deeds'
import type { StepViewProps } from './step-view-props'

/** What can not be used stays on paper, with why and what to do. */
export function ClosedDeeds({ deeds, again = BUTTONS.askAgain, actor, application, published }: { deeds: readonly Deed[]; again?: string } & StepViewProps) {
  const guardians = recordNaming(application, actor.idNumber)?.guardians ?? []
  const { countyName, help } = published.season.settings
  return (
    <div className="choices">
      {deeds.map((deed) => {
        const owners = deed.property.owners.filter((owner) => guardians.some((guardian) => guardian.idNumber === owner.idNumber))
        const reason = closedDeedReason(deed.closedBy, { owners: owners.map((owner) => maskName(owner.name)), use: deed.property.use, countyName, hidden: deed.view === 'exists' })
        return (
          <ClosedChoice
            key={deed.reference}
            title={deed.view === 'full' ? <Phrases text={deed.property.address} /> : '登记在另一位监护人名下的 1 套房产'}
            tag={deed.view === 'full' && hasMatchFault(deed.closedBy) ? <StatusTag kind="hold">房产信息待匹配</StatusTag> : undefined}
            reason={reason}
          >
            {deed.view === 'full' && hasMatchFault(deed.closedBy) && <UnmatchedGuidance desk={help.desk} ambiguous={deed.closedBy.includes('ADDRESS_AMBIGUOUS')} again={again} />}
          </ClosedChoice>
        )
      })}
    </div>
  )
}
