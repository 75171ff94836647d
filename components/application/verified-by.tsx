import { Phrases } from '@/components/ui/phrase'
import { VERIFIED_WORDS } from '@/lib/copy/verified'
import type { Verified } from '@/lib/domain/desk-entries'

/** What of that on which the seat is asked for the county's desk has verified, one a line. */
export function VerifiedBy({ verified }: { verified: readonly Verified[] }) {
  return verified.map((what) => <span key={what} className="block"><Phrases text={VERIFIED_WORDS[what]} /></span>)
}
