import type { AddressFault } from '@/lib/copy/address-check'
import type { CheckedAddress } from '@/lib/domain/address-check'
import type { RefusalInWords } from '@/lib/forms/form-state'

export type AnsweredRow = { row: string; place: string; school: string; addresses: string[]; note: string }

/** What the page shows of an address, in words. */
export type Answered = {
  status: CheckedAddress['status']
  title: string
  text: string | null
  rows: AnsweredRow[]
  phones: { name: string; phones: string[] }[]
  forecast: string
  source: string
}

/** What was typed stays, whatever came of it. */
export type CheckState = { attempt: number; address: string; answer?: Answered; fault?: AddressFault; refusal?: RefusalInWords }

export const newCheck: CheckState = { attempt: 0, address: '' }
