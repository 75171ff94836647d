import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { getEnv } from '@/lib/env'
import { loadDemonstration } from '@/scripts/start/load-demonstration'
import { dumpDatabase } from '../support/dump'
import { withClient } from '../support/database'
import { runDirectory } from '../support/run-directory'
import { demonstrationSecrets, searchEvidence } from './evidence'
import { passingFolder } from '../support/passing-folder'

test('the search looks: whatever is planted in a dump or a log, in clear or thinly veiled, is found', async () => {
  const directory = passingFolder()
  mkdirSync(path.join(directory, 'logs'))
  const secrets = demonstrationSecrets()
  const idNumber = secrets.find((secret) => secret.kind === 'ID number')?.value ?? ''
  const phone = secrets.find((secret) => secret.kind === 'phone')?.value ?? ''
  const certificate = secrets.find((secret) => secret.kind === 'certificate number')?.value ?? ''
  await withClient(getEnv().databaseUrl, async (client) => {
    await client.query('CREATE TABLE planted (note text, bytes bytea)')
    await client.query('INSERT INTO planted VALUES ($1, $2)', [`says ${idNumber}`, Buffer.from(phone)])
  })
  await dumpDatabase(getEnv().databaseUrl, path.join(directory, 'dumps', 'planted.txt'))
  writeFileSync(path.join(directory, 'logs', 'server.log'), `{"msg":"asked for ${encodeURIComponent(certificate)}"}\n`)
  await withClient(getEnv().databaseUrl, (client) => client.query('DROP TABLE planted'))
  const { leaks } = searchEvidence(directory)
  expect(leaks.map(({ kind, value }) => [kind, value])).toEqual([['ID number', idNumber], ['phone', phone], ['certificate number', certificate]])
})

test('a database with the demonstration’s registers holds none of their numbers in clear', async () => {
  await loadDemonstration()
  const directory = passingFolder()
  const rows = await dumpDatabase(getEnv().databaseUrl, path.join(directory, 'dumps', 'registers.txt'))
  expect(rows).toBeGreaterThan(200)
  expect(searchEvidence(directory).leaks).toEqual([])
})

test('the dumps and logs of the whole run hold no ID number, phone, certificate or contract number in clear', () => {
  const directory = runDirectory()
  const { leaks, files } = searchEvidence(directory)
  expect(leaks).toEqual([])
  // Within `npm test` there is something to look through: dumps of every database, logs of every server.
  if (process.env.TEST_RUN_DIR) {
    expect(files).toBeGreaterThan(20)
    expect(readdirSync(path.join(directory, 'dumps')).some((name) => name.startsWith('browser'))).toBe(true)
  }
})
