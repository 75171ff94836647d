import { describe, expect, it } from 'vitest'
import type { Answer } from '@/lib/domain/findings'
import { breaker } from '@/lib/registry/breaker'

type Said = Answer<string>
const found: Said = { outcome: 'found', value: 'yes', snapshotVersion: null }
const late: Said = { outcome: 'unavailable', why: 'timeout' }
const rubbish: Said = { outcome: 'unavailable', why: 'invalid' }
const spared: Said = { outcome: 'unavailable', why: 'refused' }

/** A breaker on a clock of the test's own, and a count of the questions that got through. */
function guarded() {
  const state = { at: 0, asked: 0 }
  const guard = breaker(() => state.at)
  const ask = (answer: Said | Promise<Said>) =>
    guard(async () => {
      state.asked += 1
      return answer
    })
  const fail = async (times: number) => {
    for (let time = 0; time < times; time += 1) await ask(late)
  }
  return { state, ask, fail }
}

describe('the breaker', () => {
  it('four failures do not open it, the fifth does', async () => {
    const { state, ask, fail } = guarded()
    await fail(4)
    expect(await ask(late)).toEqual(late)
    expect(await ask(found)).toEqual(spared)
    expect(state.asked).toBe(5)
  })

  it('an answer in between begins the count again, not found included', async () => {
    const { ask, fail } = guarded()
    await fail(4)
    await ask({ outcome: 'not-found' })
    await fail(4)
    expect(await ask(found)).toEqual(found)
  })

  it('rubbish does not open it: it may concern one child only', async () => {
    const { ask } = guarded()
    for (let time = 0; time < 20; time += 1) await ask(rubbish)
    expect(await ask(found)).toEqual(found)
  })

  it('is open for ten seconds to the millisecond, then lets one question through at a time', async () => {
    const { state, ask, fail } = guarded()
    await fail(5)
    state.at = 9_999
    expect(await ask(found)).toEqual(spared)
    state.at = 10_000
    const { promise, resolve } = Promise.withResolvers<Said>()
    const probe = ask(promise)
    expect(await ask(found)).toEqual(spared)
    resolve(found)
    expect(await probe).toEqual(found)
    expect(await ask(found)).toEqual(found)
  })

  it('a probe that fails opens it for ten seconds more', async () => {
    const { state, ask, fail } = guarded()
    await fail(5)
    state.at = 10_000
    expect(await ask(late)).toEqual(late)
    state.at = 19_999
    expect(await ask(found)).toEqual(spared)
    state.at = 20_000
    expect(await ask(found)).toEqual(found)
  })

  it('a probe that throws does not leave it probing for ever', async () => {
    const { state, ask, fail } = guarded()
    await fail(5)
    state.at = 10_000
    await expect(ask(Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await ask(found)).toEqual(found)
  })
})
