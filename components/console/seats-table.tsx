import { leftWords, SEATS } from '@/lib/copy/staff/by-hand'
import type { Seats } from '@/lib/domain/seats'

/** What a school by hand is decided on: every school's seats, taken, held for siblings, and left. */
export function SeatsTable({ seats, caption = false }: { seats: readonly Seats[]; caption?: boolean }) {
  return (
    <table className="compare seats">
      <caption className={caption ? 'sub pb-1 text-left' : 'sr-only'}>{SEATS.title}</caption>
      <thead>
        <tr><th scope="col">{SEATS.school}</th>{[SEATS.capacity, SEATS.taken, SEATS.held, SEATS.left].map((head) => <th key={head} scope="col">{head}</th>)}</tr>
      </thead>
      <tbody>
        {seats.map((one) => (
          <tr key={one.code}>
            <th scope="row">{one.name}</th>
            <td>{one.capacity ?? SEATS.unknown}</td>
            <td>{one.taken}</td>
            <td>{one.held}</td>
            <td>{leftWords(one) || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
