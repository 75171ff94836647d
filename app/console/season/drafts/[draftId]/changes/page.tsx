import type { Metadata } from 'next'
import { Empty } from '@/components/ui/empty'
import { compareSeasons, countChanges } from '@/lib/domain/season-changes'
import { SEASON_TABLES } from '@/lib/domain/season-draft'
import { findVersionBefore } from '@/lib/data/seasons-to-try'
import { findNewestCounts } from '@/lib/data/simulations'
import { paths } from '@/lib/paths'
import { DraftPage } from '../draft-page'
import { openDraft, type DraftProps } from '../open-draft'
import { AffectedFamilies } from './affected-families'
import { ChangeFigures } from './figures'
import { AgreementChanges, SettingChanges } from './other-changes'
import { TableChanges } from './table-changes'

export const metadata: Metadata = { title: '改动' }

/** What would change against the season that is published, row by row. */
export default async function ChangesPage({ params }: Pick<DraftProps, 'params'>) {
  const { actor, draft, judged } = await openDraft(params, paths.seasonChanges)
  const [before, run] = await Promise.all([findVersionBefore(actor, draft), findNewestCounts(actor, draft.id)])
  const frame = { actor, draft, current: 'changes', findings: judged.findings } as const
  if (!before) return <DraftPage {...frame}><Empty title="没有可比的">本县还没有发布过招生方案，草稿里的全部是新的。</Empty></DraftPage>
  const changes = compareSeasons(before.content, draft.content)
  const { tables, settings, agreement } = changes
  return (
    <DraftPage {...frame} lead={`和已发布的 ${before.year} 年第 ${before.number} 版相比。`}>
      <ChangeFigures changes={changes} />
      <AffectedFamilies draft={draft} run={run} />
      {countChanges(changes) === 0 && <Empty title="没有改动">草稿和已发布的完全一样。</Empty>}
      {SEASON_TABLES.map((table) => tables[table].length > 0 && <TableChanges key={table} draftId={draft.id} table={table} changes={tables[table]} />)}
      {settings.length > 0 && <SettingChanges changes={settings} />}
      {agreement.length > 0 && <AgreementChanges changes={agreement} />}
    </DraftPage>
  )
}
