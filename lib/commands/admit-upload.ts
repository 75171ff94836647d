import 'server-only'
import type { GuardianActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { countAgainst } from '@/lib/data/limits'

/** Requests of one guardian that this server receives at the same time: more than a page ever sends, each of them bounded. */
export const UPLOADS_AT_ONCE = 12

const underWay = new Map<string, number>()

/**
 * Whether a guardian's request with files is received at all, asked before its first byte: what is not taken in the end
 * (unknown appeal, too large, unreadable) has filled the disk all the same meanwhile. `done` ends what was admitted.
 */
export async function admitUpload({ guardianId }: GuardianActor): Promise<Result<{ done: () => void }, { code: 'TOO_MANY_UPLOADS' }>> {
  const others = underWay.get(guardianId) ?? 0
  if (others >= UPLOADS_AT_ONCE) return fail({ code: 'TOO_MANY_UPLOADS' })
  underWay.set(guardianId, others + 1)
  const done = () => {
    const left = (underWay.get(guardianId) ?? 1) - 1
    if (left > 0) underWay.set(guardianId, left)
    else underWay.delete(guardianId)
  }
  try {
    if ((await countAgainst('upload-request', guardianId)) === null) return succeed({ done })
  } catch (error) {
    done()
    throw error
  }
  done()
  return fail({ code: 'TOO_MANY_UPLOADS' })
}
