import { z } from 'zod'
import { DEPARTMENTS, EXPORT_FORMATS, type InquirySubject } from './inquiries'
import { withoutIdNumbers } from './privacy'

/** Of an inquiry, under the application's key: in full, because the department has to find these people. */
export const inquiryContent = z.object({ schemaVersion: z.literal(1), child: z.string(), childIdNumber: z.string(), register: z.string(), family: z.string() })
export type InquiryContent = z.infer<typeof inquiryContent>
/** As a line of the department's file. */
export type ExportedLine = InquiryContent & { number: string; subject: InquirySubject }
export const answerContent = z.object({ schemaVersion: z.literal(1), remark: z.string() })

const reason = z.string().trim().min(4, { error: 'INQUIRY_REASON' }).max(200, { error: 'INQUIRY_REASON' }).transform(withoutIdNumbers)
const asked = { format: z.enum(EXPORT_FORMATS, { error: 'INQUIRY_FORMAT' }), reason }

/** A new file for a department, or one that went out already once more. */
export const inquiryExport = z.union([z.object({ ...asked, exportId: z.uuid() }), z.object({ ...asked, department: z.enum(DEPARTMENTS, { error: 'INQUIRY_DEPARTMENT' }) })])
export type InquiryExport = z.infer<typeof inquiryExport>
