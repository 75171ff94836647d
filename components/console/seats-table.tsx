import { leftWords, SEATS } from '@/lib/copy/staff/by-hand'
import type { Seats } from '@/lib/domain/seats'

/** What a school by hand is decided on: every school's seats, taken, held for siblings, and left. */
export function SeatsTable({ seats, caption = false }: { seats: readonly Seats[]; caption?: boolean }) {
  return (
    <table className="compare seats">
      <caption className={caption ? 'sub pb-1 text-left' : 'sr-only'}>{SEATS.title}</caption>
      <thead>
        <tr><th scope="col">{SEATS.school}</th>{[SEATS.capacity, SEATS.taken, SEATS.held, SEATS.left].map((head) => <th key={head} scope="col" className="end">{head}</th>)}</tr>
      </thead>
      <tbody>
        {seats.map((one) => (
          <tr key={one.code}>
            <th scope="row">{one.name}</th>
            <td className="end">{one.capacity ?? SEATS.unknown}</td>
            <td className="end">{one.taken}</td>
            <td className="end">{one.held}</td>
            <td className="end">{leftWords(one) || '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
