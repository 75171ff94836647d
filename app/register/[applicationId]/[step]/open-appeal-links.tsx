import { Notice } from '@/components/ui/notice'
import { APPEALS } from '@/lib/copy/appeals'
import { isEditable } from '@/lib/domain/appeal-status'
import { APPEAL_SLUGS, APPEAL_STEP } from '@/lib/domain/appeals'
import type { PlainStep } from '@/lib/domain/journey'
import type { Application } from '@/lib/data/applications'
import { paths } from '@/lib/paths'

/** Appeals about a step that were begun or came back: one is not lost by going on or by coming back another day. */
export function OpenAppealLinks({ application, step }: { application: Application; step: PlainStep }) {
  return application.appeals
    .filter((appeal) => APPEAL_STEP[appeal.kind] === step && isEditable(appeal.status))
    .map(({ id, kind, status }) => (
      <Notice key={id} kind="info" title={`${APPEALS[kind].title}：${status === 'refused' ? '审核未通过' : '还没有提交审核'}`}>
        <p><a className="inline-flex min-h-target items-center" href={paths.appeal(application.id, APPEAL_SLUGS[kind])}>{status === 'refused' ? '看区县的意见，修改后再次提交' : '接着填写、上传材料'}</a></p>
      </Notice>
    ))
}
