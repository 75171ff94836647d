import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import type { NoticeNumber, Verified } from '@/lib/domain/notice-number'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { findResult, findResultByNumber } from '@/lib/data/admission-results'
import { plainHash } from '@/lib/data/cipher'
import { db } from '@/lib/data/db'
import { countAgainst } from '@/lib/data/limits'
import { getPublishedSeason } from '@/lib/data/seasons'

type Verify = NoticeNumber & { /** whence, for the limit alone */ address: string }

/**
 * Whether somebody holds a notice that was issued and still counts: its school and that, and nothing of the child. A number
 * that was never issued and a code that is another's take the same question to the database and get the same answer.
 */
export async function verifyNotice({ number, code, address }: Verify): Promise<Result<Verified, { code: 'VERIFY_LIMIT'; waitMs: number }>> {
  const waitMs = await countAgainst('notice-verified', address)
  if (waitMs !== null) return fail({ code: 'VERIFY_LIMIT', waitMs })
  const notice = await findResultByNumber(db(), number)
  const isRight = timingSafeEqual(plainHash(code), plainHash(notice?.checkCode ?? ''))
  if (!notice || !isRight) return succeed({ status: 'unknown' })
  const [current, published] = await Promise.all([findResult(db(), notice.applicationId), getPublishedSeason(notice.county, notice.year)])
  const school = published?.season.schools.find((one) => one.code === notice.schoolCode)
  if (!school) return succeed({ status: 'unknown' })
  return succeed({ status: current?.id === notice.id ? 'valid' : 'replaced', school: school.name })
}
