import { lazy, type ComponentType } from 'react'
import { RefusalNotice } from '@/components/application/refusal-notice'
import type { AgeFault } from '@/lib/domain/age'
import type { RefusalInWords } from '@/lib/forms/form-state'

type Props = { refusal: RefusalInWords; idNumber: string }

/** What is said of an age comes with the refusal, because few are refused; where it cannot be fetched, the refusal's own words stand. */
const AgeRefusal = lazy<ComponentType<Props & { fault: AgeFault }>>(() =>
  import('@/components/application/age-refusal').then((module) => ({ default: module.AgeRefusal }), () => ({ default: InShort })),
)

function InShort({ refusal }: Props) {
  return <RefusalNotice {...refusal} />
}

export function StartRefusal({ refusal, idNumber }: Props) {
  return refusal.age ? <AgeRefusal refusal={refusal} fault={refusal.age} idNumber={idNumber} /> : <RefusalNotice {...refusal} />
}
