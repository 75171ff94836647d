type Order = readonly (string | readonly [string, Order])[]

/** `season.json` as an officer reads it from top to bottom. */
const ORDER: Order = [
  'county', 'countyName', 'year', 'title', 'source', 'opensAt', 'closesAt', 'bornFrom', 'bornTo',
  ['urbanPlaces', ['town', 'places']], 'residentialUses', 'readingSeconds',
  ['review', ['workingDays', 'until', 'holidays', 'workdays', 'sampling', 'afterClose']],
  ['allocation', ['criteria', 'overflow', 'neighbours', 'draw']],
  ['announcement', ['objectionDays', 'next']],
  ['retention', ['draftDays', 'familyDays', 'registerDays']],
  ['help', ['desk', 'hours']], 'demonstration',
]

/**
 * The same settings with their keys in one order, and after the known ones those that nobody here knows, sorted: a database
 * keeps no order, and the same settings must have the same text and the same hash. Lists stay as they are.
 */
export function inWrittenOrder(settings: unknown): unknown {
  return ordered(settings, ORDER)
}

function ordered(value: unknown, order: Order): unknown {
  if (Array.isArray(value)) return value.map((one) => ordered(one, order))
  if (typeof value !== 'object' || value === null) return value
  const known = order.map((one): readonly [string, Order] => (typeof one === 'string' ? [one, []] : one))
  const entries = new Map<string, unknown>(Object.entries(value))
  const unknown = [...entries.keys()].filter((key) => !known.some(([name]) => name === key)).toSorted()
  const keys = [...known.filter(([name]) => entries.has(name)), ...unknown.map((key): readonly [string, Order] => [key, []])]
  return Object.fromEntries(keys.map(([key, below]) => [key, ordered(entries.get(key), below)]))
}
