import { beforeAll, describe, expect, test } from 'vitest'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { seasonPhase } from '@/lib/domain/season-phase'
import { decidePublication } from '@/lib/commands/decide-publication'
import { dropSeasonDraft } from '@/lib/commands/drop-season-draft'
import { openSeasonDraft } from '@/lib/commands/open-season-draft'
import { proposePublication } from '@/lib/commands/propose-publication'
import { refreshListings } from '@/lib/commands/refresh-listings'
import { serveConfirmation } from '@/lib/commands/serve-confirmation'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawCountyProposal } from '@/lib/commands/withdraw-county-proposal'
import { db } from '@/lib/data/db'
import { draftContent, writeSeasonDraft, type DraftContent, type SeasonDraft } from '@/lib/data/season-drafts'
import { getPublishedSeason } from '@/lib/data/seasons'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { aResult } from '../support/admission'
import { frozen } from '../support/clock'
import { aServedConfirmation, COUNTY, later, MORNING } from '../support/journey'
import { aSeasonDraft } from '../support/prepared-seasons'
import { done, theDraft } from '../support/season-drafts'
import { aStaffMember } from '../support/staff'

let first: StaffActor
let second: StaffActor
beforeAll(async () => {
  await loadDemonstration()
  first = await aStaffMember('admin', { name: '甘主任' })
  second = await aStaffMember('admin', { name: '刘主任' })
})

const propose = (draft: SeasonDraft, { actor = first, overClose = null }: { actor?: StaffActor; overClose?: number | null } = {}) =>
  proposePublication({ actor, draftId: draft.id, revision: draft.revision, overClose, now: MORNING })
const approve = (proposalId: string, actor = second) => decidePublication({ actor, proposalId, outcome: 'approved', note: '', now: MORNING })

async function proposed(draft: SeasonDraft): Promise<string> {
  const made = await propose(draft)
  if (!made.ok) throw new Error(made.failure.code)
  return made.value.proposalId
}

const versionsOf = (year: number, county = COUNTY) => db().seasonVersion.findMany({ where: { season: { county, year } }, orderBy: { number: 'asc' } })
const eventsOf = async (type: string) => (await db().auditEvent.findMany({ where: { type, county: COUNTY }, select: { actorKind: true, actorId: true } })).at(-1)

const withoutSchools = (content: DraftContent): DraftContent => ({ ...content, schools: content.schools && { ...content.schools, rows: content.schools.rows.slice(1) } })

