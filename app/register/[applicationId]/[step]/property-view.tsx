import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime, writtenDate } from '@/lib/copy/time'
import { verifiedSource } from '@/lib/copy/verified'
import { isSameDeed } from '@/lib/domain/facts-from-answers'
import { maskCertificate, maskName } from '@/lib/domain/privacy'
import { choosingStep, deedBasis } from '@/lib/domain/journey'
import { deedFinding, listDeeds } from '@/lib/data/deeds'
import { paths } from '@/lib/paths'
import { redirect } from 'next/navigation'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** The details page: 「使用该房产入学」, or back to another one. */
export function PropertyView(props: StepViewProps) {
  const { actor, application, published, at } = props
  const basis = deedBasis(application.answers)
  const finding = deedFinding(application, basis)
  const choosing = paths.step(application.id, choosingStep(application.answers))
  const deed = listDeeds(actor, application, published.season, at, basis).find((one) => one.property.certificateNumber === application.answers.deed?.certificateNumber)
  if (!deed || deed.closedBy.length > 0) redirect(choosing)
  const { property } = deed
  const verified = application.established.properties.find((one) => isSameDeed(one.value, property))
  return (
    <StepPage {...props} step="property" title="房产详情" lead="确认是这一套，再继续。" firstSchool={deed.determination.placement.schools[0]}>
      <SummaryList>
        <SummaryRow term="房产地址"><Phrases text={property.address} /></SummaryRow>
        <SummaryRow term="用途">{property.use}</SummaryRow>
        <SummaryRow term="产权人">
          {property.owners.map((owner) => (owner.idNumber === actor.idNumber ? `${owner.name ?? ''}（当前登录）` : maskName(owner.name))).join('、')}
        </SummaryRow>
        <SummaryRow term="不动产权证号"><span className="tabular-nums">{maskCertificate(property.certificateNumber)}</span></SummaryRow>
        {property.registeredOn && <SummaryRow term="登记日期">{writtenDate(property.registeredOn)}</SummaryRow>}
      </SummaryList>
      {(verified ?? finding) && <Source>{verified ? verifiedSource(verified.at) : finding && `来源：不动产登记，${dayAndTime(finding.askedAt)} 查询`}</Source>}
      <StepForm applicationId={application.id} step="property">
        <input type="hidden" name="property" value={deed.reference} />
        <Actions>
          <SubmitButton waitingText="正在判定">{BUTTONS.useProperty}</SubmitButton>
          <ButtonLink variant="secondary" href={choosing}>{BUTTONS.otherProperty}</ButtonLink>
        </Actions>
      </StepForm>
    </StepPage>
  )
}
