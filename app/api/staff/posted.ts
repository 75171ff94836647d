import 'server-only'
import type { NextRequest } from 'next/server'

/** What a form posted; of a body that is no form nothing, as of an empty one: to ask for something so is no fault of the server's. */
export async function posted(request: NextRequest): Promise<Record<string, FormDataEntryValue>> {
  const form = await request.formData().catch(() => new FormData())
  return Object.fromEntries(form)
}
