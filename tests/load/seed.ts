import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Client } from 'pg'
import { orRefusal, Refusal } from '@/scripts/database/refusal'
import { seconds, stage } from '@/scripts/start/terminal'
import { seeded } from '../bench/rules/families'
import { setSeasonClock } from '../support/clock'
import type { StaffRole } from '@/lib/domain/staff'
import { openPlace } from './place'
import type { Officer, Officers } from './review'
import type { Rows as RowsOf } from './rows'

/**
 * `npm run seed:load -- 100000`: a county's season in full swing, of people who do not exist. Every row is encrypted under
 * keys of its own family, so that every page can show it; category and school are what the rules say of its facts.
 */
const USAGE = 'usage: npm run seed:load -- COUNT [--county 360123] [--demonstration --yes]\n'
const BATCH = 1000
const SEED = 2023
/** An afternoon late in the season: most have submitted, much has been decided. */
const SEASON_CLOCK = '2023-08-22 15:00:00.000'
const HOUR_MS = 60 * 60 * 1000

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { county: { type: 'string', default: '360123' }, demonstration: { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } } })
  const count = Number(positionals[0])
  if (positionals.length !== 1 || !Number.isInteger(count) || count < 1) throw new Refusal(USAGE.trim())
  if (values.demonstration && !values.yes) throw new Refusal(`This puts ${count} invented families among those of the demonstration, and they stay. If that is meant, add --yes.`)
  const place = await openPlace(values.demonstration ? 'demonstration' : 'anew')
  try {
    await fill(place.databaseUrl, count, values.county, values.demonstration)
  } finally {
    const { db } = await import('@/lib/data/db')
    await db().$disconnect()
    await place.close()
  }
}

async function fill(databaseUrl: string, count: number, county: string, demonstration: boolean): Promise<void> {
  // Whatever reads the configuration comes after the place is known.
  const [{ loadDemonstration }, { getPublishedSeason }, { readClock }, { chanceOf, daysFrom }, { aLoadedFamily }, { aRegistration }, { whatIsReviewed }, { whatIsProposed }, { Rows }, { sealAudit }, { foldListingCounts }, { db }] = await Promise.all([
    import('@/scripts/start/load-demonstration'), import('@/lib/data/seasons'), import('@/lib/clock'), import('./people'), import('./family'), import('./registration'), import('./review'), import('./proposed'), import('./rows'), import('@/lib/audit/seal'), import('@/lib/data/listing-counts'), import('@/lib/data/db'),
  ])
  await loadDemonstration()
  if (!demonstration) await setSeasonClock(databaseUrl, SEASON_CLOCK)
  const published = await getPublishedSeason(county, 2023)
  if (!published) throw new Refusal(`There is no season of ${county}.`)
  const now = await readClock()
  const clock = { season: now.season, ahead: now.real - now.season }
  const chance = chanceOf(seeded(SEED))
  const { opensAt, bornFrom, bornTo } = published.season.settings
  const setting = { published, chance, childDays: daysFrom(bornFrom, bornTo), parentDays: daysFrom('1980-01-01', '1994-12-31') }
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const since = performance.now()
  try {
    // What refers to what is right by construction; without asking for each row it goes in three times as fast.
    await client.query(`SET session_replication_role = 'replica'; SET synchronous_commit = off`)
    const accounts = new Rows()
    const officers = someOfficers(accounts, county)
    await accounts.write(client)
    let written = 0
    let pending: Promise<void> = Promise.resolve()
    for (let from = 0; from < count; from += BATCH) {
      const rows = new Rows()
      for (let index = from; index < Math.min(count, from + BATCH); index++) {
        const startedAt = opensAt + Math.floor(chance.next() * Math.max(HOUR_MS, clock.season - opensAt - HOUR_MS))
        const registration = aRegistration(rows, aLoadedFamily(index, setting, startedAt), setting, clock)
        whatIsReviewed(rows, registration, setting, officers)
        whatIsProposed(rows, registration, setting, officers)
      }
      // While the database writes one batch, the next one is made.
      await pending
      pending = rows.write(client).then(async () => void (await sealAudit(db())))
      written += rows.count
      if ((from / BATCH) % 10 === 9) process.stdout.write(`${String(from + BATCH).padStart(9)} families, ${seconds(since)}\n`)
    }
    await pending
    process.stdout.write(`${count} families of ${county} in ${written} rows, ${seconds(since)}\n`)
    await foldListingCounts()
    await stage('statistics', () => client.query('VACUUM (ANALYZE)'), () => 'what the planner goes by, and which pages every reader may see')
  } finally {
    await client.end()
  }
}

/** Nobody signs in as one of these: their passwords are none. */
function someOfficers(rows: RowsOf, county: string): Officers {
  const at = new Date().toISOString()
  const officer = (role: StaffRole, name: string): Officer => {
    const id = randomUUID()
    rows.add('staff_accounts', { id, county, role, school_code: role === 'school' ? 'LJ' : null, username: `load-${id.slice(0, 13)}`, name, password_hash: 'none', totp_cipher: 'none', totp_step: 0, failures: 0, password_set_at: at, totp_confirmed_at: at, created_at: at })
    return { id, name }
  }
  officer('auditor', '严正')
  officer('school', '胡敏')
  return {
    admins: [officer('admin', '邓琳'), officer('admin', '江敏')],
    desk: [officer('desk', '万红'), officer('desk', '涂勇')],
    reviewers: [officer('reviewer', '周岚'), ...['吴静', '陈立', '罗敏', '邓辉', '何芸', '黄涛', '袁琳'].map((name) => officer('reviewer', name))],
  }
}

await orRefusal(main)
