import PDFDocument from 'pdfkit'
import type { Typeface } from './typeface'

/** The look's colours, as on screen. */
export const INK = '#221d17'
export const INK_SOFT = '#4f483f'
const LINE = '#ddd6ca'
export const ACTION = '#1b4e9b'
export const SEAL = '#a5370f'

const MARGIN = 56
const TERM = 84
const ROW_PADDING = 6

type Style = { size: number; bold?: boolean; colour?: string; width?: number; gap?: number }

/** A4, written from the top down; what does not fit goes on, on a next page. */
export class Sheet {
  readonly document: PDFKit.PDFDocument
  readonly left = MARGIN
  readonly right: number
  readonly #has: Typeface['has']
  readonly #missing = new Set<string>()

  /** @param at fixed with the content, so that the same notice is the same bytes; milliseconds */
  constructor({ regular, bold, has }: Typeface, { title, at }: { title: string; at: number }) {
    this.document = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, lang: 'zh-CN', info: { Title: title, CreationDate: new Date(at) } })
    this.document.registerFont('regular', regular).registerFont('bold', bold)
    this.right = this.document.page.width - MARGIN
    this.#has = has
  }

  get width(): number {
    return this.right - this.left
  }

  /** The characters that no typeface of ours has, as they were written instead. */
  get missing(): readonly string[] {
    return [...this.#missing]
  }

  /** Text as it can be printed: a character without a form by its number, so that it is neither a blank nor another one. */
  legible(text: string): string {
    return Array.from(text, (character) => {
      if (this.#has(character) || /\s/.test(character)) return character
      const sign = `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}〕`
      this.#missing.add(sign)
      return sign
    }).join('')
  }

  /** Sets a paragraph and leaves the pen under it. */
  text(text: string, x: number, y: number, { size, bold, colour = INK, width, gap = 4 }: Style): this {
    this.document.font(bold ? 'bold' : 'regular').fontSize(size).fillColor(colour).text(this.legible(text), x, y, { width: width ?? this.right - x, lineGap: gap })
    return this
  }

  rule(y: number, weight: number, colour: string): this {
    this.document.moveTo(this.left, y).lineTo(this.right, y).lineWidth(weight).strokeColor(colour).stroke()
    return this
  }

  /** A term and its value, over a hairline. */
  row(term: string, value: string): this {
    const y = this.reserve(40)
    this.text(term, this.left, y + ROW_PADDING, { size: 11, colour: INK_SOFT, width: TERM })
    this.text(value, this.left + TERM, y + ROW_PADDING, { size: 11 })
    return this.rule(this.document.y + ROW_PADDING - 3, 0.75, LINE).moveTo(this.document.y + ROW_PADDING - 3)
  }

  /** Writes on each page but the first, when all is written. @param write gets the page's number */
  onLaterPages(write: (page: number) => void): void {
    for (let page = 1; page < this.document.bufferedPageRange().count; page += 1) {
      this.document.switchToPage(page)
      write(page + 1)
    }
  }

  moveTo(y: number): this {
    this.document.y = y
    return this
  }

  /** Where the pen is, on a page that has room for so much. */
  reserve(height: number): number {
    if (this.document.y + height > this.document.page.height - MARGIN) this.document.addPage()
    return this.document.y
  }
}
