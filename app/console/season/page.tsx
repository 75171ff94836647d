import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PAGE_NAMES } from '@/lib/copy/staff/frame'
import { SEASON_DONE, WINDOW } from '@/lib/copy/staff/season-publication'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { db } from '@/lib/data/db'
import { listSeasonDrafts } from '@/lib/data/season-drafts'
import { listSeasonProposals } from '@/lib/data/season-proposals'
import { listSeasonVersions } from '@/lib/data/season-list'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { staffNames } from '@/lib/data/staff'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { BeginDraft } from './begin-draft'
import { DraftTable } from './draft-table'
import { ProposalTable } from './proposal-table'
import { VersionTable } from './version-table'

export const metadata: Metadata = { title: PAGE_NAMES.season }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where a county's season begins: what is published, what is being prepared, and how the next one is begun. */
export default async function SeasonPage({ searchParams }: Props) {
  const actor = await requireStaff('season', paths.season)
  const { season: now } = await requestNow()
  const [{ fault, done }, versions, drafts, waiting, underWay] = await Promise.all([
    searchParams, listSeasonVersions(actor), listSeasonDrafts(db(), actor), listSeasonProposals(actor, { waiting: true }), getSeasonUnderWay(actor.county, now),
  ])
  const names = await staffNames(db(), drafts.flatMap(({ createdById, changedById }) => [createdById, changedById]))
  const isOpen = ({ status }: { status: string }) => status === 'editing' || status === 'proposed'
  const [open, ended] = [drafts.filter(isOpen), drafts.filter((draft) => !isOpen(draft))]
  const [newest] = versions
  const said = Object.entries(SEASON_DONE).find(([outcome]) => outcome === done)?.[1]
  return (
    <ConsolePage
      actor={actor} current="season" demonstration={isDemonstration()} fault={fault} title={PAGE_NAMES.season} lead="学区、类别、日期都在招生方案里。先改草稿，试过以后由两位管理员发布；发布了的版本不再变。"
      action={newest && <ButtonLink variant="secondary" href={paths.seasonWindow}>{WINDOW.title}</ButtonLink>}
    >
      {said && <Notice kind="ok"><p role="status">{said}</p></Notice>}
      {waiting.length > 0 && <Section near title="等另一位管理员"><ProposalTable proposals={waiting} /></Section>}
      {open.length > 0 && <Section near title="正在准备"><DraftTable drafts={open} names={names} caption="正在准备的草稿" /></Section>}
      <Section near title="起草"><BeginDraft newest={newest ?? null} underWay={underWay && underWay.year !== newest?.year ? underWay.year : null} open={open.map(({ year }) => year)} /></Section>
      <Section near title="已发布">
        {versions.length > 0 ? <VersionTable versions={versions} /> : <p className="text-sm text-ink-soft">本县还没有发布过招生方案。</p>}
      </Section>
      {ended.length > 0 && <Section near title="办完的草稿"><DraftTable drafts={ended} names={names} caption="办完的草稿" /></Section>}
    </ConsolePage>
  )
}
