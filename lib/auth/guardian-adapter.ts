import 'server-only'
import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { readClock } from '@/lib/clock'
import { endSession, findActor, findGuardianBySubject, LONGEST_MS, openSession } from '@/lib/data/guardians'

/**
 * What next-auth needs of our own tables: a person by `sub`, and sessions of which the database holds only the hash.
 * Persons are written by the sign-in callback, which knows the claims; next-auth itself never creates one.
 */
export const guardianAdapter: Adapter = {
  async getUserByAccount({ providerAccountId }) {
    const guardian = await findGuardianBySubject(providerAccountId)
    return guardian ? asUser(guardian.id) : null
  },
  async getUser(id) {
    return asUser(id)
  },
  async getUserByEmail() {
    return null
  },
  async createUser() {
    throw new Error('a guardian is written from the claims before next-auth looks for one')
  },
  async updateUser(user) {
    return asUser(user.id)
  },
  async linkAccount() {
    return null
  },
  async createSession({ sessionToken, userId }) {
    const { real } = await readClock()
    await openSession(sessionToken, userId, real)
    return { sessionToken, userId, expires: new Date(real + LONGEST_MS) }
  },
  async getSessionAndUser(sessionToken) {
    const now = await readClock()
    const actor = await findActor(sessionToken, now)
    return actor ? { session: { sessionToken, userId: actor.guardianId, expires: new Date(now.real + LONGEST_MS) }, user: asUser(actor.guardianId) } : null
  },
  async updateSession() {
    return null
  },
  async deleteSession(sessionToken) {
    await endSession(sessionToken)
  },
}

function asUser(id: string): AdapterUser {
  return { id, email: '', emailVerified: null }
}
