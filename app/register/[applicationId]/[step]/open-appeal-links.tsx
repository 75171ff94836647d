import { Notice } from '@/components/ui/notice'
import { APPEAL_PROGRESS } from '@/lib/copy/appeal-progress'
import { APPEALS } from '@/lib/copy/appeals'
import { APPEAL_SLUGS, APPEAL_STEP } from '@/lib/domain/appeals'
import type { PlainStep } from '@/lib/domain/journey'
import type { Application } from '@/lib/data/applications'
import { paths } from '@/lib/paths'

/** Appeals about a step that were begun or came back: one is not lost by going on or by coming back another day. */
export function OpenAppealLinks({ application, step }: { application: Application; step: PlainStep }) {
  return application.appeals.map(({ id, kind, status }) => {
    if (APPEAL_STEP[kind] !== step || (status !== 'draft' && status !== 'refused')) return null
    return (
      <Notice key={id} kind="info" title={`${APPEALS[kind].title}：${APPEAL_PROGRESS[status].tag}`}>
        <p><a className="inline-flex min-h-target items-center" href={paths.appeal(application.id, APPEAL_SLUGS[kind])}>{status === 'refused' ? '看区县的意见，修改后再次提交' : '接着填写、上传材料'}</a></p>
      </Notice>
    )
  })
}
