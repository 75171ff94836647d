import type { Tried } from '@/lib/domain/registers'

/** The first bad lines, as the file counts them. */
export function BadLines({ findings }: Pick<Extract<Tried, { is: 'refused' }>, 'findings'>) {
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">不合格的行</caption>
        <thead><tr><th scope="col" className="end">行</th><th scope="col">问题</th></tr></thead>
        <tbody>{findings.map(({ line, message }, index) => <tr key={index}><td className="end">{line}</td><td className="w-full whitespace-normal">{message}</td></tr>)}</tbody>
      </table>
    </div>
  )
}
