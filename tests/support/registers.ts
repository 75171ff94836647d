import { Readable } from 'node:stream'
import type { Now, StaffActor } from '@/lib/domain/actor'
import type { UploadKind } from '@/lib/domain/registers'
import { importUpload } from '@/lib/commands/import-upload'
import { tryUpload } from '@/lib/commands/try-upload'
import { findUpload, type RegisterUpload } from '@/lib/data/register-uploads'
import { receive } from '@/lib/intake/incoming'
import { MORNING } from './journey'
import { aStaffMember } from './staff'

export const PROPERTIES = 'certificate_number,county,address,use,owners,registered_on'
export const PEOPLE = 'id_number,name,household_number,household_address,head_id_number,registered_on'
export const ANSWERS = '核实编号,核实结果,备注'

/** A file that an administrator has sent and that was tried, or why it was not even tried. */
export async function tryFile(actor: StaffActor, kind: UploadKind, content: string | Uint8Array, now: Now = MORNING) {
  const received = await receive(Readable.from([Buffer.from(content)]), 'upload')
  if (!received.ok) throw new Error(received.failure.code)
  return tryUpload({ actor, kind, incoming: received.value, now })
}

/** A file that was tried. @throws when it could not be */
export async function aTrial(actor: StaffActor, kind: UploadKind, lines: readonly string[], now: Now = MORNING): Promise<RegisterUpload> {
  const tried = await tryFile(actor, kind, `${lines.join('\n')}\n`, now)
  const upload = tried.ok ? await findUpload(actor, tried.value.uploadId, now.real) : null
  if (!upload) throw new Error(`not tried: ${JSON.stringify(tried)}`)
  return upload
}

/** Imported by another administrator than the one who tried it. */
export async function importTrial({ county }: StaffActor, { id, version }: RegisterUpload, now: Now = MORNING) {
  return importUpload({ actor: await aStaffMember('admin', { county, name: '周同意' }), uploadId: id, version, now })
}

/** A register's file, tried and imported. @throws when it is not taken */
export async function anImport(actor: StaffActor, kind: UploadKind, lines: readonly string[], now: Now = MORNING): Promise<void> {
  const done = await importTrial(actor, await aTrial(actor, kind, lines, now), now)
  if (!done.ok) throw new Error(`not imported: ${done.failure.code}`)
}
