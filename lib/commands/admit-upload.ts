import 'server-only'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { countAgainst } from '@/lib/data/limits'

/** Requests of one guardian or officer that this server receives at the same time: more than a page ever sends, each of them bounded. */
export const UPLOADS_AT_ONCE = 12

const underWay = new Map<string, number>()

/**
 * Whether somebody's request with files is received at all, asked before its first byte: what is not taken in the end
 * (unknown appeal, too large, unreadable) has filled the disk all the same meanwhile. `done` ends what was admitted.
 * @param by the guardian's or officer's id
 */
export async function admitUpload(by: string): Promise<Result<{ done: () => void }, { code: 'TOO_MANY_UPLOADS' }>> {
  const others = underWay.get(by) ?? 0
  if (others >= UPLOADS_AT_ONCE) return fail({ code: 'TOO_MANY_UPLOADS' })
  underWay.set(by, others + 1)
  const done = () => {
    const left = (underWay.get(by) ?? 1) - 1
    if (left > 0) underWay.set(by, left)
    else underWay.delete(by)
  }
  try {
    if ((await countAgainst('upload-request', by)) === null) return succeed({ done })
  } catch (error) {
    done()
    throw error
  }
  done()
  return fail({ code: 'TOO_MANY_UPLOADS' })
}
