import 'server-only'
import type { Readable } from 'node:stream'
import type { GuardianActor } from '@/lib/domain/actor'
import { noticeFragment } from '@/lib/domain/notice-number'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { findAnnouncement } from '@/lib/data/announcements'
import { countAgainst } from '@/lib/data/limits'
import { getEnv, isDemonstration } from '@/lib/env'
import { drawNotice } from '@/lib/notice/draw-notice'

type Issue = { actor: GuardianActor; applicationId: string; /** where a notice is verified, without the site */ verifyPath: string }

/** The notice of admission of this guardian's own child, drawn anew each time; nothing of it is kept. */
export async function issueNotice({ actor, applicationId, verifyPath }: Issue): Promise<Result<Readable, { code: 'NOT_YOURS' | 'NOTICE_LIMIT' }>> {
  const found = await findAnnouncement(actor, applicationId)
  const { admissionNumber: number, checkCode: code } = found?.result ?? {}
  if (!found?.school || !number || !code) return fail({ code: 'NOT_YOURS' })
  if ((await countAgainst('notice-drawn', actor.guardianId)) !== null) return fail({ code: 'NOTICE_LIMIT' })
  const { result, receipt: { shown }, published: { season: { settings } }, school } = found
  const address = `${getEnv().baseUrl}${verifyPath}`
  return succeed(await drawNotice({
    county: settings.countyName,
    year: result.year,
    child: shown.student,
    category: shown.category.label,
    school,
    number,
    code,
    publishedAt: result.publishedAt,
    next: settings.announcement.next,
    verify: { address, scanned: `${address}#${noticeFragment({ number, code })}` },
    demonstration: isDemonstration(),
  }))
}
