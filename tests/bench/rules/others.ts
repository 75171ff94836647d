import { Engine } from 'json-rules-engine'
import { CRITERIA, type CatchmentRow, type Season } from '@/lib/rules'

type Values = Readonly<Record<string, string | null>>

/** The same decision table in json-rules-engine: one rule a row, priorities for hit policy *first*. */
export function sameTableElsewhere(season: Season): (values: Values) => Promise<string | null> {
  const rules = season.categories.map((row, index) => ({
    name: row.row,
    priority: season.categories.length - index,
    conditions: {
      all: CRITERIA.filter((criterion) => row.criteria[criterion]).map((criterion) => ({ fact: criterion, operator: 'in', value: [...(row.criteria[criterion] ?? [])] })),
    },
    event: { type: row.row },
  }))
  return async (values) => {
    const engine = new Engine(rules, { allowUndefinedFacts: true })
    let first: string | null = null
    engine.on('success', (event) => {
      first = event.type
      engine.stop()
    })
    await engine.run({ ...values })
    return first
  }
}

/** The plain way to find a row: try the name of each against the text. It knows nothing of numbers, and is no match for one. */
export function plainScan(rows: readonly CatchmentRow[]): (address: string) => string | null {
  return (address) => {
    let best: CatchmentRow | null = null
    for (const row of rows) {
      if (best && best.rank <= row.rank) continue
      if (address.includes(row.place) || row.aliases.some((alias) => address.includes(alias))) best = row
    }
    return best?.row ?? null
  }
}
