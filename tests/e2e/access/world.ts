import { z } from 'zod'
import { onAppData } from '../../support/app-program'
import { appDatabaseUrl } from '../../support/running-app'
import { withClient } from '../../support/database'
import { ACTORS } from './matrix'
import { OBJECTS } from './reach'

const world = z.object({
  cookies: z.record(z.enum(ACTORS).exclude(['nobody']), z.string()),
  /** a reviewer of each county, by its code: who could be given a case */
  reviewers: z.record(z.string(), z.string()),
  owned: z.array(z.object({ /** stands for the guardian's phone in forms */ field: z.string(), name: z.string(), county: z.string(), school: z.string().nullable(), guardian: z.enum(ACTORS).nullable(), ids: z.partialRecord(z.enum(OBJECTS), z.string()) })),
})
export type World = z.infer<typeof world>
export type Owned = World['owned'][number]

/** Two counties with families, officers and clerks, in the running application's database. */
export async function buildWorld(): Promise<World> {
  return world.parse(await onAppData('tests/support/access-world.ts'))
}

/** What nobody may change who has no right to it: everything but counters, when a session was last used, and the log of who asked. */
const WATCHED = ['applications', 'submissions', 'confirmations', 'consents', 'findings', 'appeals', 'appeal_rounds', 'appeal_decisions', 'materials', 'establishments', 'guardianships', 'review_cases', 'case_verdicts', 'case_notes', 'proposals', 'desk_scans', 'reveals', 'messages', 'staff_accounts', 'staff_recovery_codes', 'assistances', 'objections', 'allocation_overrides', 'admission_results', 'inquiries', 'register_uploads', 'register_imports', 'season_drafts', 'simulations', 'season_versions', 'county_proposals', 'allocation_runs', 'allocation_decisions', 'allocation_comparisons']

/** A digest of each of those tables. */
export async function digests(): Promise<Record<string, string>> {
  return withClient(appDatabaseUrl(), async (client) => {
    const found: Record<string, string> = {}
    for (const table of WATCHED) found[table] = String((await client.query(`SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${table} t`)).rows[0]?.digest)
    found.staff_sessions = String((await client.query(`SELECT md5(string_agg(id::text, '|' ORDER BY id)) AS digest FROM staff_sessions`)).rows[0]?.digest)
    return found
  })
}
