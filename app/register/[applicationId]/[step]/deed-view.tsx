import { SilenceNotice } from '@/components/application/silence-notice'
import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source } from '@/components/ui/summary'
import { DeedGuidance } from '@/components/application/deed-guidance'
import { BASIS_WORDS } from '@/lib/copy/bases'
import { WHOSE_DEEDS } from '@/lib/copy/deeds'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { SILENCE } from '@/lib/copy/silence'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime } from '@/lib/copy/time'
import { VERIFIED_SOURCE } from '@/lib/copy/verified'
import { maskCertificate, maskName } from '@/lib/domain/privacy'
import { deedBasis } from '@/lib/domain/journey'
import { deedFinding, listDeeds, type Deed } from '@/lib/data/deeds'
import { findLastCertificate } from '@/lib/data/submissions'
import { paths } from '@/lib/paths'
import { AskAgainForm } from './ask-again-form'
import { ChangePersonForm } from './change-person-form'
import { ClosedDeeds } from './closed-deeds'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

const SILENT_REGISTER = '不动产登记暂时没有回应'

/** The family's properties, or the bound grandparents'; one is ticked and 「确认使用」 (R-19, R-20, R-22, R-24, R-36). */
export async function DeedView(props: StepViewProps) {
  const { actor, application, published, at, fault } = props
  const basis = deedBasis(application.answers)
  const finding = deedFinding(application, basis)
  const registry = basis === 'TITLE_DEED' ? 'property' : 'grandparent-property'
  const whose = WHOSE_DEEDS[basis]
  const { settings } = published.season
  const deeds = listDeeds(actor, application, published.season, at, basis)
  const isSilent = !finding || finding.outcome === 'unavailable'
  // What the desk has verified can be used while the register is silent.
  if (isSilent && deeds.length === 0) {
    return (
      <StepPage {...props} step="deed" title={SILENT_REGISTER} lead={SILENCE.lead} helpOpen>
        <SilenceNotice kept="前面填的都" />
        <AskAgainForm applicationId={application.id} registry={registry} step="deed" primary />
        <Actions><ButtonLink variant="secondary" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
      </StepPage>
    )
  }
  const source = <Source>{isSilent ? `${SILENT_REGISTER}。` : `来源：不动产登记，${dayAndTime(finding.askedAt)} 查询`}</Source>
  if (deeds.length === 0) {
    return (
      <StepPage {...props} step="deed" title="查到 0 套房产" lead={`${whose}在不动产登记里没有房产。先按下面的顺序看看。`} helpOpen>
        <DeedGuidance countyName={settings.countyName} countyHref={paths.county(application.id)} desk={settings.help.desk} />
        <AskAgainForm applicationId={application.id} registry={registry} step="deed" primary />
        <Actions><ButtonLink variant="secondary" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
        {source}
      </StepPage>
    )
  }
  const usable = deeds.filter((deed) => deed.closedBy.length === 0)
  const closed = deeds.filter((deed) => deed.closedBy.length > 0)
  const chosen = application.answers.deed?.certificateNumber ?? (await findLastCertificate(actor))
  const isForOther = usable.length === 0 && closed.some((deed) => deed.closedBy.includes('OWNER_NOT_SIGNED_IN'))
  const first = usable.find((deed) => deed.property.certificateNumber === chosen) ?? usable[0]
  return (
    <StepPage
      {...props}
      step="deed"
      field="property"
      title={<Phrases text={BASIS_WORDS[basis].title} />}
      lead={usable.length > 0 ? `查到${whose} ${deeds.length} 套房产，勾选用来入学的一套。` : `查到${whose} ${deeds.length} 套房产，现在都还不能用。`}
      firstSchool={first?.determination.placement.schools[0]}
      helpOpen={usable.length === 0}
    >
      <StepForm applicationId={application.id} step="deed">
        {usable.length > 0 && (
          <ChoiceGroup legend={`${whose}的房产`} hideLegend name="property" error={fault && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined}>
            {usable.map((deed) => (
              <Choice key={deed.reference} name="property" value={deed.reference} title={<Phrases text={deed.property.address} />} text={describe(deed, actor.idNumber)} defaultChecked={deed.property.certificateNumber === chosen} />
            ))}
          </ChoiceGroup>
        )}
        <ClosedDeeds deeds={closed} {...props} />
        {usable.length > 0 && <Actions><SubmitButton waitingText="正在保存">{BUTTONS.confirmUse}</SubmitButton></Actions>}
      </StepForm>
      {isForOther && <ChangePersonForm who="产权人" />}
      <AskAgainForm applicationId={application.id} registry={registry} step="deed" primary={usable.length === 0 && !isForOther} />
      <Actions>
        {basis === 'GRANDPARENT_DEED' && <ButtonLink variant="quiet" href={paths.step(application.id, 'grandparent')}>{BUTTONS.otherGrandparent}</ButtonLink>}
        <ButtonLink variant="quiet" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink>
      </Actions>
      <More summary="没有看到要用的房产">
        <DeedGuidance countyName={settings.countyName} countyHref={paths.county(application.id)} desk={settings.help.desk} />
      </More>
      {source}
    </StepPage>
  )
}

function describe(deed: Deed, reader: string) {
  const owners = deed.property.owners.map((owner) => (owner.idNumber === reader ? `${owner.name ?? ''}（当前登录）` : maskName(owner.name)))
  return <>{deed.property.use}，产权人{owners.join('、')}<br />{maskCertificate(deed.property.certificateNumber)}{deed.property.source === 'desk' && <><br />来源：{VERIFIED_SOURCE}</>}</>
}
