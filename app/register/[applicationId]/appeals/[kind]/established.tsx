import { Phrases } from '@/components/ui/phrase'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { GuardianActor } from '@/lib/domain/actor'
import { recordNaming, type Application } from '@/lib/data/applications'
import { ClaimSummary } from './claim-summary'

/** Of an appeal about the record the record as it is now; of the others what they claimed is what was established. */
export function Established({ actor, application, claim }: { actor: GuardianActor; application: Application; claim: AppealClaim }) {
  const record = application.established.record?.value
  if (!record || claim.kind === 'GRANDPARENT_KINSHIP' || claim.kind === 'NO_VALID_MATERIALS') return <ClaimSummary claim={claim} record={recordNaming(application, actor.idNumber)} />
  return (
    <SummaryList>
      <SummaryRow term="学生">{record.student.name}<Number of={record.student.idNumber} /></SummaryRow>
      {record.guardians.map((guardian, index) => (
        <SummaryRow key={index} term={RELATION_WORDS[guardian.relation]}>{guardian.name ?? maskName(null)}<Number of={guardian.idNumber} /></SummaryRow>
      ))}
      {record.household && <SummaryRow term="户籍地址"><Phrases text={record.household.address} /></SummaryRow>}
    </SummaryList>
  )
}

function Number({ of }: { of: string }) {
  return <><br /><span className="whitespace-nowrap text-ink-soft tabular-nums">{maskIdNumber(of)}</span></>
}
