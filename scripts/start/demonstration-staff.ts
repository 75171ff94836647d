import type { StaffRole } from '@/lib/domain/staff'
import { readClock } from '@/lib/clock'
import { createAccount } from '@/lib/commands/create-account'
import { hashPassword } from '@/lib/data/password'
import { listSeasonsUnderWay } from '@/lib/data/seasons'
import { listAccounts } from '@/lib/data/staff-directory'
import { dataDirOf, readDemonstrationRecord } from '@/lib/env'

/** Somebody of the demonstration's county offices and schools; nobody of this name works anywhere. */
export type Officer = { county: string; role: StaffRole; schoolCode: string | null; username: string; name: string }

/** Two of each where a second officer has to agree. */
const POSTS = [
  ['reviewer', 'shenhe1'],
  ['reviewer', 'shenhe2'],
  ['desk', 'chuangkou1'],
  ['desk', 'chuangkou2'],
  ['admin', 'guanli1'],
  ['admin', 'guanli2'],
  ['auditor', 'shenji'],
] as const satisfies readonly (readonly [StaffRole, string])[]

const SURNAMES = '周涂闵祝温邵骆纪蒋裴倪柏沈'
const GIVEN_NAMES = ['岚', '清和', '望舒', '景明', '知行', '若谷', '云起', '安澜', '思齐', '言初', '向晚']

/** The same name for the same post at every start, and no two alike within a county: the lists' lengths share no divisor. */
function nameOf(county: string, place: number): string {
  const at = Number(county) * 29 + place
  return `${[...SURNAMES][at % SURNAMES.length] ?? ''}${GIVEN_NAMES[at % GIVEN_NAMES.length] ?? ''}`
}

/** Who works in each county with a published season: reviewers, the desk, administrators, an auditor, and a clerk for every school. */
export async function demonstrationOfficers(): Promise<Officer[]> {
  const seasons = await listSeasonsUnderWay((await readClock()).season)
  return seasons.flatMap(({ county, season }) => {
    const clerks = season.schools.map(({ code }) => ({ role: 'school' as const, schoolCode: code, username: `zhaosheng-${code.toLowerCase()}` }))
    const officers = POSTS.map(([role, username]) => ({ role, schoolCode: null, username }))
    return [...officers, ...clerks].map((one, place) => ({ ...one, county, username: `${one.username}-${county}`, name: nameOf(county, place) }))
  })
}

/** The password of all of them, made at the first start of this installation. @throws before it */
export function demonstrationPassword(): string {
  const password = readDemonstrationRecord(dataDirOf(process.env))?.staffPassword
  if (!password) throw new Error('the demonstration has no password for its officers yet: run npm start')
  return password
}

/**
 * Opens the accounts that are not there yet, as if each had signed in before, so that one can go straight to the console.
 * They have one password, and one hash of it: one a person would cost a start some seconds and hide nothing.
 * @throws outside the demonstration
 */
export async function openDemonstrationAccounts(): Promise<Officer[]> {
  const now = (await readClock()).real
  const known = new Set((await listAccounts({}, now)).map(({ username }) => username))
  const officers = await demonstrationOfficers()
  const missing = officers.filter(({ username }) => !known.has(username))
  if (missing.length === 0) return officers
  const password = demonstrationPassword()
  const settledWith = { password, passwordHash: await hashPassword(password), now }
  const opened = await Promise.all(missing.map((officer) => createAccount({ ...officer, settledWith })))
  const failed = opened.find((one) => !one.ok)
  if (failed && !failed.ok) throw new Error(`the demonstration's officers: ${failed.failure.code}`)
  return officers
}
