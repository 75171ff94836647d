'use server'

import { z } from 'zod'
import { removeMaterial } from '@/lib/commands/remove-material'
import { reorderMaterials } from '@/lib/commands/reorder-materials'
import { setMaterialMonths } from '@/lib/commands/set-material-months'
import { guardianPost } from '@/lib/forms/action'
import { localPath } from '@/lib/paths'

/** `back` is the page that the form stands on, `place` the document within it. */
const press = z.object({ materialId: z.uuid(), back: z.string().transform(localPath), place: z.string().regex(/^[\w-]{1,80}$/) })

const MONTH = 'month-'
const months = z.looseObject(press.shape).transform(({ materialId, back, place, ...ticked }) => ({
  materialId, back, place, months: Object.keys(ticked).filter((name) => name.startsWith(MONTH)).map((name) => name.slice(MONTH.length)),
}))

const pageOf = (form: FormData) => localPath(form.get('back'))
const backTo = (_: null, { back, place }: z.infer<typeof press>) => `${back}#${place}`

export const removeFile = guardianPost(press, pageOf, ({ actor, input, now }) => removeMaterial({ actor, now, materialId: input.materialId }), backTo)

export const moveFile = guardianPost(
  press.extend({ direction: z.enum(['up', 'down']) }),
  pageOf,
  ({ actor, input, now }) => reorderMaterials({ actor, now, materialId: input.materialId, direction: input.direction }),
  backTo,
)

export const keepMonths = guardianPost(months, pageOf, ({ actor, input, now }) => setMaterialMonths({ actor, now, materialId: input.materialId, months: input.months }), backTo)
