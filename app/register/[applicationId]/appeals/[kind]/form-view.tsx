import { Section } from '@/components/layout/section'
import { APPEALS } from '@/lib/copy/appeals'
import { typedFrom } from '@/lib/domain/appeal-typed'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import { guardianSubject } from '@/lib/domain/appeal-claimants'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { recordNaming } from '@/lib/data/applications'
import { grandparentTyped } from '@/lib/data/grandparents'
import { paths } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { AppealPage } from './appeal-page'
import type { AppealFormContext } from './form-context'
import { AppealForm } from './leaves'
import { NeededMaterials } from './needed-materials'
import { Verdict } from './verdict'

/** The form with what it holds already, and before it what to have at hand: nobody begins in vain. */
export function FormView({ open, ground }: { open: OpenAppeal; ground: AppealFormContext['ground'] }) {
  const { actor, appeal, application, kind, published } = open
  const record = recordNaming(application, actor.idNumber)
  const guardians = record?.guardians ?? []
  const context: AppealFormContext = {
    kind,
    slug: APPEAL_SLUGS[kind],
    applicationId: application.id,
    childNumber: maskIdNumber(application.studentIdNumber),
    childName: record?.student.name ?? null,
    readerName: actor.name,
    guardians: guardians.map((guardian, index) => ({
      subject: guardianSubject(index),
      words: `${RELATION_WORDS[guardian.relation]}：${guardian.name ?? maskName(null)}${guardian.idNumber === actor.idNumber ? '（当前登录）' : ''}`,
      isReader: guardian.idNumber === actor.idNumber,
    })),
    ground,
    chooseGround: `${paths.appeal(application.id, APPEAL_SLUGS[kind])}?ground=choose`,
  }
  const amended = appeal && appeal.status !== 'approved' ? appeal : null
  const kept = amended ? typedFrom(amended.claim, { self: actor.idNumber, studentIdNumber: application.studentIdNumber, guardians }) : typedBefore(open)
  return (
    <AppealPage open={open} lead={APPEALS[kind].lead}>
      {amended?.status === 'refused' && <Verdict appeal={amended} />}
      <AppealForm context={context} kept={kept}>
        <Section near title="要准备的材料"><NeededMaterials materials={published.season.materials} kind={kind} ground={ground} /></Section>
      </AppealForm>
    </AppealPage>
  )
}

/** The grandparent who was asked about at the step before is not typed a second time. */
function typedBefore({ application, appeal, kind }: OpenAppeal): Record<string, string> {
  const typed = kind === 'GRANDPARENT_KINSHIP' && !appeal ? grandparentTyped(application) : null
  return typed ? { grandparentName: typed.name, grandparentIdNumber: typed.idNumber } : {}
}
