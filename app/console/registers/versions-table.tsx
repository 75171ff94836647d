import { REGISTERS, UPLOAD_NAMES, versionName } from '@/lib/copy/staff/registers'
import { dayAndTime } from '@/lib/copy/time'
import { countyName } from '@/lib/domain/counties'
import type { RegisterVersion } from '@/lib/data/register-imports'

/** Which versions there were; who brought one in for another county is that county's to know. */
export function VersionsTable({ versions }: { versions: readonly RegisterVersion[] }) {
  const { caption } = REGISTERS.versions
  if (versions.length === 0) return <p className="text-sm text-ink-soft">{REGISTERS.none}。</p>
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead><tr><th scope="col">数据</th><th scope="col">版本</th><th scope="col">导入时间</th><th scope="col">谁导入的</th><th scope="col" className="end">文件行数</th><th scope="col" className="end">导入后共有</th></tr></thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              <td>{UPLOAD_NAMES[version.kind]}</td>
              <td>{versionName(version.number)}</td>
              <td>{dayAndTime(version.at)}</td>
              <td>{importer(version)}</td>
              <td className="end">{version.rowCount}</td>
              <td className="end">{version.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function importer({ by, triedBy, county }: RegisterVersion): string {
  if (county === null) return REGISTERS.versions.operator
  const agreed = by ?? countyName(county) ?? REGISTERS.versions.elsewhere
  return triedBy ? REGISTERS.versions.both(triedBy, agreed) : agreed
}
