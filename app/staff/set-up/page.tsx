import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/console/entrance'
import { Fault } from '@/components/console/console-page'
import { Steps } from '@/components/ui/steps'
import { ROLE_NAMES } from '@/lib/copy/staff/frame'
import { findStaff } from '@/lib/auth/require-staff'
import { db } from '@/lib/data/db'
import { readOffer } from '@/lib/data/staff-sessions'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { BeginView, CodesView, PasswordView, ScanView } from './views'

export const metadata: Metadata = { title: '设置账号' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The first sign-in's way: a password of one's own, a secret of one's own, codes for the day without a phone. Later enrolments take its last steps. */
export default async function SetUpPage({ searchParams }: Props) {
  const actor = await findStaff()
  if (!actor) redirect(`${paths.staffSignIn}?to=${encodeURIComponent(paths.staffAccount)}`)
  const offered = actor.due === 'password' ? null : await readOffer(db(), actor)
  if (!actor.due && !offered) redirect(paths.staffAccount)
  const current = actor.due === 'password' ? 1 : offered?.kind === 'codes' ? 3 : 2
  const query = await searchParams
  // With the codes on show nothing is due any more; that it was, the step before has said.
  const isFirst = actor.due !== null || query.first === '1'
  const names = ['换成自己的密码', '绑定动态口令', '保存备用码'] as const
  return (
    <Entrance title={names[current - 1]} demonstration={isDemonstration()} signedIn={`${ROLE_NAMES[actor.role]} ${actor.name}`}>
      {isFirst && <Steps current={current} total={3} name={names[current - 1] ?? ''} />}
      <Fault code={query.fault} />
      {actor.due === 'password' ? <PasswordView username={actor.username} /> : offered?.kind === 'secret' ? <ScanView username={actor.username} secret={offered.secret} isFirst={actor.due !== null} /> : offered?.kind === 'codes' ? <CodesView username={actor.username} codes={offered.codes} /> : <BeginView />}
    </Entrance>
  )
}
