import 'server-only'
import type { Now, StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { SETTINGS_FILE } from '@/lib/domain/season-draft'
import { SEASON_LIMITS } from '@/lib/domain/form-limits'
import { shanghaiDay } from '@/lib/domain/shanghai-day'
import { auditedAs } from '@/lib/audit/events'
import { recordAudit } from '@/lib/audit/record'
import { db } from '@/lib/data/db'
import { contentOfUpload, seasonOf } from '@/lib/data/draft-contents'
import { addSeasonDraft } from '@/lib/data/season-drafts'
import { openUpload, type UploadedFile, type UploadFailure } from '@/lib/files/season-upload'
import { readSeasonParts } from '@/lib/files/season-parts'
import { drop, readIncoming, type Incoming } from '@/lib/intake/incoming'

type Upload = { actor: StaffActor; files: readonly Incoming[]; now: Now }
type Failure = UploadFailure | { code: 'SEASON_OF_ANOTHER_COUNTY' | 'DRAFT_OPEN' }

/**
 * Begins a draft as a season's folder: its files, or one .zip of them. What cannot be read is a finding, and the rest of
 * the draft is there. Where the settings do not say of which year they are, it is the clock's.
 */
export async function uploadSeason({ actor, files, now }: Upload): Promise<Result<{ id: string }, Failure>> {
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > SEASON_LIMITS.bytes) {
    for (const file of files) await drop(file)
    return fail({ code: 'SEASON_ARCHIVE_TOO_LARGE' })
  }
  const uploaded: UploadedFile[] = []
  for (const file of files) uploaded.push({ name: file.name, content: await readIncoming(file).finally(() => drop(file)) })
  const opened = openUpload(uploaded)
  if (!opened.ok) return opened
  const { open, findings } = opened.value
  const parts = await readSeasonParts((name) => Promise.resolve(open(name)))
  const said = seasonOf(parts.settings ?? roughly(open(SETTINGS_FILE)))
  if (said.county !== null && said.county !== actor.county) return fail({ code: 'SEASON_OF_ANOTHER_COUNTY' })
  const content = contentOfUpload({ ...parts, findings: [...findings, ...parts.findings] })
  const year = said.year ?? Number(shanghaiDay(now.season).slice(0, 4))
  return db().$transaction(async (transaction) => {
    const added = await addSeasonDraft(transaction, { actor, year, content, basedOnId: null })
    if (!added.ok) return added
    await recordAudit(transaction, { type: 'season-drafted', actor: auditedAs(actor), county: actor.county, content: { draftId: added.value.id, year, basedOn: 'files' } })
    return succeed(added.value)
  })
}

/** What settings that are no JSON say of themselves all the same, so that a lost comma does not make them another year's. */
function roughly(settings: Uint8Array | null): { county: string | undefined; year: number } {
  const text = new TextDecoder().decode(settings ?? new Uint8Array())
  return { county: /"county"\s*:\s*"(\d{6})"/.exec(text)?.[1], year: Number(/"year"\s*:\s*(\d{4})/.exec(text)?.[1]) }
}
