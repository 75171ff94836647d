import type { MaterialFault } from '@/lib/domain/material-limits'

export type UnfitCode = Extract<MaterialFault, 'MATERIAL_TOO_MANY_PIXELS' | 'MATERIAL_TOO_MANY_PAGES' | 'MATERIAL_TYPE' | 'MATERIAL_UNREADABLE'>

/** Thrown within the workshop by a file that cannot become pages; its front turns it into a value. */
export class Unfit extends Error {
  constructor(readonly code: UnfitCode) {
    super(code)
  }
}
