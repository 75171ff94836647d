import { z } from 'zod'
import type { Page } from '@playwright/test'
import type { Basis } from '@/lib/rules'
import { onAppData } from '../support/app-program'
import type { Place } from '../support/at-step'
import { ofThisWorker } from '../support/running-app'

const arrived = z.object({ token: z.string(), applicationId: z.string().nullable() })

/**
 * A browser with a session of this guardian, as sign-in leaves it, and the registration as far as `place`. The way there over
 * the pages takes longer than most tests; `signInThroughPages` and the walks go it where it is part of what is tested.
 */
export async function arrive(page: Page, walk: string, place: Place, basis: Basis = 'TITLE_DEED'): Promise<string | null> {
  const { token, applicationId } = arrived.parse(await onAppData('tests/support/at-step.ts', walk, place, basis))
  await page.context().addCookies([{ name: 'ruxue-guardian', value: token, url: `http://localhost:${ofThisWorker('APP_PORTS')}`, httpOnly: true, sameSite: 'Lax' }])
  return applicationId
}
