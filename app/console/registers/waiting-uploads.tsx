import { StatusTag } from '@/components/ui/tag'
import { REGISTERS, UPLOAD_NAMES } from '@/lib/copy/staff/registers'
import { dayAndTime } from '@/lib/copy/time'
import type { WaitingUpload } from '@/lib/data/register-uploads'
import { isRegister } from '@/lib/domain/registers'
import { paths } from '@/lib/paths'

/** Files that were tried and are not imported yet, of every administrator of the county; whose word each one waits for. */
export function WaitingUploads({ uploads, own }: { uploads: readonly WaitingUpload[]; own: string }) {
  if (uploads.length === 0) return null
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sub text-left">{REGISTERS.waiting}<span className="ml-2 font-normal text-ink-soft">{REGISTERS.waitingHint}</span></caption>
        <thead><tr><th scope="col">文件</th><th scope="col">谁传的</th><th scope="col">时间</th><th scope="col">试导入的结果</th></tr></thead>
        <tbody>
          {uploads.map(({ id, kind, staffId, by, at, refused }) => (
            <tr key={id}>
              <td><a href={paths.registerUpload(id)}>{UPLOAD_NAMES[kind]}</a></td>
              <td>{by}</td>
              <td>{dayAndTime(at)}</td>
              <td><StatusTag kind={refused ? 'no' : 'wait'}>{refused ? '有不合格的行' : !isRegister(kind) ? '可以导入' : staffId === own ? '等另一位管理员同意' : '等您同意'}</StatusTag></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
