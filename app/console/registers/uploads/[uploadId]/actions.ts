'use server'

import { z } from 'zod'
import { uploadAnswer } from '@/lib/domain/registers'
import { dropUpload } from '@/lib/commands/drop-upload'
import { importUpload } from '@/lib/commands/import-upload'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

function uploadOf(form: FormData): string {
  const id = z.uuid().safeParse(form.get('uploadId'))
  return id.success ? paths.registerUpload(id.data) : paths.registers
}

export const take = staffPost(
  'registers',
  uploadAnswer,
  uploadOf,
  ({ actor, input, now }) => importUpload({ actor, now, ...input }),
  ({ kind }) => (kind === 'answers' ? `${paths.registers}?done=answers#inquiries` : `${paths.registers}?done=${kind}`),
)

export const drop = staffPost(
  'registers',
  uploadAnswer.pick({ uploadId: true }),
  uploadOf,
  ({ actor, input, now }) => dropUpload({ actor, now, ...input }),
  () => paths.registers,
)
