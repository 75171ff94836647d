import { randomUUID } from 'node:crypto'

/** A form as it stands in a page: where it goes, and its fields, hidden ones included, as a browser without JavaScript would send them. */
export type PageForm = { address: string; encoding: 'multipart' | 'urlencoded'; fields: [name: string, value: string][] }

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&#39;': "'" }

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1]
  return value === undefined ? null : value.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity)
}

/**
 * The form with a button of that name, which is the one that is pressed: every box is ticked, and of several choices the first
 * is made. @param page the address of the page, to which a form goes that names none @returns null when the page has none
 */
export function formIn(html: string, page: string, button: string): PageForm | null {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes(button))
  if (!form) return null
  const inputs = (form.match(/<input[^>]*>/g) ?? []).flatMap((input): (readonly [string, string, boolean])[] => {
    const name = attribute(input, 'name')
    return name === null ? [] : [[name, attribute(input, 'value') ?? '', attribute(input, 'type') === 'radio'] as const]
  })
  // Of several choices the first: only one of them is ever sent.
  const fields = inputs.filter(([name, , isChoice], place) => !isChoice || inputs.findIndex(([one]) => one === name) === place).map(([name, value]): [string, string] => [name, value])
  const pressed = (form.match(/<button[\s\S]*?<\/button>/g) ?? []).find((one) => one.includes(button)) ?? ''
  const [tag = ''] = pressed.match(/^<button[^>]*>/) ?? []
  const name = attribute(tag, 'name')
  if (name !== null) fields.push([name, attribute(tag, 'value') ?? ''])
  const [head = ''] = form.match(/^<form[^>]*>/) ?? []
  return { address: attribute(head, 'action') || page, encoding: attribute(head, 'enctype') === 'multipart/form-data' ? 'multipart' : 'urlencoded', fields }
}

/** The body that a browser sends for it, without a file. */
export function encoded({ encoding, fields }: Pick<PageForm, 'encoding' | 'fields'>): { type: string; body: string } {
  if (encoding === 'urlencoded') return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
  const boundary = `form-${randomUUID()}`
  const parts = fields.map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` }
}
