import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { partOf } from '@/lib/domain/season-draft'
import { SEASON_LIMITS } from '@/lib/domain/form-limits'
import type { SeasonFinding } from '@/lib/rules'
import { ArchiveFault, readArchive } from './archive'

export type UploadedFile = { name: string; content: Uint8Array }
export type UploadFailure = { code: 'SEASON_FILES_MISSING' | 'SEASON_ARCHIVE_UNREADABLE' | 'SEASON_ARCHIVE_TOO_LARGE' }
type OpenedUpload = { open: (name: string) => Uint8Array | null; findings: SeasonFinding[] }

/** A file's name without the folders that a browser or an archive puts before it, in small letters: some programs write `.CSV`. */
export function baseName(name: string): string {
  return (name.split(/[/\\]/).at(-1) ?? '').toLowerCase()
}

/**
 * A season's files out of what was uploaded: themselves, or the archives that they are in, whatever folder they stood in there.
 * Files that no season has are passed over; of two with one name the first is taken, and the second is a finding.
 */
export function openUpload(uploaded: readonly UploadedFile[]): Result<OpenedUpload, UploadFailure> {
  const found = new Map<string, Uint8Array>()
  const findings: SeasonFinding[] = []
  try {
    for (const { name, content } of unpacked(uploaded)) {
      const base = baseName(name)
      if (partOf(base) === null) continue
      if (found.has(base)) findings.push({ file: base, line: 1, message: '传了两份，只读了第一份；请只留一份再传' })
      else found.set(base, content)
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    return fail({ code: error.code === 'TOO_LARGE' ? 'SEASON_ARCHIVE_TOO_LARGE' : 'SEASON_ARCHIVE_UNREADABLE' })
  }
  if (found.size === 0) return fail({ code: 'SEASON_FILES_MISSING' })
  return succeed({ open: (name) => found.get(name) ?? null, findings })
}

/** All archives together hold no more than one may: forty of them in one upload would be as many times the limit. */
function unpacked(uploaded: readonly UploadedFile[]): UploadedFile[] {
  let bytes: number = SEASON_LIMITS.bytes
  return uploaded.flatMap((file) => {
    if (!file.name.toLowerCase().endsWith('.zip')) return [file]
    const inside = readArchive(file.content, (name) => partOf(baseName(name)) !== null, { ...SEASON_LIMITS, bytes })
    bytes -= inside.reduce((sum, { content }) => sum + content.byteLength, 0)
    return inside
  })
}
