import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { VERIFY_WORDS } from '@/lib/copy/admission'
import { VerifyForm } from './verify-form'

export const metadata: Metadata = { title: VERIFY_WORDS.title, robots: { index: false } }

/** Whether a notice of admission is one: for whoever is shown it, without signing in. */
export default function VerifyPage() {
  return (
    <Page title={VERIFY_WORDS.title} lead={VERIFY_WORDS.lead}>
      <VerifyForm />
    </Page>
  )
}
