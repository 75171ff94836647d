import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { AssistedBanner } from '@/components/application/assisted-banner'
import { DemonstrationBanner } from '@/components/layout/demonstration-banner'
import { Footer } from '@/components/layout/footer'
import { Masthead } from '@/components/layout/masthead'
import { SkipLink } from '@/components/layout/skip-link'
import { DEMONSTRATION_BANNER, DEMONSTRATION_DATA } from '@/lib/copy/demonstration'
import { findGuardian } from '@/lib/auth/require-guardian'
import { isDemonstration } from '@/lib/env'
import { ELDER_COOKIE, SIDE_HEADER } from '@/lib/paths'
import { requestUnread } from './unread'
import './globals.css'

export const metadata: Metadata = {
  title: { default: '智慧入学', template: '%s · 智慧入学' },
  description: '义务教育智慧入学：小学一年级新生网上预报',
  // Phones and ID numbers are marked up by us; a phone's guesses would make links of dates.
  formatDetection: { telephone: false, date: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f7f5f0' }

/** Two sides under one roof. Whoever goes from one to the other loads the page anew, so that this is worked out again. */
export default async function Layout({ children }: { children: ReactNode }) {
  return (await headers()).get(SIDE_HEADER) === 'staff' ? <StaffSide>{children}</StaffSide> : <GuardianSide>{children}</GuardianSide>
}

/** The bar over a staff page needs the person's role, so that each page brings it along. */
function StaffSide({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN" data-console="">
      <body>
        <SkipLink />
        {children}
      </body>
    </html>
  )
}

async function GuardianSide({ children }: { children: ReactNode }) {
  const elder = (await cookies()).has(ELDER_COOKIE)
  // The page itself says when the database is away.
  const actor = await findGuardian().catch(() => null)
  const unread = actor ? await requestUnread(actor).catch(() => 0) : 0
  return (
    <html lang="zh-CN" data-elder={elder ? '' : undefined}>
      <body>
        <SkipLink />
        {isDemonstration() && <DemonstrationBanner text={DEMONSTRATION_BANNER} />}
        {actor?.assisted && <AssistedBanner officer={actor.assisted.officer} guardian={actor.name} judgedAt={actor.assisted.completion?.judgedAt ?? null} />}
        <Masthead elder={elder} signedIn={actor !== null} leaves={!actor?.assisted} unread={unread} />
        {children}
        {isDemonstration() && <Footer text={DEMONSTRATION_DATA} />}
      </body>
    </html>
  )
}
