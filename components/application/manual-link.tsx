import { manualPart } from '@/lib/copy/manual'
import { paths } from '@/lib/paths'

type Props = { step: Parameters<typeof manualPart>[0]; basis?: Parameters<typeof manualPart>[1] }

/** From every step to its own part of 「操作说明」; a plain link, so that the part is jumped to without JavaScript. */
export function ManualLink({ step, basis }: Props) {
  return <p className="text-sm"><a className="inline-flex min-h-target items-center" href={paths.manualPart(manualPart(step, basis))}>操作说明：这一步怎么办</a></p>
}
