import { Actions } from '@/components/layout/actions'
import { Choice, ChoiceGroup, ClosedChoice } from '@/components/ui/choice'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { BASIS_WORDS, closedBasisReason, DESK_BASIS, splitLabel } from '@/lib/copy/bases'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { forecast } from '@/lib/copy/season'
import { listBases, type BasisState } from '@/lib/data/bases'
import type { PublishedSeason } from '@/lib/data/seasons'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** 「选择入学房产」: all five bases, each open or closed with its reason. */
export function BasisView(props: StepViewProps) {
  const { actor, application, published, now, fault } = props
  const { season } = published
  const bases = listBases(actor, application, season, now.season)
  const deed = bases.find((one) => one.basis === 'TITLE_DEED' && one.state === 'open')
  const best = deed?.state === 'open' ? deed.best : null
  return (
    <StepPage
      {...props}
      step="basis"
      field="basis"
      title="选择入学房产"
      lead="五种方式只能用一种。提交之前可以换。"
      firstSchool={best?.determination.placement.schools[0]}
      help={best ? '按现在选的方式，先问预分配的学校。' : undefined}
      wide
    >
      <StepForm applicationId={application.id} step="basis">
        <ChoiceGroup legend="入学方式" hideLegend name="basis" five error={fault && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined}>
          {bases.map((one) => <BasisCard key={one.basis} state={one} season={season} deedsKnown={application.findings.property?.outcome !== 'unavailable'} />)}
        </ChoiceGroup>
        {best && <Notice kind="info"><p><Phrases text={forecast(season.settings.year)} /></p></Notice>}
        <Actions><SubmitButton waitingText="正在保存">下一步：选择房产</SubmitButton></Actions>
      </StepForm>
    </StepPage>
  )
}

function BasisCard({ state, season, deedsKnown }: { state: BasisState; season: PublishedSeason['season']; deedsKnown: boolean }) {
  const { title } = BASIS_WORDS[state.basis]
  if (state.state === 'closed') return <ClosedChoice title={title} mark="不能使用" reason={<Phrases text={closedBasisReason(state.because)} />} />
  if (state.state === 'at-desk') {
    const bring = state.basis === 'TITLE_DEED' ? '' : DESK_BASIS[state.basis]
    const { desk, hours } = season.settings.help
    return (
      <ClosedChoice title={title} mark="到现场办理" reason="这种方式还没有在网上开放，到现场办理效果一样。">
        <More summary="到哪里办，带什么">
          <p>{hours}到{desk}。</p>
          <p>{bring}。</p>
        </More>
      </ClosedChoice>
    )
  }
  const { best, deeds } = state
  if (!best) {
    const text = !deedsKnown ? '不动产登记暂时没有回应，进去可以重新查询' : deeds === 0 ? '查到 0 套房产，进去看看怎么办' : `查到 ${deeds} 套房产，现在都还不能用，进去看原因`
    return <Choice name="basis" value="TITLE_DEED" title={title} text={text} defaultChecked />
  }
  const { category, placement } = best.determination
  const school = placement.schools.length === 1 ? season.schools.find((one) => one.code === placement.schools[0])?.name : undefined
  return (
    <Choice
      name="basis"
      value="TITLE_DEED"
      title={title}
      text={<Phrases text={deeds > 1 ? `${best.property.address} 等 ${deeds} 套` : best.property.address} />}
      defaultChecked
      outcome={{ category: category ? splitLabel(category.label) : { value: '提交前判定' }, school: school ? { value: school } : { value: '自选志愿学校', later: true } }}
    />
  )
}
