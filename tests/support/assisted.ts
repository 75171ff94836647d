import { Readable } from 'node:stream'
import type { GuardianActor, Now, StaffActor } from '@/lib/domain/actor'
import { beginAssistance } from '@/lib/commands/begin-assistance'
import { startAssistance } from '@/lib/commands/start-assistance'
import { startCompletion } from '@/lib/commands/start-completion'
import { findActor } from '@/lib/data/guardians'
import { receive, type Incoming } from '@/lib/intake/incoming'
import { MORNING } from './journey'
import type { Walk } from './families'
import { aJpeg } from './pictures'

/** A signed consent as the desk's scanner sends it. */
export async function aPaper(bytes?: Uint8Array): Promise<Incoming> {
  const received = await receive(Readable.from([bytes ?? (await aJpeg({ width: 300, height: 400 }))]), '同意书.jpg')
  if (!received.ok) throw new Error(received.failure.code)
  return received.value
}

/** The guardian of a walk, whose card this officer has checked and whose signed consent is scanned. */
export async function assisted(officer: StaffActor, { guardian }: Pick<Walk, 'guardian'>, now: Now = MORNING): Promise<{ actor: GuardianActor; token: string; assistanceId: string }> {
  const { name, idNumber } = guardian
  const started = await startAssistance({ actor: officer, card: { name, idNumber, phone: null, cardChecked: 'yes', present: 'yes' }, now })
  if (!started.ok) throw new Error(started.failure.code)
  return begun(officer, started.value.assistanceId, now)
}

/** The same for a registration that an appeal left open at the close. */
export async function completing(officer: StaffActor, applicationId: string, now: Now): Promise<{ actor: GuardianActor; token: string; assistanceId: string }> {
  const started = await startCompletion({ actor: officer, applicationId, presence: 'present', now })
  if (!started.ok) throw new Error(started.failure.code)
  return begun(officer, started.value.assistanceId, now)
}

async function begun(officer: StaffActor, assistanceId: string, now: Now) {
  const begun = await beginAssistance({ actor: officer, assistanceId, papers: [await aPaper()], now })
  const actor = begun.ok ? await findActor(begun.value.token, now) : null
  if (!begun.ok || !actor) throw new Error('the session of the desk did not begin')
  return { actor, token: begun.value.token, assistanceId }
}
