'use server'

import { headers } from 'next/headers'
import { clientAddress } from '@/lib/auth/client-address'
import { checkAddress } from '@/lib/commands/check-address'
import { ADDRESS_ANSWERS, CHOICE, ROW_APPLIES, type AddressFault } from '@/lib/copy/address-check'
import { describeCatchment } from '@/lib/copy/catchment'
import { schoolWords } from '@/lib/copy/placement'
import { dataSource, forecast } from '@/lib/copy/season'
import { addressQuestion, type CheckedRow } from '@/lib/domain/address-check'
import type { RefusalInWords } from '@/lib/forms/form-state'
import { refusalInWords } from '@/lib/forms/in-words'
import { refuseForged } from '@/lib/forms/posted-form'
import type { AnsweredRow, CheckState } from './check-state'

/** Asks for no session: the question goes by POST and stands in no address, so that no log has it. */
export async function check(state: CheckState, form: FormData): Promise<CheckState> {
  refuseForged(form, state)
  const attempt = state.attempt + 1
  const typed = form.get('address')
  const address = typeof typed === 'string' ? typed : ''
  const parsed = addressQuestion.safeParse({ county: form.get('county'), year: form.get('year'), address })
  if (!parsed.success) return { attempt, address, ...refusedFor(parsed.error.issues.map(({ path }) => String(path[0])), address) }
  const checked = await checkAddress({ ...parsed.data, from: clientAddress(await headers()) })
  if (!checked.ok) return { attempt, address, refusal: refusalInWords(checked.failure) }
  const { published: { season: { settings }, number }, answer } = checked.value
  return {
    attempt,
    address,
    answer: {
      ...ADDRESS_ANSWERS[answer.status],
      status: answer.status,
      rows: answer.rows.map(inWords),
      phones: answer.status === 'matched' || answer.status === 'by-use' ? answer.rows.flatMap(({ schools }) => schools.map(({ name, phones }) => ({ name, phones: [...phones] }))) : [],
      forecast: forecast(settings.year),
      source: dataSource(settings, number),
    },
  }
}

/** A county or a year that is none is nothing that a person has typed. */
function refusedFor(fields: readonly string[], address: string): { fault: AddressFault } | { refusal: RefusalInWords } {
  if (fields.includes('county') || fields.includes('year')) return { refusal: refusalInWords({ code: 'NO_SEASON' }) }
  return { fault: address.trim() === '' ? 'missing' : 'too-long' }
}

function inWords({ row, schools }: CheckedRow): AnsweredRow {
  const notes = [schools.length > 1 ? CHOICE : null, ROW_APPLIES[row.applies]].filter((note) => note !== null)
  return { row: row.row, place: describeCatchment(row), school: schoolWords(schools), addresses: schools.map(({ address }) => address).filter((one) => one !== ''), note: notes.join('') }
}
