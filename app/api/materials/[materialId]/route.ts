import type { NextRequest } from 'next/server'
import { readMaterial } from '@/lib/commands/read-material'
import { findGuardian } from '@/lib/auth/require-guardian'
import { asPicture, noPicture, wantedPage } from '../../material-page'

type Context = { params: Promise<{ materialId: string }> }

/** One page of a material as a picture, for the guardian who sent it; for anybody else it is not there. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const actor = await findGuardian()
  if (!actor) return noPicture(401)
  const page = wantedPage(request, await params)
  const read = page && (await readMaterial({ actor, ...page }))
  return read?.ok ? asPicture(read.value.jpeg) : noPicture(404)
}
