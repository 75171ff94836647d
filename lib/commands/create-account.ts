import 'server-only'
import { COUNTY_CODES } from '@/lib/domain/counties'
import { fail, succeed, type Result } from '@/lib/domain/result'
import type { StaffRole } from '@/lib/domain/staff'
import { username as usernameShape } from '@/lib/domain/staff-accounts'
import { recordAudit } from '@/lib/audit/record'
import { db, isUniqueViolation } from '@/lib/data/db'
import { newLetters, newSecret, otpauthUri } from '@/lib/data/one-time-code'
import { hashPassword } from '@/lib/data/password'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { sealSecret } from '@/lib/data/staff-accounts'
import { isDemonstration } from '@/lib/env'

type Input = {
  county: string
  role: StaffRole
  /** of role `school`, and of no other */
  schoolCode: string | null
  username: string
  name: string
  /** of the demonstration: the account is as if its person had signed in before and chosen this password, whose hash all share */
  settledWith?: { password: string; passwordHash: string; now: number }
}
type Code = 'COUNTY_UNKNOWN' | 'NO_SEASON' | 'SCHOOL_MISSING' | 'SCHOOL_NOT_ASKED' | 'SCHOOL_UNKNOWN' | 'USERNAME_UNFIT' | 'USERNAME_TAKEN' | 'PRODUCTION'

/**
 * An account for somebody of the county or of a school. The one-time password and the secret are given back to be shown
 * once; the first sign-in replaces both, and nothing else is open before (P6).
 */
export async function createAccount({ county, role, schoolCode, username, name, settledWith }: Input): Promise<Result<{ password: string; secret: string; uri: string }, { code: Code }>> {
  if (settledWith && !isDemonstration()) return fail({ code: 'PRODUCTION' })
  const known = usernameShape.safeParse(username)
  if (!known.success) return fail({ code: 'USERNAME_UNFIT' })
  const misplaced = await placeFault(county, role, schoolCode)
  if (misplaced) return fail({ code: misplaced })
  const password = settledWith?.password ?? newLetters()
  const secret = newSecret()
  const settledAt = settledWith ? new Date(settledWith.now) : null
  const passwordHash = settledWith?.passwordHash ?? (await hashPassword(password))
  try {
    await db().$transaction(async (transaction) => {
      const { id } = await transaction.staffAccount.create({
        data: { county, role, schoolCode, username: known.data, name, passwordHash, totpCipher: sealSecret(secret), passwordSetAt: settledAt, totpConfirmedAt: settledAt },
        select: { id: true },
      })
      await recordAudit(transaction, { type: 'staff-created', actor: { kind: 'operator' }, county, content: { staffId: id, role, schoolCode } })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return fail({ code: 'USERNAME_TAKEN' })
    throw error
  }
  return succeed({ password, secret, uri: otpauthUri(known.data, secret) })
}

/** A school's clerk belongs to a school of one of the county's published seasons, next year's among them; nobody else belongs to one. */
async function placeFault(county: string, role: StaffRole, schoolCode: string | null): Promise<Code | null> {
  if (!COUNTY_CODES.includes(county)) return 'COUNTY_UNKNOWN'
  if (role !== 'school') return schoolCode === null ? null : 'SCHOOL_NOT_ASKED'
  if (schoolCode === null) return 'SCHOOL_MISSING'
  const seasons = await listPublishedSeasons(county)
  if (seasons.length === 0) return 'NO_SEASON'
  return seasons.flatMap(({ season }) => season.schools).some(({ code }) => code === schoolCode) ? null : 'SCHOOL_UNKNOWN'
}
