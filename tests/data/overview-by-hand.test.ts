import { beforeAll, beforeEach, expect, test } from 'vitest'
import { sendAppeal } from '@/lib/commands/send-appeal'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawAppeal } from '@/lib/commands/withdraw-appeal'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { listApplication } from '@/lib/data/listings'
import { readOverview } from '@/lib/data/overview'
import { db } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { appealed, approve, refuse } from '../support/appeals'
import { frozen } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, aServedConfirmation, later, signedIn } from '../support/journey'

const COUNTY = '360123'
const MINUTE = 60_000
const NOW = frozen('2023-08-16 17:40:00.000')

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function submitted(walk: string, at: string): Promise<string> {
  const now = frozen(`${at}:00.000`)
  const { actor, applicationId, fingerprint } = await aServedConfirmation(walk, now)
  const done = await submitApplication({ actor, applicationId, fingerprint, now: later(now, MINUTE) })
  if (!done.ok) throw new Error(done.failure.code)
  return applicationId
}

/** Two days of a season: around midnight, sent back, withdrawn, refused and sent again, decided and not. */
async function twoDays(): Promise<void> {
  await submitted('deed-father', '2023-08-14 23:58')
  await submitted('separated-mother', '2023-08-15 23:59')
  await submitted('deed-mother', '2023-08-16 08:00')
  const returned = await submitted('deed-other-zone', '2023-08-16 09:30')
  await db().application.update({ where: { id: returned }, data: { status: 'returned' } })
  await listApplication(db(), returned, NOW.season)
  const { guardian, child } = family('born-first-day')
  await aDraft(await signedIn({ guardian }), child.idNumber, frozen('2023-08-15 10:00:00.000'))
  const gone = await aServedConfirmation('deed-outside-household', frozen('2023-08-15 11:00:00.000'))
  await withdrawApplication({ actor: gone.actor, applicationId: gone.applicationId, now: frozen('2023-08-15 12:00:00.000') })
  const refused = await appealed('business', frozen('2023-08-14 10:00:00.000'))
  await refuse(refused.appealId, '执照看不清', frozen('2023-08-15 15:00:00.000'))
  const again = await sendAppeal({ actor: refused.actor, appealId: refused.appealId, now: frozen('2023-08-16 09:00:00.000') })
  if (!again.ok) throw new Error(again.failure.code)
  const approved = await appealed('employment', frozen('2023-08-15 09:00:00.000'))
  await approve(approved.appealId, frozen('2023-08-15 11:30:00.000'))
  const takenBack = await appealed('residence-permit', frozen('2023-08-15 09:00:00.000'))
  await withdrawAppeal({ actor: takenBack.actor, appealId: takenBack.appealId, now: frozen('2023-08-15 10:00:00.000') })
}

async function byHand<Row>(sql: Prisma.Sql): Promise<Row[]> {
  return db().$queryRaw<Row[]>(sql)
}
type ByDay = { day: string; count: number }
const dayOf = (column: string) => Prisma.raw(`to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')`)

test('R-47 R-48 each figure of the overview is what a plain count over submissions, appeals, rounds and decisions comes to', async () => {
  await twoDays()
  const published = await getPublishedSeason(COUNTY, 2023)
  if (!published) throw new Error('no season')
  const shown = await readOverview(published, NOW.season)
  const newest = Prisma.sql`(SELECT DISTINCT ON (student_id) * FROM submissions WHERE county = ${COUNTY} AND year = 2023 ORDER BY student_id, round DESC) s`
  const ofDays = (column: 'submitted' | 'sent' | 'refused') => shown.days.filter((day) => day[column] > 0).map((day) => ({ day: day.day, count: day[column] }))

  const days = await byHand<ByDay>(Prisma.sql`SELECT ${dayOf('s.submitted_at')} AS day, count(*)::int AS count FROM ${newest} GROUP BY 1 ORDER BY 1`)
  expect(ofDays('submitted')).toEqual(days)
  expect(days).toEqual([{ day: '2023-08-14', count: 1 }, { day: '2023-08-16', count: 3 }])
  expect(shown.submitted).toEqual({ total: 4, today: 3 })

  const schools = await byHand<{ school: string; category: string; count: number }>(Prisma.sql`SELECT s.school_code AS school, s.category_row AS category, count(*)::int AS count FROM ${newest} GROUP BY 1, 2`)
  const { categories } = published.season
  const places = [...new Set(categories.map(({ category }) => category))]
  for (const { code, submitted: sum, demand } of shown.schools) {
    const here = schools.filter(({ school }) => school === code)
    expect(sum, `${code}`).toBe(here.reduce((total, { count }) => total + count, 0))
    for (const [band, count] of demand.entries()) {
      const isHere = (row: string) => Math.min(places.indexOf(categories.find((one) => one.row === row)?.category ?? ''), demand.length - 1) === band
      expect(count, `${code} ${band}`).toBe(here.filter(({ category }) => isHere(category)).reduce((total, one) => total + one.count, 0))
    }
  }

  expect([shown.drafts]).toEqual(await byHand(Prisma.sql`SELECT count(*)::int AS total, (count(*) FILTER (WHERE updated_at < ${new Date(NOW.season - 24 * 60 * MINUTE)}))::int AS still FROM applications WHERE county = ${COUNTY} AND status = 'draft'`))
  expect(ofDays('sent')).toEqual(await byHand<ByDay>(Prisma.sql`SELECT ${dayOf('r.sent_at')} AS day, count(*)::int AS count FROM appeal_rounds r JOIN appeals a ON a.id = r.appeal_id WHERE a.county = ${COUNTY} GROUP BY 1 ORDER BY 1`))
  expect(ofDays('refused')).toEqual(await byHand<ByDay>(Prisma.sql`SELECT ${dayOf('d.decided_at')} AS day, count(*)::int AS count FROM appeal_decisions d JOIN appeals a ON a.id = d.appeal_id WHERE a.county = ${COUNTY} AND d.outcome = 'refused' GROUP BY 1 ORDER BY 1`))
  expect([shown.appeals]).toEqual(await byHand(Prisma.sql`SELECT (count(*) FILTER (WHERE status = 'waiting'))::int AS waiting, (count(*) FILTER (WHERE status = 'refused'))::int AS refused FROM appeals WHERE county = ${COUNTY}`))

  const checks = await db().reviewCase.count({ where: { kind: 'MATERIAL_AUDIT', status: 'open' } })
  expect(shown.waiting).toEqual({ total: shown.appeals.waiting + checks, overdue: 0 })
  expect(shown.ages.reduce((sum, one) => sum + one.inTime + one.overdue, 0)).toBe(shown.waiting.total)
  const [{ hours } = { hours: null }] = await byHand<{ hours: unknown }>(Prisma.sql`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.decided_at - r.sent_at) / 3600) AS hours FROM appeal_decisions d JOIN appeal_rounds r ON r.appeal_id = d.appeal_id AND r.number = d.number`)
  // 2.5 hours and 29: what was taken back was not decided.
  expect(Number(hours)).toBe(15.75)
  expect(shown.medianHours).toEqual({ yesterday: 15.8, all: 15.8 })
})
