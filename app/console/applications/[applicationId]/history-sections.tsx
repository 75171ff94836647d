import { AUDIT_ACTOR_NAMES, AUDIT_EVENT_NAMES } from '@/lib/copy/staff/audit'
import { consentName, SMS_NAMES, smsFault } from '@/lib/copy/staff/application-file'
import { messageWords } from '@/lib/copy/messages'
import { dayAndTime } from '@/lib/copy/time'
import { paths } from '@/lib/paths'
import type { File } from './file'
import { FileSection } from './file-section'

export function NotesSection({ file: { notes } }: { file: File }) {
  return (
    <FileSection id="notes" empty={notes.length === 0 && '没有备注。'}>
      <ul className="lines" role="list">
        {notes.map(({ id, at, by, text }) => <li key={id}><span className="text-ink-soft">{by}　{dayAndTime(at)}</span><span className="block whitespace-pre-line">{text}</span></li>)}
      </ul>
    </FileSection>
  )
}

/** What the guardians were told, whether it was read, and what became of the text message. */
export function MessagesSection({ file: { messages } }: { file: File }) {
  return (
    <FileSection id="messages" empty={messages.length === 0 && '没有发过消息。'}>
      <ul className="lines" role="list">
        {messages.map(({ id, at, told, own, read, sms }) => (
          <li key={id}>
            <b>{messageWords(told).title}</b>
            <span className="block text-ink-soft">
              {dayAndTime(at)}　给{own ? '办理的家长' : '另一位监护人'}，{read ? '已读' : '未读'}{sms && `，${SMS_NAMES[sms.status]}`}{sms?.fault && `（${smsFault(sms.fault)}）`}
            </span>
          </li>
        ))}
      </ul>
    </FileSection>
  )
}

/** To what the family agreed, and at the desk on which paper; whoever decides for the desk opens it from here. */
export function ConsentsSection({ file: { consents }, mayOpen }: { file: File; mayOpen: boolean }) {
  return (
    <FileSection id="consents" empty={consents.length === 0 && '没有授权。'}>
      <ul className="lines" role="list">
        {consents.map(({ kind, version, givenAt, atTheDesk }) => (
          <li key={`${kind}:${version}`}>
            <b>{consentName(kind)}</b>
            <span className="block text-ink-soft">{dayAndTime(givenAt)}　版本 {version.slice(0, 12)}{atTheDesk && `　窗口签纸质同意书，${atTheDesk.officer} 经办`}</span>
            {mayOpen && atTheDesk?.sheets.map(({ scanId, page }, index) => <a key={index} className="tool" href={paths.scan(scanId, page, 'full')} target="_blank" rel="noreferrer">同意书扫描件 {index + 1}</a>)}
          </li>
        ))}
      </ul>
    </FileSection>
  )
}

/** The log of this registration, the newest first; its times are the real ones, also in the demonstration. */
export function TimelineSection({ file: { events } }: { file: File }) {
  return (
    <FileSection id="timeline" empty={events.length === 0 && '还没有记录。'}>
      <p className="text-xs text-ink-soft">按服务器的实际时间，最近的在前。</p>
      <ol className="lines" role="list">
        {events.map(({ id, at, type, actor, by }) => <li key={id} className="num">{dayAndTime(at)}　<b>{AUDIT_EVENT_NAMES[type]}</b>　<span className="text-ink-soft">{by ?? AUDIT_ACTOR_NAMES[actor]}</span></li>)}
      </ol>
    </FileSection>
  )
}
