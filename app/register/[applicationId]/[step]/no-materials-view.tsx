import { AppealProgress, progressOf } from '@/components/application/appeal-progress'
import { Actions } from '@/components/layout/actions'
import { Section } from '@/components/layout/section'
import { Bullets } from '@/components/ui/bullets'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { establishedSource } from '@/lib/copy/appeals'
import { BASIS_WORDS, closedBasisReason, UNANSWERED_BASIS } from '@/lib/copy/bases'
import { GROUNDS_EXPLAINED } from '@/lib/copy/grounds'
import { BUTTONS } from '@/lib/copy/steps'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import type { Established } from '@/lib/data/applications'
import { listBases } from '@/lib/data/bases'
import { paths } from '@/lib/paths'
import { AskAgainForm } from './ask-again-form'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

const TITLE = BASIS_WORDS.NO_VALID_MATERIALS.title

/**
 * 「无有效材料」: before the approval what the three grounds are and what they ask for, afterwards what was approved (R-42,
 * What the registries say since closes it here too.
 */
export function NoMaterialsView(props: StepViewProps) {
  const { actor, application, published, at } = props
  const state = listBases(actor, application, published.season, at).find((one) => one.basis === 'NO_VALID_MATERIALS')
  const otherBasis = (variant: 'primary' | 'quiet') => <Actions><ButtonLink variant={variant} href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
  if (state?.state === 'closed') {
    return <StepPage {...props} step="no-materials" title={TITLE} lead={closedBasisReason(state.because)} helpOpen>{otherBasis('primary')}</StepPage>
  }
  if (state?.state !== 'open') {
    return (
      <StepPage {...props} step="no-materials" title={TITLE} lead={UNANSWERED_BASIS} helpOpen>
        <AskAgainForm applicationId={application.id} registry="property" step="basis" primary />
        {otherBasis('quiet')}
      </StepPage>
    )
  }
  const { materials } = application.established
  return materials ? <Approved {...props} materials={materials} /> : <Explained {...props} />
}

function Explained(props: StepViewProps) {
  const { application, published } = props
  const rows = published.season.materials.filter((row) => row.kind === 'NO_VALID_MATERIALS')
  const begun = progressOf(application.appeals, 'NO_VALID_MATERIALS') !== null
  return (
    <StepPage {...props} step="no-materials" title={TITLE} lead="家里没有房产、购房合同，也不用户籍入学的，符合下面一种情况，就可以提供材料，由区县审核。">
      <AppealProgress applicationId={application.id} appeals={application.appeals} kind="NO_VALID_MATERIALS" />
      {GROUNDS_EXPLAINED.map(({ ground, text }) => (
        <Section near key={ground} title={GROUND_NAMES[ground]}>
          <p>{text}。要交：</p>
          <Bullets>
            {rows.filter((row) => row.ground === ground).map((row) => <li key={row.document}><Phrases text={row.note ? `${row.label}：${row.note}` : row.label} /></li>)}
          </Bullets>
        </Section>
      ))}
      {!begun && (
        <>
          <Notice kind="info"><p>用手机把材料拍清楚就行。审核通过后，在这里看学位预分配信息，再提交。</p></Notice>
          <Actions><ButtonLink href={paths.appeal(application.id, 'no-valid-materials')}>{BUTTONS.giveMaterials}</ButtonLink></Actions>
        </>
      )}
      <Actions><ButtonLink variant="quiet" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
    </StepPage>
  )
}

function Approved({ materials, ...props }: StepViewProps & { materials: Established<{ ground: keyof typeof GROUND_NAMES; address: string }> }) {
  const { application } = props
  return (
    <StepPage {...props} step="no-materials" title={TITLE} lead="材料已经审核通过。核对下面的内容，接着看学位预分配信息。">
      <SummaryList>
        <SummaryRow term="依据">{GROUND_NAMES[materials.value.ground]}</SummaryRow>
        <SummaryRow term="居住地址"><Phrases text={materials.value.address} /></SummaryRow>
      </SummaryList>
      <Source>{establishedSource(materials.at)}</Source>
      <StepForm applicationId={application.id} step="no-materials">
        <input type="hidden" name="establishment" value={materials.id} />
        <Actions><SubmitButton waitingText="正在判定">{BUTTONS.seePlacement}</SubmitButton></Actions>
      </StepForm>
      <Actions><ButtonLink variant="quiet" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
    </StepPage>
  )
}
