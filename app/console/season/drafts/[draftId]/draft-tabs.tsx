import { DRAFT_TABS, type DraftTab } from '@/lib/copy/staff/season-drafts'
import { partOf, SEASON_TABLES } from '@/lib/domain/season-draft'
import { paths } from '@/lib/paths'

type Props = {
  draftId: string
  current: DraftTab
  /** of `judgeDraft`, where the page has it: each file's tab then says how many it has */
  findings?: readonly { file: string }[]
}

const ADDRESSES: Readonly<Record<DraftTab, (id: string) => string>> = {
  overview: paths.seasonDraft,
  schools: (id) => paths.seasonTable(id, 'schools'),
  catchment: (id) => paths.seasonTable(id, 'catchment'),
  categories: (id) => paths.seasonTable(id, 'categories'),
  materials: (id) => paths.seasonTable(id, 'materials'),
  reasons: (id) => paths.seasonTable(id, 'reasons'),
  settings: paths.seasonSettings,
  agreement: paths.seasonAgreement,
  changes: paths.seasonChanges,
  addresses: paths.seasonAddresses,
  whatIf: paths.seasonWhatIf,
  publish: paths.seasonPublish,
}
const TABS: readonly DraftTab[] = ['overview', ...SEASON_TABLES, 'settings', 'agreement', 'changes', 'addresses', 'whatIf', 'publish']

/** From one page of a draft to every other. */
export function DraftTabs({ draftId, current, findings = [] }: Props) {
  const counts = new Map<DraftTab | null, number>()
  for (const part of findings.map(({ file }) => partOf(file))) counts.set(part, (counts.get(part) ?? 0) + 1)
  return (
    <nav className="tabs" aria-label="草稿">
      {TABS.map((tab) => {
        const count = counts.get(tab)
        return (
          <a key={tab} href={ADDRESSES[tab](draftId)} aria-current={tab === current ? 'page' : undefined}>
            {DRAFT_TABS[tab]}
            {count && <><span className="tabs-count" aria-hidden="true">{count}</span><span className="sr-only">，{count} 处问题</span></>}
          </a>
        )
      })}
    </nav>
  )
}
