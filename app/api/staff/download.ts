const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const

type File = { file: string; format: keyof typeof TYPES; bytes: Uint8Array }

/** A file for an officer: kept by nobody on the way. A header holds no Chinese, and of a name no more than this is needed. */
export function download({ file, format, bytes }: File): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': TYPES[format], 'content-disposition': `attachment; filename="${file.replace(/[^\w.-]/g, '-')}"`, 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
  })
}

export const NOT_THERE = () => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
