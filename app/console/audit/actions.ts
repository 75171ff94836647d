'use server'

import { staffPost } from '@/lib/forms/staff-action'
import { auditQuery, auditSearch, readAuditFilters } from '@/lib/domain/audit-filters'
import { searchAudit } from '@/lib/commands/search-audit'
import { paths } from '@/lib/paths'

/** Back to what was filtered, without what was typed. */
const page = (form: FormData) => {
  const { type, from, to } = readAuditFilters(Object.fromEntries(form))
  return `${paths.audit}${auditQuery({ type, from, to })}`
}

export const search = staffPost('audit', auditSearch, page, searchAudit, (found, { type, from, to }) => `${paths.audit}${auditQuery({ type, from, to, ...found })}`)
