import { Readable } from 'node:stream'
import type { GuardianActor, Now } from '@/lib/domain/actor'
import { attachMaterial } from '@/lib/commands/attach-material'
import { receive } from '@/lib/intake/incoming'
import { storage } from '@/lib/storage/configured'
import { MORNING } from './journey'
import { aJpeg } from './pictures'

type Upload = { document?: string; subject?: string; months?: readonly string[]; bytes?: Uint8Array; name?: string; now?: Now }

/** What a phone's upload does once its bytes have arrived; a household book's page of the student unless said otherwise. */
export async function upload(actor: GuardianActor, appealId: string, { document = 'household-book', subject = 'student', months = [], bytes, name = '户口本.jpg', now = MORNING }: Upload = {}) {
  const received = await receive(Readable.from([bytes ?? (await aJpeg({ width: 400, height: 300 }))]), name)
  if (!received.ok) throw new Error(received.failure.code)
  return attachMaterial({ actor, appealId, document, subject, months, incoming: received.value, now })
}

/** The id of a file that was taken. @throws when it was not */
export async function uploaded(actor: GuardianActor, appealId: string, given: Upload = {}): Promise<string> {
  const attached = await upload(actor, appealId, given)
  if (!attached.ok) throw new Error(attached.failure.code)
  return attached.value.materialId
}

/** The keys of everything that is stored. */
export async function storedKeys(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of storage().list()) keys.push(key)
  return keys.toSorted()
}
