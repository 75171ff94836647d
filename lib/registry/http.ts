import 'server-only'
import { z } from 'zod'
import { readBounded } from '@/lib/bounded-body'
import { contractFinding, householdFinding, kinshipFinding, propertyFinding, recordFinding, type Answer } from '@/lib/domain/findings'
import { writtenNumber } from '@/lib/domain/written-number'
import { breaker, type Breaker } from './breaker'
import type { Registries } from './registry'

/** A question may take this long in all, whatever the configuration says: a page answers within three seconds. */
const LONGEST_MS = 2_500
const LARGEST_BYTES = 1024 * 1024

type Asked<Value> = { path: string; body: Readonly<Record<string, unknown>>; schema: z.ZodType<Value>; concerns: (value: Value) => boolean; guard: Breaker }

/**
 * The departments' registers over HTTP. `POST {baseUrl}/{record|households|properties|contracts|kinship}` with a JSON body
 * (an ID number never stands in an address, which logs keep); the answer is 200 with
 * `{"outcome":"found","value":<a finding of lib/domain/findings>,"version":"…"}` or `{"outcome":"not-found"}`.
 * Anything else, a 404 included, is `unavailable`: a wrong address must not read as 「查无此人」.
 */
export function httpRegistries({ baseUrl, timeoutMs }: { baseUrl: string; timeoutMs: number }): Registries {
  const ask = asker(baseUrl.replace(/\/+$/, ''), Math.min(timeoutMs, LONGEST_MS))
  const guards = { record: breaker(), household: breaker(), property: breaker(), contract: breaker(), kinship: breaker() }
  return {
    record: {
      findRecord: (studentIdNumber) =>
        ask({
          path: 'record',
          body: { studentIdNumber },
          schema: recordFinding,
          concerns: (value) => value.student.idNumber === studentIdNumber,
          guard: guards.record,
        }),
    },
    household: {
      findHouseholds: (idNumbers) =>
        ask({
          path: 'households',
          body: { idNumbers },
          schema: householdFinding,
          concerns: (value) => value.people.every((person) => idNumbers.includes(person.idNumber)),
          guard: guards.household,
        }),
    },
    property: {
      findProperties: (ownerIdNumbers) =>
        ask({
          path: 'properties',
          body: { ownerIdNumbers },
          schema: propertyFinding,
          concerns: (value) => value.properties.every((property) => property.owners.some((owner) => ownerIdNumbers.includes(owner.idNumber))),
          guard: guards.property,
        }),
    },
    contract: {
      findContract: (contractNumber) =>
        ask({
          path: 'contracts',
          body: { contractNumber },
          schema: contractFinding,
          concerns: (value) => value.contracts.every((contract) => writtenNumber(contract.contractNumber) === writtenNumber(contractNumber)),
          guard: guards.contract,
        }),
    },
    kinship: {
      findKinship: (grandparent, guardianIdNumbers) =>
        ask({
          path: 'kinship',
          body: { grandparent, guardianIdNumbers },
          schema: kinshipFinding,
          concerns: (value) => value.grandparent.idNumber === grandparent.idNumber && value.through.every((guardian) => guardianIdNumbers.includes(guardian)),
          guard: guards.kinship,
        }),
    },
  }
}

const envelope = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('found'), value: z.unknown(), version: z.string().max(200).nullish() }),
  z.object({ outcome: z.literal('not-found') }),
])

function asker(baseUrl: string, timeoutMs: number) {
  return <Value>({ path, body, schema, concerns, guard }: Asked<Value>): Promise<Answer<Value>> =>
    guard(async (): Promise<Answer<Value>> => {
      const reply = await post(`${baseUrl}/${path}`, body, AbortSignal.timeout(timeoutMs))
      if ('why' in reply) return { outcome: 'unavailable', why: reply.why }
      const parsed = envelope.safeParse(parseJson(reply.text))
      if (!parsed.success) return { outcome: 'unavailable', why: 'invalid' }
      if (parsed.data.outcome === 'not-found') return { outcome: 'not-found' }
      const value = schema.safeParse(parsed.data.value)
      // An answer about somebody else is rubbish too, and must reach nobody.
      if (!value.success || !concerns(value.data)) return { outcome: 'unavailable', why: 'invalid' }
      return { outcome: 'found', value: value.data, snapshotVersion: parsed.data.version ?? null }
    })
}

/** One signal covers name, connection, headers and body: a register that trickles is as late as one that hangs. */
async function post(url: string, body: unknown, signal: AbortSignal): Promise<{ text: string } | { why: 'timeout' | 'refused' | 'invalid' }> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-encoding': 'identity' },
      body: JSON.stringify(body),
      redirect: 'manual', // followed, a redirect would carry the family's numbers to wherever it points
      cache: 'no-store',
      signal,
    })
  } catch {
    return { why: signal.aborted ? 'timeout' : 'refused' }
  }
  try {
    if (response.status !== 200 || !response.body) {
      await response.body?.cancel()
      return { why: 'invalid' }
    }
    const text = await readBounded(response.body, LARGEST_BYTES)
    return text === null ? { why: 'invalid' } : { text }
  } catch {
    return { why: signal.aborted ? 'timeout' : 'invalid' }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
