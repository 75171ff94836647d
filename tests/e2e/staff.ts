import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { StaffRole } from '@/lib/domain/staff'
import { withClient } from '../support/database'
import { appDatabaseUrl, ofThisWorker } from '../support/running-app'

type Asked = { county?: string; schoolCode?: string; name?: string }

/** How the county works: at a desk, with a mouse and keys. */
export const DESK = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false }

/** A browser that is signed in as somebody of the county, whose password and code are set; sign-in itself has tests of its own. */
export async function signedInAs(page: Page, role: StaffRole, { county = '360123', schoolCode = 'LJ', name = '周岚' }: Asked = {}): Promise<{ staffId: string; username: string }> {
  const staffId = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const username = `${role}-${randomBytes(4).toString('hex')}`
  await withClient(appDatabaseUrl(), async (client) => {
    await client.query(
      `INSERT INTO staff_accounts (id, county, role, school_code, username, name, password_hash, password_set_at, totp_cipher, totp_confirmed_at)
       VALUES ($1, $2, $3::staff_role, $4, $5, $6, 'none', now(), 'none', now())`,
      [staffId, county, role, role === 'school' ? schoolCode : null, username, name],
    )
    await client.query(
      `INSERT INTO staff_sessions (id, token_hash, staff_id, address, agent, expires_at) VALUES ($1, $2, $3, '127.0.0.1', 'test', now() + interval '1 hour')`,
      [randomUUID(), createHash('sha256').update(token).digest(), staffId],
    )
  })
  await page.context().addCookies([{ name: 'ruxue-staff', value: token, url: `http://localhost:${ofThisWorker('APP_PORTS')}`, httpOnly: true, sameSite: 'Strict' }])
  return { staffId, username }
}
