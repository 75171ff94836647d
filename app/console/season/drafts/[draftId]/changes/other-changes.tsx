import { settingName, settingText } from '@/lib/copy/staff/season-settings'
import type { SeasonChanges } from '@/lib/domain/season-changes'
import { Was } from './was'

export function SettingChanges({ changes }: { changes: SeasonChanges['settings'] }) {
  return (
    <section className="con-part" aria-labelledby="settings">
      <h2 id="settings" className="sub">日期与规则，{changes.length} 处</h2>
      <table className="table [&_td]:py-2 [&_td]:whitespace-normal [&_td]:break-words">
        <caption className="sr-only">日期与规则的改动</caption>
        <thead><tr><th scope="col" className="w-84">哪一项</th><th scope="col">内容</th></tr></thead>
        <tbody>{changes.map(({ key, before, after }) => <tr key={key}><th scope="row">{settingName(key)}</th><td><Was before={settingText(before)} after={settingText(after)} /></td></tr>)}</tbody>
      </table>
    </section>
  )
}

export function AgreementChanges({ changes }: { changes: SeasonChanges['agreement'] }) {
  return (
    <section className="con-part" aria-labelledby="agreement">
      <h2 id="agreement" className="sub">隐私协议，{changes.length} 行</h2>
      <ul className="lines" role="list">
        {changes.map(({ kind, text }, index) => (
          <li key={index}>{kind === 'removed' ? <><span className="sr-only">删除：</span><del className="text-ink-soft">{text || '空行'}</del></> : <><span className="sr-only">新增：</span><ins className="font-bold no-underline">{text || '空行'}</ins></>}</li>
        ))}
      </ul>
    </section>
  )
}
