import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { importRegister } from '@/lib/commands/import-register'
import { publishSeason } from '@/lib/commands/publish-season'
import { db } from '@/lib/data/db'
import { getPublishedSeason } from '@/lib/data/seasons'
import { getEnv } from '@/lib/env'
import { readSeasonFolder } from '@/lib/files/season-folder'
import { tableFrom } from '@/lib/files/tables'
import { withClient } from '../support/database'
import { passingFolder } from '../support/passing-folder'

const SEASON = 'prisma/seasons/360123-2023'
const HEADER = 'id_number,name,household_number,household_address,head_id_number,registered_on'
const FATHER = '360199198807040114'
const MOTHER = '360199199003020120'
const CHILD = '360199201705100141'
const PEOPLE = `${HEADER}\n${FATHER},程远航,1,龙津镇文峰路12号,${FATHER},2005-02-08\n${MOTHER},罗雨晴,1,龙津镇文峰路12号,${FATHER},2005-02-08\n${CHILD},程一诺,1,龙津镇文峰路12号,${FATHER},2017-06-07\n`

const table = (name: string, text: string) => tableFrom(name, Buffer.from(text))
const people = async (text: string, dryRun = false) => importRegister({ kind: 'people', table: await table('people.csv', text), dryRun })

/** Every row of a table as the database holds it. */
const rowsOf = (name: string) => withClient(getEnv().databaseUrl, async (client) => (await client.query(`SELECT t::text AS row FROM ${name} t ORDER BY 1`)).rows.map(({ row }) => String(row)))

beforeEach(async () => {
  await withClient(getEnv().databaseUrl, (client) => client.query('DELETE FROM property_owners; DELETE FROM properties; DELETE FROM contract_buyers; DELETE FROM contracts; DELETE FROM relations; DELETE FROM people; DELETE FROM registry_snapshots'))
})

describe('registers', () => {
  test('a good file is imported; the same again changes nothing; no number stands in it in clear', async () => {
    expect(await people(PEOPLE)).toMatchObject({ ok: true, value: { read: 3, total: 3 } })
    expect(await people(PEOPLE)).toMatchObject({ ok: true, value: { read: 3, total: 3 } })
    const rows = await rowsOf('people')
    expect(rows).toHaveLength(3)
    for (const number of [FATHER, MOTHER, CHILD]) expect(rows.join('\n')).not.toContain(number)
  })

  test('a file with bad lines is imported not at all, and every bad line is named', async () => {
    await people(PEOPLE)
    const before = await rowsOf('people')
    const refused = await people(`${HEADER}\n${FATHER},新名字,1,,,\n36019919880704011X,坏,1,,,2017-13-01\n\n1,,,,,\n`)
    expect(refused.ok).toBe(false)
    if (refused.ok) return
    expect(refused.failure.findings.map(({ file, line }) => `${file}:${line}`)).toEqual(['people.csv:3', 'people.csv:3', 'people.csv:5', 'people.csv:5'])
    for (const { message } of refused.failure.findings) expect(message).not.toMatch(/\d{15}/)
    expect(await rowsOf('people')).toEqual(before)
  })

  test('a dry run writes nothing', async () => {
    expect(await people(PEOPLE, true)).toMatchObject({ ok: true, value: { read: 3, written: false } })
    expect(await rowsOf('people')).toEqual([])
    expect(await rowsOf('registry_snapshots')).toEqual([])
  })

  test('BOM, CRLF, full-width digits and a small x are taken', async () => {
    const text = `\uFEFF${PEOPLE.replaceAll('\n', '\r\n').replace(FATHER, [...FATHER].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''))}`
    expect(await people(text)).toMatchObject({ ok: true, value: { read: 3 } })
  })

  test('a row written twice is named with the line of the first', async () => {
    const refused = await people(`${PEOPLE}${FATHER},程远航,1,,,\n`)
    expect(refused).toMatchObject({ ok: false, failure: { findings: [{ line: 5, message: '与第 2 行重复' }] } })
  })

  test('missing and unknown columns are named', async () => {
    const refused = await people(`id_number,nmae\n${FATHER},程远航\n`)
    if (refused.ok) throw new Error('imported')
    const messages = refused.failure.findings.map((finding) => finding.message).join('\n')
    expect(messages).toContain('缺少列 name')
    expect(messages).toContain('nmae')
  })

  test('properties: owners separated by a bar, encrypted, replaced by the next file of the same certificate', async () => {
    const header = 'certificate_number,county,address,use,owners,registered_on'
    const write = async (owners: string) => importRegister({ kind: 'properties', table: await table('properties.csv', `${header}\n赣（2021）安义县不动产权第0000001号,360123,文峰路12号,住宅,${owners},2021-03-01\n`) })
    expect(await write(`${FATHER}|${MOTHER}`)).toMatchObject({ ok: true })
    expect(await rowsOf('property_owners')).toHaveLength(2)
    expect(await write(MOTHER)).toMatchObject({ ok: true })
    expect(await rowsOf('property_owners')).toHaveLength(1)
    expect((await rowsOf('properties')).join()).not.toContain('0000001')
    expect(await write('nobody')).toMatchObject({ ok: false })
  })

  test('contracts and relations', async () => {
    expect(await importRegister({ kind: 'contracts', table: await table('contracts.csv', `contract_number,county,address,use,buyers,filed_on\nHT-1,360123,教育北路5号,住宅,${FATHER},2023-01-05\n`) })).toMatchObject({ ok: true })
    expect(await importRegister({ kind: 'relations', table: await table('relations.csv', `person,relative,relation\n${CHILD},${FATHER},FATHER\n`) })).toMatchObject({ ok: true })
    expect(await importRegister({ kind: 'relations', table: await table('relations.csv', `person,relative,relation\n${CHILD},${FATHER},UNCLE\n`) })).toMatchObject({ ok: false })
    expect(await rowsOf('relations')).toHaveLength(1)
  })
})

