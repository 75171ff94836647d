import { Button } from '@/components/ui/button'
import type { AllocationRun } from '@/lib/data/allocation-runs'
import { paths } from '@/lib/paths'

/** Which two runs to lay side by side; the newest two at first. */
export function CompareForm({ runs, one = runs[1]?.id, other = runs[0]?.id }: { runs: readonly AllocationRun[]; one?: string; other?: string }) {
  const options = runs.map(({ id, number }) => <option key={id} value={id}>第 {number} 次</option>)
  return (
    <form className="filters" method="get" action={paths.allocationCompare} aria-label="对比两次试排">
      <label className="pick"><span>对比</span><select name="one" defaultValue={one}>{options}</select></label>
      <label className="pick"><span>和</span><select name="other" defaultValue={other}>{options}</select></label>
      <Button variant="secondary">对比</Button>
    </form>
  )
}
