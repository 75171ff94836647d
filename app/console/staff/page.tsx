import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { ListKeys } from '@/components/console/list-keys'
import { StatusTag } from '@/components/ui/tag'
import { STANDINGS } from '@/lib/copy/staff/accounts'
import { ROLE_NAMES } from '@/lib/copy/staff/frame'
import { dayAndTime } from '@/lib/copy/time'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { listPublishedSeasons } from '@/lib/data/seasons'
import { listAccounts } from '@/lib/data/staff-directory'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: '账号' }

const KEYS = [{ keys: ['J', 'K'], what: '下一个、上一个' }, { keys: ['Enter'], what: '打开' }] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The county's accounts: who there is, how each stands, when it was last used. */
export default async function StaffPage({ searchParams }: Props) {
  const actor = await requireStaff('staff', paths.staffList)
  const [accounts, seasons, query] = await Promise.all([listAccounts({ county: actor.county }, (await requestNow()).real), listPublishedSeasons(actor.county), searchParams])
  const schools = new Map(seasons.toReversed().flatMap(({ season }) => season.schools).map(({ code, name }) => [code, name]))
  return (
    <ConsolePage actor={actor} current="staff" demonstration={isDemonstration()} fault={query.fault} keys={KEYS} title="账号" lead="打开一个账号，可以结束它的登录、解锁、停用。新账号和密码重置由平台运维在服务器上办理。">
      <div className="scroll">
        <table className="table" data-rows>
          <thead><tr><th scope="col">姓名</th><th scope="col">用户名</th><th scope="col">角色</th><th scope="col">学校</th><th scope="col">状态</th><th scope="col">最近使用</th><th scope="col" className="end">登录中</th></tr></thead>
          <tbody>
            {accounts.map((account) => (
              <tr key={account.id} className={account.id === actor.staffId ? 'is-current' : undefined}>
                <td><a href={paths.staffMember(account.id)}>{account.name}</a></td>
                <td>{account.username}</td>
                <td>{ROLE_NAMES[account.role]}</td>
                <td>{account.schoolCode ? (schools.get(account.schoolCode) ?? account.schoolCode) : ''}</td>
                <td><StatusTag kind={STANDINGS[account.standing].tag}>{STANDINGS[account.standing].text}</StatusTag></td>
                <td>{account.lastSeenAt === null ? '没有登录过' : dayAndTime(account.lastSeenAt)}</td>
                <td className="end">{account.sessions}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-ink-soft">共 {accounts.length} 个账号</p>
      <ListKeys />
    </ConsolePage>
  )
}
