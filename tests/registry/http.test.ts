import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '@/lib/domain/findings'
import { httpRegistries } from '@/lib/registry/http'
import { closedAddress, startMisbehavingRegister, startStranger, type BehaviourName, type MisbehavingRegister } from './misbehaving-register'

const CHILD = '360199201705100141'
const PARENT = '360199198807040114'
const CERTIFICATE = '赣（2019）安义县不动产权第9901001号'
/** A page answers within three seconds whatever a register does (S5 of issue 2). */
const PAGE_MS = 3_000

let register: MisbehavingRegister
beforeAll(async () => {
  register = await startMisbehavingRegister()
})
afterAll(() => register.close())

async function timed<Value>(question: Promise<Answer<Value>>): Promise<{ answer: Answer<Value>; ms: number }> {
  const from = performance.now()
  const answer = await question
  return { answer, ms: performance.now() - from }
}

const askAt = (baseUrl: string, timeoutMs = 60_000) => timed(httpRegistries({ baseUrl, timeoutMs }).record.findRecord(CHILD))

describe.concurrent('a register that misbehaves is unavailable, within three seconds', () => {
  const expected: readonly (readonly [BehaviourName, 'timeout' | 'refused' | 'invalid'])[] = [
    ['hangs', 'timeout'],
    ['sends headers and hangs', 'timeout'],
    ['drips a byte at a time', 'timeout'],
    ['never stops talking', 'invalid'],
    ['answers a zip bomb', 'invalid'],
    ['fails with 500', 'invalid'],
    ['knows no such page', 'invalid'],
    ['says 204 and nothing', 'invalid'],
    ['shows a log-in page', 'invalid'],
    ['answers half a JSON', 'invalid'],
    ['answers bytes that are no UTF-8', 'invalid'],
    ['answers another shape', 'invalid'],
    ['answers an outcome of its own', 'invalid'],
    ['answers null', 'invalid'],
    ['hangs up in the middle', 'invalid'],
    ['hangs up at once', 'refused'],
    ['tells of somebody else', 'invalid'],
  ]
  it.each(expected)('R-12 it %s: %s, and not 「查无此学生」', async (behaviour, why) => {
    // A configuration that allows a minute does not make a family wait one.
    const { answer, ms } = await askAt(register.at(behaviour))
    expect(answer).toEqual({ outcome: 'unavailable', why })
    expect(ms).toBeLessThan(PAGE_MS)
  })

  it('nobody listens', async () => {
    const { answer, ms } = await askAt(await closedAddress())
    expect(answer).toEqual({ outcome: 'unavailable', why: 'refused' })
    expect(ms).toBeLessThan(PAGE_MS)
  })

  it('something listens that does not speak HTTP', async () => {
    const stranger = await startStranger()
    const { answer } = await askAt(stranger.url)
    await stranger.close()
    expect(answer).toEqual({ outcome: 'unavailable', why: 'refused' })
  })

  it('an address that cannot be one', async () => {
    expect((await askAt('http://no such host/')).answer).toEqual({ outcome: 'unavailable', why: 'refused' })
  })
})

describe('what a register is asked, and what it may answer', () => {
  it('R-09 found and not found come through as they are', async () => {
    expect((await askAt(register.at('is well'))).answer).toEqual({
      outcome: 'found',
      value: { schemaVersion: 1, student: { idNumber: CHILD, name: '程一诺' }, guardians: [] },
      snapshotVersion: 'v7',
    })
    expect((await askAt(register.at('has no such child'))).answer).toEqual({ outcome: 'not-found' })
  })

  it('a redirect is not followed: the numbers go where the configuration says and nowhere else', async () => {
    const before = register.asked.length
    const { answer } = await askAt(register.at('sends on to another place'))
    expect(answer).toEqual({ outcome: 'unavailable', why: 'invalid' })
    expect(register.asked.slice(before)).toHaveLength(1)
  })

  it('no number of a person or a certificate stands in an address, a header or a refusal', async () => {
    const asked = httpRegistries({ baseUrl: register.at('fails with 500'), timeoutMs: 1_000 })
    const before = register.asked.length
    const answers = [
      await asked.record.findRecord(CHILD),
      await asked.household.findHouseholds([CHILD, PARENT]),
      await asked.property.findProperties([CHILD, PARENT]),
      await asked.contract.findContract(CERTIFICATE),
      await asked.kinship.findKinship({ idNumber: PARENT, name: '程远航' }, [CHILD]),
    ]
    const lines = register.asked.slice(before)
    expect(lines).toHaveLength(5)
    const seen = JSON.stringify([lines, answers])
    for (const secret of [CHILD, PARENT, CERTIFICATE, '程远航', '9901001']) expect(seen).not.toContain(secret)
    expect(answers).toEqual(answers.map(() => ({ outcome: 'unavailable', why: 'invalid' })))
  })

  it('after five late answers in a row the sixth family does not wait, and other registers are asked as before', async () => {
    const asked = httpRegistries({ baseUrl: register.at('hangs'), timeoutMs: 100 })
    for (let time = 0; time < 5; time += 1) expect(await asked.record.findRecord(CHILD)).toEqual({ outcome: 'unavailable', why: 'timeout' })
    const before = register.asked.length
    const { answer, ms } = await timed(asked.record.findRecord(CHILD))
    expect(answer).toEqual({ outcome: 'unavailable', why: 'refused' })
    expect(ms).toBeLessThan(50)
    expect(register.asked.length).toBe(before)
    expect(await asked.property.findProperties([PARENT])).toEqual({ outcome: 'unavailable', why: 'timeout' })
    expect(register.asked.length).toBe(before + 1)
  })
})
