import 'server-only'
import { guardiansOfClaim, guardianSubject } from '@/lib/domain/appeal-claimants'
import { maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { appealRequirements, type Appeal } from '@/lib/data/appeals'
import { recordNaming } from '@/lib/data/applications'
import { listMaterials } from '@/lib/data/materials'
import type { OpenAppeal } from '../open-appeal'
import { materialBundles, type MaterialBundle } from './material-bundles'

/** What the season asks of this appeal, bundle by bundle, with the files that are there; a guardian's page says whose it is. */
export async function appealMaterials({ actor, application, published }: OpenAppeal, appeal: Appeal): Promise<MaterialBundle[]> {
  const guardians = guardiansOfClaim(appeal.claim, recordNaming(application, actor.idNumber)?.guardians ?? [])
  const whose = (subject: string) => {
    const guardian = guardians.find((_, index) => guardianSubject(index) === subject)
    return guardian ? `${RELATION_WORDS[guardian.relation]}${guardian.name ?? maskName(null)}` : ''
  }
  return materialBundles(appealRequirements(appeal, application, published), await listMaterials(application, appeal.id), whose)
}
