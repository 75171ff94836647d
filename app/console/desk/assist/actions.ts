'use server'

import { assistedGuardian } from '@/lib/domain/assistance'
import { startAssistance } from '@/lib/commands/start-assistance'
import { staffAction } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

export const start = staffAction(
  'desk',
  assistedGuardian,
  () => paths.assist,
  ({ actor, input, now }) => startAssistance({ actor, card: input, now }),
  ({ assistanceId }) => paths.assistance(assistanceId),
)
