import 'server-only'
import { unzipSync } from 'fflate'
import type { SeasonFinding, Table } from '@/lib/rules'
import { TableFault } from './fault'
import { tableFrom } from './tables'

/** A file that was uploaded as a table: read, with what is wrong in its lines, or none at all. */
export type UploadedTable = { is: 'table'; table: Table } | { is: 'faulty'; findings: readonly SeasonFinding[] } | { is: 'no-table' } | { is: 'too-large' }

export type Asked = { stem: string; /** of a workbook, unpacked */ largest: number; /** below the header */ rows: number; cell?: number; letters?: number; /** as of `tableFrom` */ headedBy?: readonly string[] }

/** Which kind it is its bytes say, not its name. */
export async function uploadedTable(bytes: Uint8Array, { stem, largest, ...reading }: Asked): Promise<UploadedTable> {
  const isZip = Buffer.from(bytes.subarray(0, 4)).equals(ZIP)
  if (isZip) {
    const size = unpackedSize(bytes)
    if (size === null) return { is: 'no-table' }
    if (size > largest) return { is: 'too-large' }
  } else if (bytes.subarray(0, LOOKED_AT).includes(0) || Buffer.from(bytes.subarray(0, 5)).equals(PDF)) return { is: 'no-table' }
  try {
    return { is: 'table', table: await tableFrom(`${stem}.${isZip ? 'xlsx' : 'csv'}`, bytes, { ...reading, unpacked: largest }) }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    return { is: 'faulty', findings: error.findings }
  }
}

const ZIP = Buffer.from('PK\u0003\u0004')
const PDF = Buffer.from('%PDF-')
const LOOKED_AT = 4096

/** What its directory says that a packed file holds; null where it has none that can be read, or is no workbook. */
function unpackedSize(bytes: Uint8Array): number | null {
  let size = 0
  let isWorkbook = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize
        isWorkbook ||= name === 'xl/workbook.xml'
        return false
      },
    })
  } catch {
    return null
  }
  return isWorkbook ? size : null
}
