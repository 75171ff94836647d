import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { StaffActor } from '@/lib/domain/actor'
import { db } from '@/lib/data/db'
import { addSeasonDraft, type DraftContent, type SeasonDraft } from '@/lib/data/season-drafts'
import { readSeasonParts } from '@/lib/files/season-parts'
import { z } from 'zod'
import { theDraft } from './season-drafts'

const settingsJson = z.record(z.string(), z.json())
type Written = z.infer<typeof settingsJson>

/** A season of the demonstration as it lies in its folder. */
async function contentOf(season = '360123-2023'): Promise<DraftContent> {
  const { findings, settings, ...parts } = await readSeasonParts((name) => readFile(path.join('prisma/seasons', season, name)).catch(() => null))
  return { schemaVersion: 1, ...parts, settings: settingsJson.parse(settings), unread: [...findings] }
}

/** The settings of 2023 a whole number of years later: its dates, births and title. */
function inYear(settings: unknown, year: number): Written {
  const later = JSON.stringify(settings).replaceAll(/20(?:16|17|23)(?=年|-\d\d-\d\d)/g, (found) => String(Number(found) + year - 2023))
  return { ...settingsJson.parse(JSON.parse(later)), year }
}

type Drafted = { year: number; season?: string; change?: (content: DraftContent) => DraftContent; settings?: Written }

/** A draft of the county's season of a year, made of the season of 2023. */
export async function aSeasonDraft(actor: StaffActor, { year, season, change = (content) => content, settings = {} }: Drafted): Promise<SeasonDraft> {
  const content = await contentOf(season)
  const of = { ...content, settings: { ...inYear(content.settings, year), ...settings } }
  const added = await db().$transaction((transaction) => addSeasonDraft(transaction, { actor, year, content: change(of), basedOnId: null }))
  if (!added.ok) throw new Error(added.failure.code)
  return theDraft(actor, added.value.id)
}
