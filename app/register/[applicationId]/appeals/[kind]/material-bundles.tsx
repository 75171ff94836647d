import { FieldError } from '@/components/ui/field'
import { Bundle } from '@/components/ui/upload'
import type { AppealClaim } from '@/lib/domain/appeal-claims'
import { guardiansOfClaim, guardianSubject } from '@/lib/domain/appeal-claimants'
import type { Fulfilment, Requirement } from '@/lib/domain/appeal-requirements'
import { maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { CountedRecord } from '@/lib/data/applications'

type About = { claim: AppealClaim; record: CountedRecord['value'] | null }

export function bundleId({ document, subject }: Requirement): string {
  return subject ? `${document}-${subject}` : document
}

/** The document and whose page it is: 户口本（监护人页）：母亲车远道. */
export function bundleTitle({ label, subject }: Requirement, { claim, record }: About): string {
  const guardian = guardiansOfClaim(claim, record?.guardians ?? []).find((_, index) => guardianSubject(index) === subject)
  return guardian ? `${label}：${RELATION_WORDS[guardian.relation]}${guardian.name ?? maskName(null)}` : label
}

/** What the season asks for, bundle by bundle, and what is there of it; what was missing at the last press is marked. */
export function MaterialBundles({ bundles, missing, ...about }: About & { bundles: readonly Fulfilment[]; missing: readonly Fulfilment[] }) {
  return bundles.map((bundle) => {
    const { requirement, have, need } = bundle
    const id = bundleId(requirement)
    return (
      <div key={id} id={id} tabIndex={-1} className={missing.includes(bundle) ? 'field field--error' : undefined}>
        <Bundle title={bundleTitle(requirement, about)} have={have} need={need} hint={requirement.note}>
          {missing.includes(bundle) && <li><FieldError id={`${id}-error`}>还差 {need - have}</FieldError></li>}
        </Bundle>
      </div>
    )
  })
}
