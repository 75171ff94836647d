import { UploadField } from '@/components/forms/upload-field'
import { ButtonLink } from '@/components/ui/button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Bundle, tileAction, UploadTile } from '@/components/ui/upload'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { DESK_BUTTONS } from '@/lib/copy/staff/desk'
import type { OpenedProposal } from '@/lib/commands/open-proposal'
import { takesBack } from '@/lib/domain/papers'
import { paths } from '@/lib/paths'
import { dropScan, send, withdraw } from './actions'

/** The officer's own draft: its papers are scanned, and then it is laid before the second officer. */
export function DraftPapers({ proposal, application, scans }: OpenedProposal) {
  const hidden = <input type="hidden" name="proposalId" value={proposal.id} />
  const isOptional = takesBack(proposal.kind)
  return (
    <div className="form max-w-2xl">
      <Bundle title="核验材料的扫描件" have={scans.length} need={isOptional ? 0 : 1} hint={`照片和 PDF 都可以，多页的可以分几份传。${isOptional ? '没有的，可以不传。' : '复核人要凭它核对。'}`}>
        {scans.map((scan, index) => (
          <UploadTile
            key={scan.id}
            name={scan.name || MATERIAL_WORDS.file(index + 1)}
            state={MATERIAL_WORDS.saved(scan.pages.length)}
            thumb={
              <a href={paths.scan(scan.id, 1, 'full')} target="_blank" rel="noreferrer" aria-label={`${MATERIAL_WORDS.view} ${scan.name}`}>
                {/* eslint-disable-next-line @next/next/no-img-element -- a family's paper goes through no optimiser, and next/image writes an inline style */}
                <img className="size-14 object-cover" src={paths.scan(scan.id, 1, 'thumb')} alt="" width={56} height={56} loading="lazy" />
              </a>
            }
            action={<form action={dropScan}>{hidden}<input type="hidden" name="scanId" value={scan.id} /><button className={tileAction} type="submit" aria-label={`${MATERIAL_WORDS.remove} ${scan.name}`}>{MATERIAL_WORDS.remove}</button></form>}
          />
        ))}
        <UploadField fields={{ proposalId: proposal.id, back: paths.proposal(proposal.id) }} label="扫描件" add={DESK_BUTTONS.scan} to={paths.scans} signIn={paths.staffSignIn} />
      </Bundle>
      <div className="flex flex-wrap items-center gap-3">
        <form action={send}>{hidden}<SubmitButton waitingText="正在提交">{DESK_BUTTONS.send}</SubmitButton></form>
        <ButtonLink variant="secondary" href={`${paths.deskEntry(application.id, proposal.kind)}?proposal=${proposal.id}`}>{DESK_BUTTONS.amend}</ButtonLink>
        <form action={withdraw}>{hidden}<SubmitButton variant="quiet" waitingText="正在删除">{DESK_BUTTONS.drop}</SubmitButton></form>
      </div>
    </div>
  )
}