describe('R-51 a season is published by two administrators', () => {
  test('R-51 what one proposes and another approves becomes the next version, on the record as that officer’s', async () => {
    const draft = await aSeasonDraft(first, { year: 2024 })
    const proposalId = await proposed(draft)
    expect((await theDraft(first, draft.id)).status).toBe('proposed')
    expect(await versionsOf(2024)).toEqual([])
    expect(await approve(proposalId)).toEqual({ ok: true, value: { outcome: 'approved' } })
    expect(await versionsOf(2024)).toMatchObject([{ number: 1, proposalId }])
    expect((await theDraft(first, draft.id)).status).toBe('published')
    expect(await eventsOf('season-published')).toEqual({ actorKind: 'staff', actorId: second.staffId })
    expect((await getPublishedSeason(COUNTY, 2024))?.season.settings.title).toBe('安义县2024年城区小学一年级新生网上预报')
  })

  test('R-50 R-51 the draw that gives the seed may be named until the season closes, and by nobody after it', async () => {
    const named = (draw: string) => aSeasonDraft(first, { year: 2025, settings: { allocation: { draw } } })
    const close = frozen('2025-08-25 00:00:00.000')
    const at = (now: Now, draft: SeasonDraft) => proposePublication({ actor: first, draftId: draft.id, revision: draft.revision, overClose: null, now })
    const before = await named('8月27日双色球的七个号码')
    done(await decidePublication({ actor: second, proposalId: done(await at(later(close, -1), before)).proposalId, outcome: 'approved', note: '', now: later(close, -1) }))
    expect((await getPublishedSeason(COUNTY, 2025))?.season.settings.allocation.draw).toBe('8月27日双色球的七个号码')
    const other = await named('8月29日双色球的七个号码')
    expect(await at(close, other)).toEqual({ ok: false, failure: { code: 'SEASON_DRAW_STANDS' } })
    const { proposalId } = done(await at(later(close, -1), other))
    expect(await decidePublication({ actor: second, proposalId, outcome: 'approved', note: '', now: close })).toEqual({ ok: false, failure: { code: 'SEASON_DRAW_STANDS' } })
    expect((await versionsOf(2025)).length).toBe(1)
  })

  test('R-51 the season under way is amended also once the next one is published', async () => {
    expect((await versionsOf(2024)).length).toBeGreaterThan(0)
    const { id } = done(await openSeasonDraft({ actor: first, as: 'same-year', of: 2023 }))
    expect((await theDraft(first, id)).content.settings).toMatchObject({ year: 2023 })
    done(await dropSeasonDraft({ actor: first, draftId: id }))
    expect(await openSeasonDraft({ actor: first, as: 'same-year', of: 2019 })).toEqual({ ok: false, failure: { code: 'NO_SEASON' } })
  })

  test('R-51 what the linter finds stops it, and so does another county’s or another year’s file', async () => {
    const unknown = await aSeasonDraft(first, { year: 2030, change: withoutSchools })
    expect(await propose(unknown)).toMatchObject({ ok: false, failure: { code: 'DRAFT_HAS_FINDINGS' } })
    const elsewhere = await aSeasonDraft(first, { year: 2031, settings: { county: '360124' } })
    expect(await propose(elsewhere)).toMatchObject({ ok: false, failure: { code: 'DRAFT_HAS_FINDINGS' } })
    const agreed = await aSeasonDraft(first, { year: 2032, change: (content) => ({ ...content, agreement: null }) })
    expect(await propose(agreed)).toMatchObject({ ok: false, failure: { code: 'DRAFT_HAS_FINDINGS' } })
    expect(await versionsOf(2031, '360124')).toEqual([])
  })

  test('R-51 whoever proposed it does not approve it, pressed twice it is one version, and of two at once one decides', async () => {
    const draft = await aSeasonDraft(first, { year: 2033 })
    const both = await Promise.all([propose(draft), propose(draft)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const [made] = both.filter((one) => one.ok)
    const proposalId = made?.ok ? made.value.proposalId : ''
    expect(await approve(proposalId, first)).toMatchObject({ ok: false, failure: { code: 'SAME_OFFICER' } })
    const third = await aStaffMember('admin')
    const decided = await Promise.all([approve(proposalId), approve(proposalId), approve(proposalId, third)])
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1)
    expect(decided.filter((one) => !one.ok).map((one) => !one.ok && one.failure.code)).toEqual(['CHANGED_MEANWHILE', 'CHANGED_MEANWHILE'])
    expect(await versionsOf(2033)).toHaveLength(1)
  })

  test('R-51 refused with a note or taken back, it is edited again; while it waits nobody edits it', async () => {
    const draft = await aSeasonDraft(first, { year: 2034 })
    const proposalId = await proposed(draft)
    const edit = (of: SeasonDraft) => db().$transaction((transaction) => writeSeasonDraft(transaction, { actor: first, id: of.id, revision: of.revision, content: of.content }))
    expect(await edit(draft)).toBeNull()
    expect(await decidePublication({ actor: second, proposalId, outcome: 'refused', note: '', now: MORNING })).toMatchObject({ ok: false, failure: { code: 'PROPOSAL_REASON_MISSING' } })
    expect(await decidePublication({ actor: second, proposalId, outcome: 'refused', note: '龙津小学的学位数不对', now: MORNING })).toMatchObject({ ok: true })
    expect(await edit(await theDraft(first, draft.id))).toBe(draft.revision + 1)
    expect(await approve(proposalId)).toMatchObject({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })

    const again = await theDraft(first, draft.id)
    const next = await proposed(again)
    expect(await withdrawCountyProposal({ actor: second, proposalId: next, now: MORNING })).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await withdrawCountyProposal({ actor: first, proposalId: next, now: MORNING })).toMatchObject({ ok: true })
    expect((await theDraft(first, draft.id)).status).toBe('editing')
    expect(await approve(next)).toMatchObject({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await versionsOf(2034)).toEqual([])
  })

  test('R-51 what was seen in an older revision is not proposed, and what is published already has nothing to propose', async () => {
    const draft = await aSeasonDraft(first, { year: 2035 })
    expect(await propose({ ...draft, revision: draft.revision - 1 })).toMatchObject({ ok: false, failure: { code: 'CHANGED_MEANWHILE' } })
    expect(await approve(await proposed(draft))).toMatchObject({ ok: true })
    expect(await propose(await aSeasonDraft(first, { year: 2035 }))).toMatchObject({ ok: false, failure: { code: 'DRAFT_IS_PUBLISHED' } })
  })

  test('R-51 a close that families were told is brought forward only where both administrators saw that it is', async () => {
    const closing = async (closesAt: string) => {
      const draft = await aSeasonDraft(first, { year: 2036, settings: { closesAt } })
      return { draft, published: (await getPublishedSeason(COUNTY, 2036))?.season.settings.closesAt ?? null }
    }
    const { draft: long } = await closing('2036-08-30T00:00:00+08:00')
    expect(await approve(await proposed(long))).toMatchObject({ ok: true })
    const { draft, published } = await closing('2036-08-25T00:00:00+08:00')
    expect(await propose(draft)).toMatchObject({ ok: false, failure: { code: 'CLOSE_BROUGHT_FORWARD' } })
    const made = await propose(draft, { overClose: published })
    expect(made).toMatchObject({ ok: true })
    expect(await approve(made.ok ? made.value.proposalId : '')).toMatchObject({ ok: true })
    expect((await getPublishedSeason(COUNTY, 2036))?.number).toBe(2)
  })

  test('R-52 another county’s administrator sees neither draft nor proposal', async () => {
    const stranger = await aStaffMember('admin', { county: '360124' })
    const draft = await aSeasonDraft(first, { year: 2037 })
    expect(await propose(draft, { actor: stranger })).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
    const proposalId = await proposed(draft)
    expect(await approve(proposalId, stranger)).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await withdrawCountyProposal({ actor: stranger, proposalId, now: MORNING })).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
  })

  test('R-51 a published version does not change', async () => {
    const [version] = await versionsOf(2023)
    await expect(db().seasonVersion.update({ where: { id: version?.id ?? '' }, data: { agreement: '' } })).rejects.toThrow()
    await expect(db().school.updateMany({ where: { versionId: version?.id }, data: { capacity: '1' } })).rejects.toThrow()
  })

  test('R-51 a publication in the season: drafts are listed anew, and an open confirmation is read anew', async () => {
    const served = await aServedConfirmation('deed-father')
    await aServedConfirmation('deed-mother')
    await refreshListings({ now: MORNING })
    const draft = await aSeasonDraft(first, { year: 2023, settings: { readingSeconds: 16 } })
    expect(await approve(await proposed(draft))).toMatchObject({ ok: true })
    // What runs every minute finds them without a walk through everything, and nothing is left for that one.
    expect(await refreshListings({ now: MORNING, draftsOnly: true })).toBe(2)
    expect(await refreshListings({ now: MORNING })).toBe(0)
    const published = await getPublishedSeason(COUNTY, 2023)
    expect(published && seasonPhase(published.season.settings, MORNING.season)).toBe('open')
    const read = later(MORNING, 20_000)
    expect(await submitApplication({ ...served, now: read })).toMatchObject({ ok: false })
    const again = await serveConfirmation({ actor: served.actor, applicationId: served.applicationId, now: read, read: true })
    expect(again).toMatchObject({ ok: true })
    if (!again.ok) return
    expect(again.value.confirmation.fingerprint).not.toBe(served.fingerprint)
    expect(await submitApplication({ ...served, fingerprint: again.value.confirmation.fingerprint, now: later(read, 16_000) })).toMatchObject({ ok: true })
    expect(await db().submission.findFirst({ where: { applicationId: served.applicationId }, select: { seasonVersionId: true } })).toEqual({ seasonVersionId: published?.versionId })
  })

  test('R-50 once the results are out no draft opens the season again, and no school that is on a notice goes; the rest may be mended', async () => {
    const draftOf = async (drafted: Omit<Parameters<typeof aSeasonDraft>[1], 'year'>) => {
      await db().seasonDraft.updateMany({ where: { county: COUNTY, year: 2023, status: 'editing' }, data: { status: 'dropped' } })
      return aSeasonDraft(first, { year: 2023, ...drafted })
    }
    const longer = { settings: { closesAt: '2023-09-30T00:00:00+08:00' } }
    const proposedBefore = await proposed(await draftOf(longer))
    const { id: applicationId } = await db().application.findFirstOrThrow({ where: { county: COUNTY, year: 2023, status: 'submitted' }, select: { id: true } })
    await aResult(applicationId, { schoolCode: 'SY' })
    expect(await approve(proposedBefore)).toEqual({ ok: false, failure: { code: 'SEASON_RESULTS_OUT' } })
    expect(await decidePublication({ actor: second, proposalId: proposedBefore, outcome: 'refused', note: '结果已经公布', now: MORNING })).toMatchObject({ ok: true })
    expect(await propose(await draftOf(longer))).toMatchObject({ ok: false, failure: { code: 'SEASON_RESULTS_OUT' } })
    expect(await propose(await draftOf({ settings: { opensAt: '2023-08-01T00:00:00+08:00' } }))).toMatchObject({ ok: false, failure: { code: 'SEASON_RESULTS_OUT' } })
    const without = (code: string) => (content: DraftContent) => draftContent.parse(JSON.parse(JSON.stringify(content).replaceAll(new RegExp(`\\b${code}\\b(?!-)`, 'g'), 'NEW')))
    expect(await propose(await draftOf({ change: without('SY') }))).toMatchObject({ ok: false, failure: { code: 'SEASON_RESULTS_OUT' } })
    expect(await propose(await draftOf({ settings: { readingSeconds: 17 } }))).toMatchObject({ ok: true })
  })
})
