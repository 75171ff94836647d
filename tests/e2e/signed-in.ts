import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Page } from '@playwright/test'
import type { Walk } from '../support/families'
import { withClient } from '../support/database'
import { onAppData } from '../support/app-program'
import { appDatabaseUrl, ofThisWorker } from '../support/running-app'

const row = z.object({ id_number_index: z.string(), id_number_cipher: z.string(), name_cipher: z.string(), phone_cipher: z.string(), subject: z.string() })
const rows = z.array(z.object({ idNumber: z.string(), row }))

let known: Promise<ReadonlyMap<string, z.infer<typeof row>>> | null = null

/** Made once a worker, by a program that may import the application's own room of keys. */
async function readRows(): Promise<ReadonlyMap<string, z.infer<typeof row>>> {
  return new Map(rows.parse(JSON.parse(await onAppData('tests/support/guardian-rows.ts'))).map((one) => [one.idNumber, one.row]))
}

/**
 * A browser with a session of this guardian, as sign-in leaves it. The way through the identity provider's pages takes as long
 * as most tests; `signInThroughPages` walks it where it is part of what is tested.
 */
export async function signedIn(page: Page, { guardian }: Pick<Walk, 'guardian'>): Promise<void> {
  known ??= readRows()
  const found = (await known).get(guardian.idNumber)
  if (!found) throw new Error(`${guardian.name} is nobody’s guardian in the demonstration`)
  const token = randomBytes(32).toString('base64url')
  await withClient(appDatabaseUrl(), async (client) => {
    const guardians = await client.query<{ id: string }>(
      `INSERT INTO guardians (id, id_number_index, id_number_cipher, name_cipher, phone_cipher, subject, verification_level) VALUES ($1, decode($2, 'hex'), $3, $4, $5, $6, 'face')
       ON CONFLICT (id_number_index) DO UPDATE SET name_cipher = $4, phone_cipher = $5, subject = $6, verification_level = 'face' RETURNING id`,
      [randomUUID(), found.id_number_index, found.id_number_cipher, found.name_cipher, found.phone_cipher, found.subject],
    )
    await client.query(`INSERT INTO guardian_sessions (token_hash, guardian_id, expires_at) VALUES ($1, $2, now() + interval '12 hours')`, [createHash('sha256').update(token).digest(), guardians.rows[0]?.id])
  })
  await page.context().addCookies([{ name: 'ruxue-guardian', value: token, url: `http://localhost:${ofThisWorker('APP_PORTS')}`, httpOnly: true, sameSite: 'Lax' }])
}
