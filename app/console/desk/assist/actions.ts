'use server'

import { z } from 'zod'
import { assistedGuardian } from '@/lib/domain/assistance'
import { cancelAssistance } from '@/lib/commands/cancel-assistance'
import { startAssistance } from '@/lib/commands/start-assistance'
import { staffAction, staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const start = staffAction(
  'desk',
  assistedGuardian,
  () => paths.assist,
  ({ actor, input, now }) => startAssistance({ actor, card: input, now }),
  ({ assistanceId }) => paths.assistance(assistanceId),
)

export const cancel = staffPost(
  'desk',
  z.object({ assistanceId: z.uuid() }),
  () => paths.desk,
  ({ actor, input: { assistanceId }, now }) => cancelAssistance({ actor, assistanceId, now }),
  () => paths.desk,
)
