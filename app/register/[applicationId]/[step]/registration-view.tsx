import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { Choice, ChoiceGroup, ClosedChoice } from '@/components/ui/choice'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source } from '@/components/ui/summary'
import { BASIS_WORDS, closedBasisReason, hiddenRegistrationReason } from '@/lib/copy/bases'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime } from '@/lib/copy/time'
import { listRegistrations } from '@/lib/data/registrations'
import { paths } from '@/lib/paths'
import { ChangePersonForm } from './change-person-form'
import { firstSchool, outcomeOf } from './outcome'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

const TITLE = BASIS_WORDS.HOUSEHOLD_REGISTRATION.title

/** 「户籍」: the registered addresses of student and guardians; one is ticked and 「确认使用」. */
export function RegistrationView(props: StepViewProps) {
  const { actor, application, published, at, fault } = props
  const { season } = published
  const registrations = listRegistrations(actor, application, season, at)
  const otherBasis = (variant: 'primary' | 'quiet') => <Actions><ButtonLink variant={variant} href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
  if (registrations.every((one) => one.determination.refusals.some((refusal) => refusal.code === 'HOUSEHOLD_NOT_URBAN'))) {
    return (
      <StepPage {...props} step="registration" title={TITLE} lead={closedBasisReason('HOUSEHOLD_NOT_URBAN')} helpOpen>
        <Notice kind="neutral" title="怎么办"><p>学生刚迁到城区的，登记部门更新以后，到「户籍信息核验」点「重新查询」。没有迁的，换一种入学方式，或到户籍所在地的学校。</p></Notice>
        {otherBasis('primary')}
      </StepPage>
    )
  }
  const usable = registrations.filter((one) => one.view === 'full')
  const others = registrations.filter((one) => one.view === 'place-only')
  const chosen = usable.find((one) => one.of === application.answers.registration?.of) ?? (usable.length === 1 ? usable[0] : undefined)
  const signIn = [...new Set(others.flatMap((one) => one.signIn))].join('或')
  return (
    <StepPage
      {...props}
      step="registration"
      field="registration"
      title={TITLE}
      lead={usable.length > 0 ? '勾选用来入学的户籍地址，学生的或父母的都可以。' : '户籍地址都在另一位监护人的户上，不能由您选用。'}
      firstSchool={firstSchool((chosen ?? usable[0])?.determination)}
      helpOpen={usable.length === 0}
    >
      <StepForm applicationId={application.id} step="registration">
        {usable.length > 0 && (
          <ChoiceGroup legend="户籍地址" hideLegend name="registration" error={fault && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined}>
            {usable.map((one) => (
              <Choice
                key={one.reference}
                name="registration"
                value={one.reference}
                title={<Phrases text={one.address} />}
                text={`${one.who.join('、')}的户籍`}
                outcome={outcomeOf(one.determination, season)}
                defaultChecked={one === chosen}
              />
            ))}
          </ChoiceGroup>
        )}
        {others.map((one) => (
          <ClosedChoice key={one.reference} title={`${one.who.join('、')}的户籍地址`} reason={hiddenRegistrationReason(one.signIn)} />
        ))}
        {usable.length > 0 && <Actions><SubmitButton waitingText="正在判定">{BUTTONS.confirmUse}</SubmitButton></Actions>}
      </StepForm>
      {usable.length === 0 && signIn && <ChangePersonForm who={signIn} />}
      {otherBasis('quiet')}
      {application.findings.household && <Source>来源：公安户籍，{dayAndTime(application.findings.household.askedAt)} 查询</Source>}
      <p className="text-sm text-ink-soft">户籍地址不对的，先到派出所更正，再到<a href={paths.step(application.id, 'household')}>户籍信息核验</a>点「重新查询」。</p>
    </StepPage>
  )
}
