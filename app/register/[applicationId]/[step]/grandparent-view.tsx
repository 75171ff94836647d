import { AppealProgress, progressOf } from '@/components/application/appeal-progress'
import { SilenceNotice } from '@/components/application/silence-notice'
import { Actions } from '@/components/layout/actions'
import { ButtonLink } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { BASIS_WORDS } from '@/lib/copy/bases'
import { grandparentWord, PROOF_WORDS } from '@/lib/copy/kinship'
import { SILENCE } from '@/lib/copy/silence'
import { BUTTONS } from '@/lib/copy/steps'
import { furthestStep } from '@/lib/domain/journey'
import { maskIdNumber } from '@/lib/domain/privacy'
import { recordNaming } from '@/lib/data/applications'
import { grandparentTyped } from '@/lib/data/grandparents'
import { paths, stepPath } from '@/lib/paths'
import { StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'
import { GrandparentForm } from './typed-forms'

const TITLE = <Phrases text={BASIS_WORDS.GRANDPARENT_DEED.title} />

/**
 * 「使用祖父母（外祖父母）不动产权证」: name and ID number are asked for, and before the kinship is proved nothing of the
 * person is shown, not even whether there is one.
 */
export function GrandparentView(props: StepViewProps) {
  const { application } = props
  const { grandparent, bound = [] } = application.answers
  if (bound.length > 0 && bound.at(-1)?.idNumber === grandparent?.idNumber) return <Bound {...props} />
  const outcome = grandparent?.outcome
  // Choosing a basis anew drops who was asked about, never what the county established.
  const [approved] = application.established.kinships
  const begun = progressOf(application.appeals, 'GRANDPARENT_KINSHIP') && <AppealProgress applicationId={application.id} appeals={application.appeals} kind="GRANDPARENT_KINSHIP" />
  const form = <GrandparentForm key={application.version} applicationId={application.id} kept={grandparentTyped(application)} button={outcome === 'unavailable' ? BUTTONS.askAgain : BUTTONS.query} secondary={outcome === 'unproved' || outcome === 'proved' || (begun !== null && outcome === undefined)} />
  const otherBasis = <Actions><ButtonLink variant="quiet" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
  if (outcome === 'unavailable') {
    return (
      <StepPage {...props} step="grandparent" title="户籍登记暂时没有回应" lead={SILENCE.lead} helpOpen>
        <SilenceNotice kept="您填的姓名和号码" first="打好勾，" />
        {form}
        {otherBasis}
      </StepPage>
    )
  }
  if (outcome === 'unproved') {
    return (
      <StepPage {...props} step="grandparent" title={TITLE} lead="没有查到您填的老人和监护人的亲属关系。" helpOpen>
        <Notice kind="neutral" title="先对照户口本，看姓名和身份证号填对没有">
          <p role="alert">填错了，在下面改好再查。{!begun && '都没错的，登记里可能没有这层关系：点「补充（外）祖父母材料」，由区县看材料审核，姓名和号码不用重填。'}</p>
        </Notice>
        {begun ?? <Actions><ButtonLink href={paths.appeal(application.id, 'grandparent-kinship')}>{BUTTONS.grandparentMaterials}</ButtonLink></Actions>}
        {form}
        {otherBasis}
      </StepPage>
    )
  }
  return (
    <StepPage {...props} step="grandparent" title={TITLE} lead="填写爷爷、奶奶、外公或外婆的姓名和身份证号。查到亲属关系以后，才会查询老人的房产。">
      {outcome === undefined && begun}
      {outcome === undefined && !begun && approved && (
        <Notice kind="ok" title={`${approved.value.grandparent.name}的亲属关系已由区县审核确认`}><p>用这位老人的房产，核对下面的姓名和号码，打好勾点「查询」，接着填不动产权证号。</p></Notice>
      )}
      {outcome === 'proved' && (
        <>
          <Notice kind="ok" title={`${grandparent?.name}的亲属关系已核实`}><p>点「下一步」确认绑定。要查另一位老人，在下面填好再查。</p></Notice>
          <Actions><ButtonLink href={paths.step(application.id, 'binding')}>{BUTTONS.next}</ButtonLink></Actions>
        </>
      )}
      {form}
      {otherBasis}
    </StepPage>
  )
}

/** Back here after the binding: who is bound, on to the property, or one more (both grandparents of a household, say). */
function Bound(props: StepViewProps) {
  const { actor, application } = props
  const guardians = recordNaming(application, actor.idNumber)?.guardians ?? []
  const { answers } = application
  return (
    <StepPage {...props} step="grandparent" title={TITLE} lead="已经绑定的（外）祖父母。">
      <SummaryList>
        {(answers.bound ?? []).map((one, index) => (
          <SummaryRow key={index} term={one.name}>
            {grandparentWord(guardians.find((guardian) => guardian.idNumber === one.through)?.relation ?? 'GUARDIAN', one.idNumber)}
            <br /><span className="text-sm whitespace-nowrap text-ink-soft tabular-nums">{maskIdNumber(one.idNumber)}</span>
            <br /><span className="text-sm text-ink-soft">亲属关系来源：{PROOF_WORDS[one.proof]}</span>
          </SummaryRow>
        ))}
      </SummaryList>
      <Actions><ButtonLink href={stepPath(application.id, furthestStep(answers))}>{BUTTONS.next}</ButtonLink></Actions>
      <More summary="换一位，或再绑定一位">
        <GrandparentForm key={application.version} applicationId={application.id} kept={null} button={BUTTONS.query} secondary />
      </More>
      <Actions><ButtonLink variant="quiet" href={paths.step(application.id, 'basis')}>{BUTTONS.otherBasis}</ButtonLink></Actions>
    </StepPage>
  )
}
