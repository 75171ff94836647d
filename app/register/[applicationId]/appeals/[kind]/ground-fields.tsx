import { TextField } from '@/components/ui/field'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { GROUND_EVIDENCE } from '@/lib/copy/appeals'
import { GROUND_NAMES } from '@/lib/domain/grounds'
import type { FieldsProps } from './form-context'

/** where the family lives, and what its ground rests on. */
export function GroundFields({ context, field }: FieldsProps) {
  if (!context.ground) return null
  return (
    <>
      <input type="hidden" name="ground" value={context.ground} />
      <SummaryList>
        <SummaryRow term="属于哪一种">
          {GROUND_NAMES[context.ground]}
          <br /><a className="inline-flex min-h-target items-center text-sm" href={context.chooseGround}>换一种</a>
        </SummaryRow>
      </SummaryList>
      <TextField label="现在住在哪里" hint="写到门牌号，例如：某某路 8 号 2 栋 301 室。" autoComplete="off" rows={2} {...field('address')} />
      <TextField {...GROUND_EVIDENCE[context.ground]} autoComplete="off" {...field('evidence')} />
    </>
  )
}
