import { readClock } from '@/lib/clock'
import { submitApplication } from '@/lib/commands/submit-application'
import { aServedConfirmation, later } from './journey'

/** Families of the demonstration whose submissions are in, twins among them; for the running application. */
export default async function submittedFamilies(): Promise<void> {
  const now = await readClock()

  for (const walk of ['deed-father', 'deed-mother', 'twin-first', 'twin-second']) {
    const served = await aServedConfirmation(walk, later(now, -60_000))
    const sent = await submitApplication({ ...served, now })
    if (!sent.ok) throw new Error(sent.failure.code)
  }
}
