import { z } from 'zod'
import { onAppData } from '../support/app-program'

const application = z.object({ applicationId: z.string() })
const announced = z.object({ admitted: application.extend({ number: z.string(), code: z.string() }), byHand: application, untold: application })

/** Families whose results are published, and one that has none: see the program. */
export async function announcedFamilies(): Promise<z.infer<typeof announced>> {
  return announced.parse(await onAppData('tests/support/announced-families.ts'))
}
