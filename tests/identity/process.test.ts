import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { mobileOf } from '@/scripts/identity-provider/typed'
import { ConfigurationError, readConfiguration } from '@/scripts/identity-provider/configuration'
import { readDirectory } from '@/scripts/identity-provider/directory'
import { freePort } from '@/scripts/database/free-port'
import { FATHER, UNVERIFIED, write, writePeople } from './people'
import { environmentFor, run, startStandIn } from './stand-in'
import { passingFolder } from '../support/passing-folder'

const PROCESS = 30_000

describe('starting and stopping', () => {
  test('SIGTERM ends it, and its port is free again', { timeout: PROCESS }, async () => {
    const standIn = await startStandIn()
    await standIn.stop('SIGTERM')
    expect(await freePort(standIn.port)).toBe(standIn.port)
  })

  test('a port that is taken is said in a sentence', { timeout: PROCESS }, async () => {
    const first = await startStandIn()
    const second = run(await environmentFor(first.port))
    const [code] = await once(second.process, 'exit')
    await first.stop()
    expect(code).toBe(1)
    expect(second.output().stderr).toMatch(/cannot listen on 127\.0\.0\.1:\d+ \(.*EADDRINUSE/)
    expect(second.output().stdout).toBe('')
  })

  test('a wrong value stops the start and is not repeated', { timeout: PROCESS }, async () => {
    const child = run({ ...(await environmentFor(await freePort())), CLIENT_SECRET: 'too short' })
    const [code] = await once(child.process, 'exit')
    expect(code).toBe(1)
    expect(child.output().stderr).toBe('CLIENT_SECRET must be at least 16 characters\n')
  })
})

describe('configuration', () => {
  test.each(['http://192.168.1.5:4000', 'http://0.0.0.0:4000', 'https://id.example', 'http://localhost.example:4000', 'http://localhost:4000/oidc', 'nonsense'])(
    'an issuer that others could reach is refused: %s',
    async (issuer) => {
      const environment = { ...(await environmentFor(4000)), ISSUER: issuer }
      expect(() => readConfiguration(environment)).toThrow(ConfigurationError)
    },
  )

  test('what is missing is named, all of it', () => {
    expect(() => readConfiguration({ PORT: '70000' })).toThrow(/ISSUER is missing\nPORT must be a port number\nCLIENT_ID is missing\nCLIENT_SECRET is missing\nREDIRECT_URI is missing/)
  })

  test('an issuer on this machine is taken without the slash at its end', async () => {
    expect(readConfiguration({ ...(await environmentFor(4000)), ISSUER: 'http://localhost:4000/' }).issuer).toBe('http://localhost:4000')
  })
})

describe('the directory', () => {
  test('an account says more than the register: its level counts', async () => {
    const { people, accounts } = await writePeople()
    const directory = await readDirectory(people, accounts)
    expect(directory.find(FATHER.name, FATHER.idNumber)?.level).toBe('face')
    expect(directory.find(UNVERIFIED.name, UNVERIFIED.idNumber)?.level).toBe('phone')
    expect(directory.find(FATHER.name, UNVERIFIED.idNumber)).toBeNull()
    expect(directory.find('', FATHER.idNumber)).toBeNull()
  })

  test('a level that is none, and a column that is missing, stop the start with file and line', async () => {
    const folder = passingFolder()
    const { people } = await writePeople()
    const level = await write(folder, 'level.csv', ['id_number,name,phone,verification_level,note', `${FATHER.idNumber},${FATHER.name},,silver,`])
    await expect(readDirectory(people, level)).rejects.toThrow(/level\.csv:2: verification_level must be face or phone$/)
    const column = await write(folder, 'column.csv', ['id_number,name', `${FATHER.idNumber},${FATHER.name}`])
    await expect(readDirectory(people, column)).rejects.toThrow(/column\.csv:1: column verification_level is missing$/)
  })
})

test.each([
  ['13812345678', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['008613812345678', '13812345678'],
  ['１３８１２３４５６７８', '13812345678'],
  ['22812345678', null],
  ['1381234567', null],
  ['138123456789', null],
  ['', null],
])('a mobile number typed as %j is read as %j', (typed, read) => {
  expect(mobileOf(typed)).toBe(read)
})
