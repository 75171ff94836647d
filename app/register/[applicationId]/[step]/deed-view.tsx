import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Choice, ChoiceGroup, ClosedChoice } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source } from '@/components/ui/summary'
import { StatusTag } from '@/components/ui/tag'
import { DeedGuidance, UnmatchedGuidance } from '@/components/application/deed-guidance'
import { closedDeedReason, hasMatchFault } from '@/lib/copy/deeds'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime } from '@/lib/copy/time'
import { maskCertificate, maskName } from '@/lib/domain/privacy'
import { listDeeds, type Deed } from '@/lib/data/deeds'
import { recordNaming } from '@/lib/data/applications'
import { findLastCertificate } from '@/lib/data/submissions'
import { paths } from '@/lib/paths'
import { AskAgainForm } from './ask-again-form'
import { ChangePersonForm } from './change-person-form'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** 「使用不动产权证」: the family's properties; one is ticked and 「确认使用」. */
export async function DeedView(props: StepViewProps) {
  const { actor, application, published, now, fault } = props
  const finding = application.findings.property
  const { settings } = published.season
  if (!finding || finding.outcome === 'unavailable') {
    return (
      <StepPage {...props} step="deed" title="不动产登记暂时没有回应" lead="不是您的问题，也不影响报名。" helpOpen>
        <Notice kind="info" title="接下来会怎样">
          <p>前面填的都已保存。过几分钟点「重新查询」就能继续；也可以先离开，换个时间从「我的孩子」进来接着办。</p>
        </Notice>
        <AskAgainForm applicationId={application.id} registry="property" step="deed" primary />
        <Actions><ButtonLink variant="secondary" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
      </StepPage>
    )
  }
  const deeds = listDeeds(actor, application, published.season, now.season)
  const source = <Source>来源：不动产登记，{dayAndTime(finding.askedAt)} 查询</Source>
  if (deeds.length === 0) {
    return (
      <StepPage {...props} step="deed" title="查到 0 套房产" lead="您家在不动产登记里没有房产。先按下面的顺序看看。" helpOpen>
        <DeedGuidance countyName={settings.countyName} countyHref={paths.county(application.id)} desk={settings.help.desk} />
        <AskAgainForm applicationId={application.id} registry="property" step="deed" primary />
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
      title={BUTTONS.useDeed}
      lead={usable.length > 0 ? `查到您家 ${deeds.length} 套房产，勾选用来入学的一套。` : `查到您家 ${deeds.length} 套房产，现在都还不能用。`}
      firstSchool={first?.determination.placement.schools[0]}
      helpOpen={usable.length === 0}
    >
      <StepForm applicationId={application.id} step="deed">
        {usable.length > 0 && (
          <ChoiceGroup legend="您家的房产" hideLegend name="property" error={fault && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined}>
            {usable.map((deed) => (
              <Choice key={deed.reference} name="property" value={deed.reference} title={<Phrases text={deed.property.address} />} text={describe(deed, actor.idNumber)} defaultChecked={deed.property.certificateNumber === chosen} />
            ))}
          </ChoiceGroup>
        )}
        <ClosedDeeds deeds={closed} {...props} />
        {usable.length > 0 && <Actions><SubmitButton waitingText="正在保存">{BUTTONS.confirmUse}</SubmitButton></Actions>}
      </StepForm>
      {isForOther && <ChangePersonForm who="产权人" />}
      <AskAgainForm applicationId={application.id} registry="property" step="deed" primary={usable.length === 0 && !isForOther} />
      <Actions><ButtonLink variant="quiet" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
      <More summary="没有看到要用的房产">
        <DeedGuidance countyName={settings.countyName} countyHref={paths.county(application.id)} desk={settings.help.desk} />
      </More>
      {source}
    </StepPage>
  )
}

function describe(deed: Deed, reader: string) {
  const owners = deed.property.owners.map((owner) => (owner.idNumber === reader ? `${owner.name ?? ''}（当前登录）` : maskName(owner.name)))
  return <>{deed.property.use}，产权人{owners.join('、')}<br />{maskCertificate(deed.property.certificateNumber)}</>
}

/** What can not be used stays on paper, with why and what to do. */
function ClosedDeeds({ deeds, actor, application, published }: { deeds: readonly Deed[] } & StepViewProps) {
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
            {deed.view === 'full' && hasMatchFault(deed.closedBy) && <UnmatchedGuidance desk={help.desk} />}
          </ClosedChoice>
        )
      })}
    </div>
  )
}
