import { MaskedValue } from '@/components/console/masked-value'
import type { MaskedKind } from '@/lib/domain/reveals'
import type { Numbers } from './file'

type Props = { numbers: Numbers; kind: MaskedKind; value: string; whose: string }

/** A number of the family, masked until this officer has asked for it with a reason. */
export function FamilyNumber({ numbers: { mask, applicationId, list, reveal }, kind, value, whose }: Props) {
  return <MaskedValue value={mask(kind, value)} applicationId={applicationId} list={list} whose={whose} reveal={reveal} />
}
