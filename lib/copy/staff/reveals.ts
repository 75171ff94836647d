import type { MaskedKind } from '@/lib/domain/reveals'

/** What stands masked on the county's pages. */
export const MASKED_NAMES = { 'id-number': '身份证号', phone: '手机号', 'home-number': '证件编号' } as const satisfies Record<MaskedKind, string>
