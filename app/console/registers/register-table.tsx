import { REGISTER_SOURCES, REGISTERS, UPLOAD_NAMES, versionName } from '@/lib/copy/staff/registers'
import { dayAndTime } from '@/lib/copy/time'
import { REGISTER_KINDS } from '@/lib/domain/registers'
import type { RegisterVersion } from '@/lib/data/register-imports'

/** Each register with the version that answers now. */
export function RegisterTable({ versions }: { versions: readonly RegisterVersion[] }) {
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">现在用的登记数据</caption>
        <thead><tr><th scope="col">数据</th><th scope="col">来源</th><th scope="col">现在的版本</th><th scope="col">导入时间</th><th scope="col" className="end">共有行数</th></tr></thead>
        <tbody>
          {REGISTER_KINDS.map((kind) => {
            const version = versions.find((one) => one.kind === kind)
            return (
              <tr key={kind}>
                <th scope="row">{UPLOAD_NAMES[kind]}</th>
                <td>{REGISTER_SOURCES[kind]}</td>
                <td>{version ? versionName(version.number) : REGISTERS.none}</td>
                <td>{version && dayAndTime(version.at)}</td>
                <td className="end">{version?.total}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
