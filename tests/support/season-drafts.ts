import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { StaffActor } from '@/lib/domain/actor'
import { rowForm } from '@/lib/domain/season-draft'
import type { Result } from '@/lib/domain/result'
import { replaceSeasonFile } from '@/lib/commands/replace-season-file'
import { uploadSeason } from '@/lib/commands/upload-season'
import { db } from '@/lib/data/db'
import { findSeasonDraft, type SeasonDraft } from '@/lib/data/season-drafts'
import { receive, type Incoming } from '@/lib/intake/incoming'
import { MORNING } from './journey'

export type Folder = Readonly<Record<string, string | Uint8Array>>

/** The files of a season's folder by name. */
export function folderOf(directory: string): Record<string, Uint8Array> {
  return Object.fromEntries(readdirSync(directory).map((name) => [name, readFileSync(path.join(directory, name))]))
}

async function incoming(name: string, content: string | Uint8Array): Promise<Incoming> {
  async function* body() {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  const received = await receive(body(), name)
  if (!received.ok) throw new Error(received.failure.code)
  return received.value
}

export async function uploadFolder(actor: StaffActor, folder: Folder): Promise<ReturnType<typeof uploadSeason>> {
  const files: Incoming[] = []
  for (const [name, content] of Object.entries(folder)) files.push(await incoming(name, content))
  return uploadSeason({ actor, files, now: MORNING })
}

export async function replaceFile(actor: StaffActor, draftId: string, name: string, content: string | Uint8Array) {
  return replaceSeasonFile({ actor, draftId, file: await incoming(name, content) })
}

/** The value of what must have succeeded. */
export function done<Value>(result: Result<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(result.failure.code)
  return result.value
}

export async function theDraft(actor: StaffActor, id: string): Promise<SeasonDraft> {
  const draft = await findSeasonDraft(db(), actor, id)
  if (!draft) throw new Error('no draft')
  return draft
}

/** A row as its form posts it. */
export function posted(fields: Readonly<Record<string, string | string[]>>) {
  return rowForm.parse({ list: '', line: '', after: '', seen: '', ...fields })
}
