import type { Metadata } from 'next'
import { Actions } from '@/components/layout/actions'
import { Page } from '@/components/layout/page'
import { SubmitButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Nowrap, Phrases } from '@/components/ui/phrase'
import { RowButton } from '@/components/ui/row-link'
import { StatusTag } from '@/components/ui/tag'
import { messageLead, messageWords } from '@/lib/copy/messages'
import { dayAndTime } from '@/lib/copy/time'
import { requireGuardian } from '@/lib/auth/require-guardian'
import { listMessages, type InboxMessage } from '@/lib/data/messages'
import { paths } from '@/lib/paths'
import { open, readAll } from './actions'

export const metadata: Metadata = { title: '消息' }

/** The inbox, newest first. Looking at it changes nothing: a message is read once it is followed, or once all are marked. */
export default async function MessagesPage() {
  const actor = await requireGuardian(paths.messages)
  const messages = await listMessages(actor)
  const unread = messages.filter((message) => message.unread).length
  const [newest] = messages
  return (
    <Page title="消息" lead={unread > 0 && `${unread} 条未读`} back={paths.children}>
      {newest ? (
        <ul className="border-b border-line">{messages.map((message) => <Told key={message.id} message={message} />)}</ul>
      ) : (
        <Empty title="还没有消息"><p>登记提交、材料审核的结果、截止以前的提醒，以及录取结果，都会出现在这里。</p></Empty>
      )}
      {newest && unread > 0 && (
        <form action={readAll}>
          <input type="hidden" name="newest" value={newest.id} />
          <Actions><SubmitButton variant="secondary" waitingText="正在标记">全部标为已读</SubmitButton></Actions>
        </form>
      )}
    </Page>
  )
}

function Told({ message }: { message: InboxMessage }) {
  const { title, text } = messageWords(message.told)
  return (
    <li className="border-t border-line pt-4.5 [&>*+*]:mt-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <h2 className="text-base">{title}</h2>
        {message.unread && <StatusTag kind="new">未读</StatusTag>}
      </div>
      <p className="text-sm text-ink-soft"><Nowrap>{dayAndTime(message.at)}</Nowrap></p>
      <p className="pb-2"><Phrases text={text} /></p>
      <form action={open}>
        <input type="hidden" name="messageId" value={message.id} />
        <RowButton>{messageLead(message.told).button}</RowButton>
      </form>
    </li>
  )
}
