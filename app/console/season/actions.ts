'use server'

import { z } from 'zod'
import { openSeasonDraft } from '@/lib/commands/open-season-draft'
import { staffPost } from '@/lib/forms/staff-action'
import { paths } from '@/lib/paths'

const opening = z.object({ as: z.enum(['same-year', 'next-year']), of: z.coerce.number().int().optional() })

export const openDraft = staffPost('season', opening, () => paths.season, ({ actor, input }) => openSeasonDraft({ actor, ...input }), ({ id }) => paths.seasonDraft(id))
