import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup, ClosedChoice } from '@/components/ui/choice'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { BASIS_WORDS, closedBasisReason, nothingWorkedOut, offeredAddress, toldLater, UNANSWERED_BASIS } from '@/lib/copy/bases'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { forecast } from '@/lib/copy/season'
import { listBases, type BasisState } from '@/lib/data/bases'
import type { PublishedSeason } from '@/lib/data/seasons'
import { AskAgainForm } from './ask-again-form'
import { firstSchool, outcomeOf } from './outcome'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** 「选择入学房产」: all five bases side by side, each with what would come of it, or with why it is closed. */
export function BasisView(props: StepViewProps) {
  const { actor, application, published, at, fault } = props
  const { season } = published
  const bases = listBases(actor, application, season, at)
  const open = bases.filter((one) => one.state === 'open')
  const chosen = open.find((one) => one.basis === application.answers.basis) ?? open.find((one) => one.offer) ?? open[0]
  return (
    <StepPage
      {...props}
      step="basis"
      field="basis"
      title="选择入学房产"
      lead="五种方式只能用一种。能判定的结果都算好了，提交之前可以换。"
      firstSchool={firstSchool(chosen?.offer?.determination)}
      help={firstSchool(chosen?.offer?.determination) ? '按现在选的方式，先问预分配的学校。' : undefined}
      wide
    >
      <StepForm applicationId={application.id} step="basis">
        <ChoiceGroup legend="入学方式" hideLegend name="basis" five error={fault && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined}>
          {bases.map((one) => <BasisCard key={one.basis} state={one} season={season} checked={one === chosen} />)}
        </ChoiceGroup>
        {open.some((one) => one.offer) && <Notice kind="info"><p><Phrases text={forecast(season.settings.year)} /></p></Notice>}
        <Actions><SubmitButton waitingText="正在保存">下一步：选择房产</SubmitButton></Actions>
      </StepForm>
      {bases.some((one) => one.state === 'unanswered') && <AskAgainForm applicationId={application.id} registry="property" step="basis" />}
    </StepPage>
  )
}

type CardProps = { state: BasisState; season: PublishedSeason['season']; checked: boolean }

function BasisCard({ state, season, checked }: CardProps) {
  const { basis } = state
  const { title } = BASIS_WORDS[basis]
  switch (state.state) {
    case 'closed':
      return <ClosedChoice title={title} mark="不能使用" reason={<Phrases text={closedBasisReason(state.because)} />} />
    case 'unanswered':
      return <ClosedChoice title={title} mark="还不能判定" reason={UNANSWERED_BASIS} />
    case 'open': {
      const { offer, count } = state
      const later = count === null ? toldLater(basis) : null
      return (
        <Choice
          name="basis"
          value={basis}
          title={title}
          text={offer ? <Phrases text={offeredAddress(basis, offer, count)} /> : nothingWorkedOut(basis, count)}
          defaultChecked={checked}
          outcome={offer ? outcomeOf(offer.determination, season) : later ? { category: { value: later.category, later: true }, school: { value: later.school, later: true } } : undefined}
        />
      )
    }
  }
}
