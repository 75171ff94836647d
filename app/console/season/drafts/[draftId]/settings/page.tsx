import type { Metadata } from 'next'
import { Notice } from '@/components/ui/notice'
import { DRAFT_TABS } from '@/lib/copy/staff/season-drafts'
import { SAVED } from '@/lib/copy/staff/season-publication'
import { criteriaWords } from '@/lib/copy/staff/season-settings'
import { markOfSettings } from '@/lib/data/season-tables'
import { judgedSettings } from '@/lib/data/season-settings'
import { SETTINGS_FILE } from '@/lib/domain/season-draft'
import { CRITERIA_ORDERS, neighboursField, typedFromSettings } from '@/lib/domain/season-settings'
import { paths } from '@/lib/paths'
import { DraftPage } from '../draft-page'
import { openDraft } from '../open-draft'
import { StandingNotice } from '../standing-notice'
import { SettingsForm } from './settings-form'

export const metadata: Metadata = { title: DRAFT_TABS.settings }

type Props = { params: Promise<{ draftId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What season.json says, as a form; what the rules say of it stands at the fields. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { actor, draft, judged: { findings } } = await openDraft(params, paths.seasonSettings)
  const { saved } = await searchParams
  const { faults, beside } = judgedSettings(draft.content.settings, findings)
  const seen = markOfSettings(draft.content.settings)
  const schools = draft.content.schools?.rows.map(({ cells: { code = '', name = '' } }) => ({ field: neighboursField(code), name: `${name}（${code}）` })) ?? []
  const count = findings.filter(({ file }) => file === SETTINGS_FILE).length
  return (
    <DraftPage actor={actor} draft={draft} current="settings" findings={findings}>
      <StandingNotice draft={draft} />
      {saved && <Notice kind="ok"><p role="status">{SAVED}{count > 0 && `这一页还有 ${count} 处要改。`}</p></Notice>}
      {beside.length > 0 && <Notice kind="seal" title="要改的"><ul>{beside.map((message) => <li key={message}>{message}</li>)}</ul></Notice>}
      <SettingsForm
        key={seen} draftId={draft.id} seen={seen} kept={typedFromSettings(draft.content.settings)} faults={faults} schools={schools}
        orders={CRITERIA_ORDERS.map((value) => ({ value, label: criteriaWords(value) }))} editing={draft.status === 'editing'}
      />
    </DraftPage>
  )
}