describe('seasons', () => {
  const publish = async (folder: string, dryRun = false) => {
    const { files, agreement } = await readSeasonFolder(folder)
    if (!files) throw new Error('no files')
    return publishSeason({ files, agreement, dryRun })
  }

  function changed(file: string, change: (text: string) => string): string {
    const folder = passingFolder()
    cpSync(SEASON, folder, { recursive: true })
    writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), 'utf8')))
    return folder
  }

  test('R-51 the same content makes no new version, a change makes the next one, and the first stays as it was', async () => {
    expect(await publish(SEASON, true)).toMatchObject({ ok: true, value: { outcome: 'checked' } })
    expect(await db().seasonVersion.count()).toBe(0)
    expect(await publish(SEASON)).toMatchObject({ ok: true, value: { outcome: 'published', number: 1 } })
    expect(await publish(SEASON)).toMatchObject({ ok: true, value: { outcome: 'unchanged', number: 1 } })
    const first = await rowsOf('season_versions')
    expect(await publish(changed('schools.csv', (text) => text.replace(',270,', ',280,')))).toMatchObject({ ok: true, value: { outcome: 'published', number: 2 } })
    expect((await getPublishedSeason('360123', 2023))?.season.schools.find((school) => school.code === 'LJ')?.capacity).toBe(280)
    expect((await rowsOf('season_versions')).filter((row) => first.includes(row))).toEqual(first)
  })

  test('as many imports at once as there are connections do not wait for one more', async () => {
    await publish(SEASON)
    const folder = changed('schools.csv', (text) => text.replace(',270,', ',290,'))
    for (const checked of await Promise.all(Array.from({ length: 12 }, () => publish(folder, true)))) expect(checked).toMatchObject({ ok: true, value: { outcome: 'checked' } })
  })

  test('R-51 a published version cannot be changed or removed, by nobody', async () => {
    await publish(SEASON)
    for (const statement of [`UPDATE season_versions SET number = 9`, 'DELETE FROM catchment_rows', `UPDATE schools SET capacity = 1`, 'DELETE FROM season_versions']) {
      await expect(withClient(getEnv().databaseUrl, (client) => client.query(statement)), statement).rejects.toThrow()
    }
  })

  test('R-51 what the linter finds, or a missing agreement, stops a publication', async () => {
    const before = await db().seasonVersion.count()
    const overlapping = await publish(changed('catchment.csv', (text) => `${text.trimEnd()}\nT-1,SX,,road,龙津镇,文峰路,,odd,99-,,,,any,\n`))
    expect(overlapping).toMatchObject({ ok: false, failure: { findings: [{ file: 'catchment.csv', line: 44 }] } })
    const { files } = await readSeasonFolder(SEASON)
    if (!files) throw new Error('no files')
    expect(await publishSeason({ files, agreement: null })).toMatchObject({ ok: false, failure: { findings: [{ file: 'agreement.md', line: 1 }] } })
    expect(await db().seasonVersion.count()).toBe(before)
  })
})
