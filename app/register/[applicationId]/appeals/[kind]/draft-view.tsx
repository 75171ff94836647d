import { Section } from '@/components/layout/section'
import { Notice } from '@/components/ui/notice'
import { AFTER_CLOSE, APPEAL_BUTTONS, lackingWords, WANTED_WORDS, wantedWords } from '@/lib/copy/appeals'
import { FIELD_SUMMARY } from '@/lib/copy/errors'
import { APPEAL_SLUGS } from '@/lib/domain/appeals'
import type { Appeal } from '@/lib/data/appeals'
import { recordNaming } from '@/lib/data/applications'
import { paths } from '@/lib/paths'
import type { OpenAppeal } from '../open-appeal'
import { appealMaterials } from './appeal-materials'
import { AppealPage } from './appeal-page'
import { ClaimSummary } from './claim-summary'
import { MaterialUploads } from './material-uploads'
import { SendForm } from './send-form'
import { Verdict } from './verdict'
import { WithdrawForm } from './withdraw-form'

/** What was typed, the papers, 「提交审核」; of a refused one the reviewer's words first, and the same again. */
export async function DraftView({ open, appeal, fault }: { open: OpenAppeal; appeal: Appeal; fault: string | null }) {
  const { actor, application, kind, over } = open
  const page = paths.appeal(application.id, APPEAL_SLUGS[kind])
  const bundles = await appealMaterials(open, appeal)
  const marked = fault === 'MATERIALS_MISSING'
  const missing = marked ? bundles.filter((bundle) => bundle.have < bundle.need) : []
  // What was missing at the last press may have been brought since.
  const stands = marked && missing.length === 0 ? null : fault
  const wanted = appeal.status === 'refused' ? appeal.history[0]?.decision?.wanted : null
  const errors = [
    ...missing.map(({ key, label }) => ({ field: key, message: lackingWords(label) })),
    ...(fault === 'truthful-missing' ? [{ field: 'truthful', message: FIELD_SUMMARY[fault] }] : []),
  ]
  return (
    <AppealPage open={open} fault={stands} errors={errors} lead={appeal.status === 'refused' ? '看完区县的意见，改好以后再提交。' : '内容已经保存。传齐材料，再到最下面提交审核。'}>
      {appeal.status === 'refused' && <Verdict appeal={appeal} />}
      {wanted && <Notice kind="info" title={wantedWords(wanted.label)}><p>{WANTED_WORDS.rest}</p></Notice>}
      {over && <Notice kind="info"><p>{AFTER_CLOSE.refused}</p></Notice>}
      <Section near title="填写的内容">
        <ClaimSummary claim={appeal.claim} record={recordNaming(application, actor.idNumber)} />
        <p><a className="inline-flex min-h-target items-center" href={`${page}?edit=1`}>{APPEAL_BUTTONS.change}</a></p>
      </Section>
      <MaterialUploads appealId={appeal.id} page={page} bundles={bundles} editable marked={marked} />
      <SendForm appeal={appeal} applicationId={application.id} fault={fault} />
      {!over && <WithdrawForm appeal={appeal} applicationId={application.id} />}
    </AppealPage>
  )
}
