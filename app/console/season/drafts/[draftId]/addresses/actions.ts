'use server'

import { z } from 'zod'
import { tryAddresses } from '@/lib/commands/try-addresses'
import { TRIED_AS } from '@/lib/domain/address-limits'
import { staffQuestion } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

/** The answer stands on the page that was asked from: an address of somebody has no place in a link. */
export const tryOut = staffQuestion(
  'season',
  z.object({ draftId: z.uuid(), addresses: z.string().max(60_000, { error: 'ADDRESSES_TOO_MANY' }), as: z.enum(TRIED_AS) }),
  (form) => {
    const id = z.uuid().safeParse(form.get('draftId'))
    return id.success ? paths.seasonAddresses(id.data) : paths.season
  },
  ({ actor, input }) => tryAddresses({ actor, ...input }),
)
