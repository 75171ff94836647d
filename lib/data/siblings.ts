import 'server-only'
import { findDecisions } from './by-hand'
import type { Db } from './db'
import { findOverrides } from './allocation-overrides'
import type { RelatedApplications } from './related-applications'

/** A child of the same guardian in the same run, and the school that counts for it; null while the county still places it. */
export type Sibling = { id: string; child: string; schoolCode: string | null; given: boolean }

/** Those who are shown beside a child anyway: who shares a guardian with it, and took part in the run. */
export async function listSiblings(on: Db, runId: string, { here }: Pick<RelatedApplications, 'here'>): Promise<Sibling[]> {
  const ofFamily = here.filter(({ because }) => because.includes('guardian') && !because.includes('student'))
  const decisions = await findDecisions(on, runId, ofFamily.map(({ id }) => id))
  const overrides = ofFamily.length > 0 ? await findOverrides(on, runId) : new Map<string, string>()
  return ofFamily.flatMap(({ id, detail }) => {
    const decision = decisions.get(id)
    return decision ? [{ id, child: detail.child ?? detail.childIdNumber, schoolCode: overrides.get(id) ?? decision.schoolCode, given: overrides.has(id) }] : []
  })
}
