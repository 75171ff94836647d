import { beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/domain/actor'
import { typedFromSettings } from '@/lib/domain/season-settings'
import { saveSeasonAgreement } from '@/lib/commands/save-season-agreement'
import { saveSeasonSettings } from '@/lib/commands/save-season-settings'
import { db } from '@/lib/data/db'
import { judgeDraft } from '@/lib/data/draft-judgement'
import { markOfSettings, textHash } from '@/lib/data/season-tables'
import { judgedSettings } from '@/lib/data/season-settings'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { COUNTY } from '../support/journey'
import { aSeasonDraft } from '../support/prepared-seasons'
import { theDraft } from '../support/season-drafts'
import { aStaffMember } from '../support/staff'

let actor: StaffActor
beforeAll(async () => {
  await loadDemonstration()
  actor = await aStaffMember('admin')
})

test('R-51 what an officer changes is written, on the record, and what is wrong stands at its field', async () => {
  const { id, content } = await aSeasonDraft(actor, { year: 2024, settings: { ownKey: 'kept' } })
  const seen = markOfSettings(content.settings)
  const typed = { ...typedFromSettings(content.settings), title: '新标题', bornTo: '2010-01-01', 'allocation.neighbours.LJ': '没有的学校' }
  expect(await saveSeasonSettings({ actor, draftId: id, seen, typed })).toEqual({ ok: true, value: null })
  const draft = await theDraft(actor, id)
  expect(draft.content.settings).toMatchObject({ title: '新标题', ownKey: 'kept', opensAt: '2024-08-14T00:00:00+08:00' })
  const judged = judgedSettings(draft.content.settings, judgeDraft(draft).findings)
  expect(judged.faults).toEqual({ bornTo: '早于 bornFrom（2017-01-01）' })
  expect(judged.beside).toHaveLength(1)
  expect(await db().auditEvent.count({ where: { type: 'season-edited', county: COUNTY, actorId: actor.staffId } })).toBe(1)
  // the form of somebody who opened it before
  expect(await saveSeasonSettings({ actor, draftId: id, seen, typed: { ...typed, title: '旧标题' } })).toMatchObject({ ok: false, failure: { code: 'PART_CHANGED' } })
  expect(await saveSeasonSettings({ actor: await aStaffMember('admin', { county: '360124' }), draftId: id, seen: markOfSettings(draft.content.settings), typed })).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
  // a notice without a heading is saved like any draft, and cannot be published
  expect(await saveSeasonSettings({ actor, draftId: id, seen: markOfSettings(draft.content.settings), typed: { ...typed, title: '' } })).toMatchObject({ ok: true })
  const emptied = await theDraft(actor, id)
  expect(judgedSettings(emptied.content.settings, judgeDraft(emptied).findings).faults).toMatchObject({ title: '没有写' })
})

test('R-51 of two who save the agreement at once one is told that it has changed', async () => {
  const { id, content } = await aSeasonDraft(actor, { year: 2025 })
  const seen = textHash(content.agreement ?? '')
  const saved = await Promise.all(['第一种写法', '第二种写法'].map((agreement) => saveSeasonAgreement({ actor, draftId: id, seen, agreement })))
  expect(saved.filter(({ ok }) => ok)).toHaveLength(1)
  expect(saved.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'PART_CHANGED' } })
})
