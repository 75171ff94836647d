import { spawn } from 'node:child_process'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AppealStatus } from '@/lib/domain/appeal-status'
import { exportCallList } from '@/lib/commands/export-call-list'
import { remindFamilies } from '@/lib/commands/remind-families'
import { submitApplication } from '@/lib/commands/submit-application'
import { withdrawApplication } from '@/lib/commands/withdraw-application'
import { unfinishedWords } from '@/lib/copy/call-list'
import { messageWords } from '@/lib/copy/messages'
import { db } from '@/lib/data/db'
import { listMessages } from '@/lib/data/messages'
import { getEnv } from '@/lib/env'
import type { AppealKind } from '@/lib/rules'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { frozen, setSeasonClock } from '../support/clock'
import { emptyFamilies } from '../support/database'
import { family } from '../support/families'
import { aDraft, answer, aServedConfirmation, COUNTY, later, MORNING, signedIn } from '../support/journey'

/** The command as an officer runs it, on this file's database. */
function run(...args: string[]): Promise<{ printed: string; said: string; code: number | null }> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/call-list.ts', ...args], { env: { ...process.env, NODE_OPTIONS: '' } })
  let printed = ''
  let said = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ printed, said, code })))
}

const CLOSE = frozen('2023-08-25 00:00:00.000')
const BEFORE_48H = frozen('2023-08-22 23:59:59.999')
const AT_48H = frozen('2023-08-23 00:00:00.000')
const BEFORE_24H = frozen('2023-08-23 23:59:59.999')
const AT_24H = frozen('2023-08-24 00:00:00.000')

beforeAll(loadDemonstration)
beforeEach(() => emptyFamilies(getEnv().databaseUrl))

async function begun(walk: string, now = MORNING) {
  const { guardian, child } = family(walk)
  const actor = await signedIn({ guardian })
  const applicationId = await aDraft(actor, child.idNumber, now)
  const told = async () => (await listMessages(actor)).map((one) => one.told)
  return { actor, applicationId, child, told, codes: async () => (await told()).map(({ code }) => code) }
}

function anAppeal(applicationId: string, kind: AppealKind, status: AppealStatus, sentAt = MORNING) {
  const at = new Date(MORNING.season)
  return db().appeal.create({ data: { applicationId, county: COUNTY, year: 2023, kind, status, answersCipher: '', createdAt: at, updatedAt: at, sentAt: status === 'draft' ? null : new Date(sentAt.season) } })
}

describe('reminders', () => {
  test('R-29 48 hours before the close to the millisecond, 24 hours before it again, each once', async () => {
    const { codes, told, child } = await begun('deed-father')
    const after: string[][] = []
    for (const now of [BEFORE_48H, AT_48H, later(AT_48H, 60_000), BEFORE_24H, AT_24H, later(AT_24H, 60_000), CLOSE]) {
      await remindFamilies({ now })
      after.push(await codes())
    }
    const [once, twice] = [['reminder-48h'], ['reminder-24h', 'reminder-48h']]
    expect(after).toEqual([[], once, once, once, twice, twice, twice])
    const [words] = (await told()).map(messageWords)
    expect(words?.text).toBe(`${child.name}的登记还没有提交。8月24日 23:59截止，过后不能再填写或提交。`)
    expect(await db().delivery.count()).toBe(2)
  })

  test('a server that was down at 48 hours leaves the one at 24; whoever began after it fell due is at it already', async () => {
    const early = await begun('deed-father')
    const late = await begun('deed-mother', later(AT_24H, 1))
    await remindFamilies({ now: later(AT_24H, 60_000) })
    expect([await early.codes(), await late.codes()]).toEqual([['reminder-24h'], []])
  })

  test('five servers at once remind once', async () => {
    const { codes } = await begun('deed-father')
    await Promise.all(Array.from({ length: 5 }, () => remindFamilies({ now: AT_48H })))
    expect(await codes()).toEqual(['reminder-48h'])
  })

  test('nobody is reminded of a child that was submitted, by whichever guardian, or of a draft that was discarded', async () => {
    const father = await begun('separated-father')
    const discarded = await begun('deed-mother')
    await withdrawApplication({ actor: discarded.actor, applicationId: discarded.applicationId, now: MORNING })
    const mother = await aServedConfirmation('separated-mother')
    await submitApplication({ actor: mother.actor, applicationId: mother.applicationId, fingerprint: mother.fingerprint, now: later(MORNING, 15_000) })
    await remindFamilies({ now: AT_48H })
    expect(await db().message.count({ where: { code: 'reminder-48h' } })).toBe(0)
    expect(await father.codes()).toEqual(['submitted-by-other'])
  })

  test('R-18 an appeal that is not sent, or was refused, is named; one that waits is the county’s to decide', async () => {
    const refused = await begun('deed-father')
    await anAppeal(refused.applicationId, 'SINGLE_PARENT', 'refused')
    const waiting = await begun('deed-mother')
    await anAppeal(waiting.applicationId, 'GUARDIAN_MISMATCH', 'waiting')
    await remindFamilies({ now: AT_48H })
    expect(await refused.told()).toMatchObject([{ code: 'reminder-48h', content: { appeal: 'SINGLE_PARENT' } }])
    expect(await waiting.told()).toEqual([])
  })

  test('R-18 whose appeal the close found waiting is told once that it goes on; who sent nothing is told nothing', async () => {
    const waiting = await begun('deed-father')
    await anAppeal(waiting.applicationId, 'NO_VALID_MATERIALS', 'waiting')
    const unsent = await begun('deed-mother')
    await anAppeal(unsent.applicationId, 'SINGLE_PARENT', 'draft')
    await remindFamilies({ now: frozen('2023-08-24 23:59:59.999') })
    await remindFamilies({ now: CLOSE })
    await remindFamilies({ now: later(CLOSE, 60_000) })
    expect(await waiting.told()).toMatchObject([{ code: 'season-closed-with-open-appeal', content: { kind: 'NO_VALID_MATERIALS' } }])
    expect(await unsent.codes()).toEqual(['reminder-24h'])
  })

  test('the index of unfinished registrations serves the question', async () => {
    const rows = await db().$transaction(async (transaction) => {
      await transaction.$executeRaw`SET LOCAL enable_seqscan = off`
      return transaction.$queryRaw<Record<string, string>[]>`EXPLAIN SELECT id FROM applications WHERE county = '360123' AND year = 2023 AND status = 'draft' ORDER BY id LIMIT 100`
    })
    expect(JSON.stringify(rows)).toContain('applications_unfinished')
  })
})

