import { startTransition, useEffect, useEffectEvent, useOptimistic, useRef } from 'react'
import { keepMonths } from './material-actions'
import { MATERIAL_WORDS } from '@/lib/copy/materials'

type Props = { months: readonly { value: string; label: string }[]; covered: readonly string[]; fields: Readonly<Record<string, string>>; editable: boolean }

const boxName = (month: string) => `month-${month}`

/**
 * The months that a pay slip covers, each tick kept at once. A tick sends all of them as they are seen, so that three quick
 * ones end as three, whichever answer comes first. Without JavaScript they are boxes of the form around them.
 */
export function MonthBoxes({ months, covered, fields, editable }: Props) {
  const [shown, show] = useOptimistic(covered)
  const group = useRef<HTMLFieldSetElement>(null)

  function keep(next: readonly string[]) {
    startTransition(async () => {
      show(next)
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const month of next) form.append(boxName(month), 'on')
      await keepMonths(form)
    })
  }

  // What was ticked before this script had arrived.
  const keepEarly = useEffectEvent(() => {
    const ticked = months.map(({ value }) => value).filter((month) => group.current?.querySelector<HTMLInputElement>(`[name="${boxName(month)}"]`)?.checked)
    if (editable && ticked.join() !== covered.join()) keep(ticked)
  })
  useEffect(() => keepEarly(), [])

  return (
    <fieldset ref={group}>
      <legend className="text-sm">{MATERIAL_WORDS.monthsOf}</legend>
      <div className="flex flex-wrap gap-x-5">
        {months.map(({ value, label }) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              name={boxName(value)}
              checked={shown.includes(value)}
              disabled={!editable}
              onChange={({ target }) => keep(months.map((month) => month.value).filter((month) => (month === value ? target.checked : shown.includes(month))))}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
