import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Section } from '@/components/layout/section'
import { Button, ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { StatusTag } from '@/components/ui/tag'
import { DRAFT_STANDINGS } from '@/lib/copy/staff/season-drafts'
import { requireStaff } from '@/lib/auth/require-staff'
import { draftId } from '@/lib/domain/season-draft'
import { db } from '@/lib/data/db'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { findSeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'
import { drop } from './actions'
import { DraftPage } from './draft-page'
import { FileTable } from './file-table'
import { FindingList } from './finding-list'
import { GivenBack } from './given-back'
import { ReplaceFile } from './replace-file'

export const metadata: Metadata = { title: '招生方案草稿' }

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A draft at a glance: its files, what is wrong in each, and what can be done with the whole of it. */
export default async function SeasonDraftPage({ params, searchParams }: Props) {
  const asked = draftId.safeParse(await params)
  const actor = await requireStaff('season', paths.season)
  const draft = asked.success ? await findSeasonDraft(db(), actor, asked.data.draftId) : null
  if (!draft) notFound()
  const { findings } = judgeDraft(draft)
  const query = await searchParams
  const editing = draft.status === 'editing'
  const standing = DRAFT_STANDINGS[draft.status]
  return (
    <DraftPage
      actor={actor}
      draft={draft}
      current="overview"
      findings={findings}
      fault={query.fault}
      lead={findings.length === 0 ? '没有发现问题。' : `发现 ${findings.length} 处问题，改完才能发布。`}
      action={<form method="post" action={paths.seasonExport(draft.id)}><Button variant="secondary" icon="download">导出文件夹</Button></form>}
    >
      <p><StatusTag kind={standing.tag}>{standing.text}</StatusTag></p>
      <GivenBack actor={actor} draft={draft} />
      {editing && <ToCheck content={draft.content} basedOnId={draft.basedOnId} />}
      <Section near title="文件"><FileTable draft={draft} findings={findings} /></Section>
      {findings.length > 0 && <Section near title="问题"><FindingList draft={draft} findings={findings} /></Section>}
      {editing && <Section near title="换文件"><ReplaceFile draftId={draft.id} /></Section>}
      {editing && (
        <Section near title="放弃草稿">
          {query.drop === undefined
            ? <ButtonLink variant="quiet" href={`${paths.seasonDraft(draft.id)}?drop=1`}>放弃这份草稿</ButtonLink>
            : (
              <Notice kind="seal" title={`放弃 ${draft.year} 年的草稿？`}>
                <p>改过的内容不能再接着改。要留一份，请先导出文件夹。</p>
                <form action={drop} className="filters pt-2">
                  <input type="hidden" name="draftId" value={draft.id} />
                  <Button variant="seal">放弃</Button>
                  <ButtonLink variant="quiet" href={paths.seasonDraft(draft.id)}>不放弃</ButtonLink>
                </form>
              </Notice>
            )}
        </Section>
      )}
    </DraftPage>
  )
}

/** What a draft for the next year took over with a date in it is the computer's guess until somebody has looked. */
function ToCheck({ content: { settings }, basedOnId }: { content: { settings: unknown }; basedOnId: string | null }) {
  const source = typeof settings === 'object' && settings !== null && 'source' in settings ? settings.source : null
  if (basedOnId === null || source !== '') return null
  return (
    <Notice kind="neutral" title="日期、年龄和标题由上一年顺延而来，请逐项核对">
      <p>在「日期与规则」里核对开放和截止时间、出生日期、标题、节假日和调休，并写明今年通知的出处；再看「学校」的学位数和「隐私协议」里写的年份。写明出处以后，这条提醒就不再出现。</p>
    </Notice>
  )
}
