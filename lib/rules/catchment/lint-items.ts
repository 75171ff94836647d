import { covers, isNone, meet } from './number-set'
import { itemSet } from './read'
import type { CatchmentRow, Item } from './row'

/** Faults inside the cells of numbers: swapped ends, a number written twice, nothing left. */
export function itemFaults(row: CatchmentRow): string[] {
  const faults: string[] = []
  for (const column of ['numbers', 'except', 'buildings', 'groups'] as const) {
    const items = row[column]
    items.forEach((item, index) => {
      if (isSwapped(item)) faults.push(`${column} 里的 ${item.text} 首尾颠倒了`)
      const before = items.slice(0, index).find((one) => repeats(one, item))
      if (before !== undefined) faults.push(before.text === item.text ? `${column} 里的 ${item.text} 写了两次` : `${column} 里的 ${before.text} 和 ${item.text} 有重复的号码，写了两次`)
    })
  }
  const swapped = [...row.numbers, ...row.except, ...row.buildings, ...row.groups].some(isSwapped)
  if (row.covered !== null && isNone(row.covered) && !swapped) faults.push('一个号码也没有剩下：numbers、parity 和 except 合起来是空的')
  return faults
}

function isSwapped({ span }: Item): boolean {
  return span !== null && span.from > span.to
}

/** Two ranges that meet, or an item that the other one contains whole (odd,3); odd beside 2-8 is no fault. */
function repeats(one: Item, other: Item): boolean {
  const [first, second] = [itemSet(one), itemSet(other)]
  if (isNone(first) || isNone(second)) return one.text === other.text
  return one.span !== null && other.span !== null ? meet(first, second) : covers(first, second) || covers(second, first)
}