describe('the call list', () => {
  const listed = async (withinHours: number | null, now = AT_48H) => exportCallList({ county: COUNTY, withinMs: withinHours === null ? null : withinHours * 3_600_000, now })

  test('R-29 names whom to call and about what, the child by masked number, and is on the record', async () => {
    const { guardian, child } = family('deed-father')
    const draft = await begun('deed-father')
    await answer(draft.actor, draft.applicationId, 'household')
    const appealed = await begun('deed-mother')
    await anAppeal(appealed.applicationId, 'SINGLE_PARENT', 'refused')
    const waiting = await begun('deed-unmatched')
    await anAppeal(waiting.applicationId, 'GUARDIAN_MISMATCH', 'waiting')
    const list = await listed(48)
    const calls = list.ok ? list.value : []
    expect(calls).toHaveLength(2)
    const call = calls.find((one) => one.guardianName === guardian.name)
    expect(call).toMatchObject({ child: `${child.idNumber.slice(0, 6)}********${child.idNumber.slice(-4)}`, phone: guardian.phone, unfinished: { step: 'household' } })
    expect(calls.map((one) => unfinishedWords(one.unfinished)).toSorted()).toEqual(['单亲家庭：审核未通过，还没有再次提交', '登记填到「户籍信息核验」，还没有提交'])
    expect(JSON.stringify(calls)).not.toContain(child.idNumber)
    expect(await db().auditEvent.count({ where: { type: 'call-list-exported', actorKind: 'operator', county: COUNTY } })).toBe(2)
  })

  test('the school is that of the child’s registration, once the register has said', async () => {
    const { actor, applicationId } = await begun('deed-father')
    await answer(actor, applicationId, 'basis')
    const list = await listed(null)
    expect(list.ok && list.value.map((call) => call.schools)).toEqual([['逸夫小学']])
  })

  test('npm run call-list: the list on stdout, what is wrong on stderr', async () => {
    const { guardian } = family('deed-father')
    await begun('deed-father')
    await setSeasonClock(getEnv().databaseUrl, '2023-08-23 00:00:01.000')
    const list = await run('--county', COUNTY, '--within-hours', '48')
    const [header, row, ...others] = list.printed.split('\r\n')
    expect(header).toBe('\uFEFF"学生身份证号","监护人","手机号","还没有办完的","户籍所在地段的学校"')
    expect(row).toContain(`"${guardian.name}","${guardian.phone}","登记填到「核对学生和监护人」，还没有提交",""`)
    expect([others, list.said, list.code]).toEqual([[''], '1 families to call\n', 0])

    await setSeasonClock(getEnv().databaseUrl, '2023-08-20 00:00:00.000')
    expect(await run('--county', COUNTY, '--within-hours', '48')).toEqual({ printed: '', said: 'the season of 360123 closes in 120 hours; nobody is called yet\n', code: 1 })
    expect((await run('--within-hours', '48')).code).toBe(2)
    expect((await run('--county', COUNTY, '--within-hours', 'soon')).code).toBe(2)
  })

  test('is empty-handed before its time, after the close and for a county without a season', async () => {
    await begun('deed-father')
    expect(await listed(48, BEFORE_48H)).toEqual({ ok: false, failure: { code: 'NOT_YET', leftMs: 48 * 3_600_000 + 1 } })
    expect(await listed(null, CLOSE)).toEqual({ ok: false, failure: { code: 'NOT_OPEN' } })
    expect(await exportCallList({ county: '360999', withinMs: null, now: MORNING })).toEqual({ ok: false, failure: { code: 'NO_SEASON' } })
    expect(await db().auditEvent.count({ where: { type: 'call-list-exported' } })).toBe(0)
  })
})
