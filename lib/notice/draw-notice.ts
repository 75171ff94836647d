import 'server-only'
import type { Readable } from 'node:stream'
import { create } from 'qrcode'
import { DEMONSTRATION_BANNER } from '@/lib/copy/demonstration'
import { groupPhone } from '@/lib/copy/phone'
import { NOTICE_WORDS, RESULT_WORDS } from '@/lib/copy/admission'
import { writtenDate } from '@/lib/copy/time'
import { shanghaiDay } from '@/lib/domain/shanghai-day'
import { ACTION, INK, INK_SOFT, SEAL, Sheet } from './sheet'
import { typeface } from './typeface'

/** All that stands on a notice of admission (R-50). The ID number comes masked. */
export type Notice = {
  county: string
  year: number
  child: { name: string; idNumber: string }
  category: string
  school: { name: string; address: string; phones: readonly string[] }
  number: string
  code: string
  publishedAt: number
  /** what the season says of the first day; empty where it says nothing */
  next: string
  /** the verification page: as one types it, and as the QR code has it */
  verify: { address: string; scanned: string }
  demonstration: boolean
}

const STAMP = 58
const QR = 104
/** what stands above the margin, and how */
const EDGE = 30
const FAINT = { size: 9, colour: INK_SOFT } as const

/** One A4 page as a stream: the same notice gives the same bytes. */
export async function drawNotice(notice: Notice): Promise<Readable> {
  const sheet = new Sheet(await typeface(), { title: NOTICE_WORDS.title, at: notice.publishedAt })
  drawHead(sheet, notice)
  drawFacts(sheet, notice)
  drawNext(sheet, notice)
  drawVerification(sheet, notice)
  drawLaterHeads(sheet, notice)
  sheet.document.end()
  return sheet.document
}

function drawHead(sheet: Sheet, { county, year, child, school, demonstration }: Notice): void {
  const { left, right } = sheet
  if (demonstration) sheet.text(DEMONSTRATION_BANNER, left, EDGE, FAINT)
  sheet.text(county, left, 60, { size: 14, bold: true, colour: ACTION })
  sheet.text(NOTICE_WORDS.title, left, 82, { size: 30, bold: true })
  drawStamp(sheet, right - STAMP, 64)
  sheet.rule(138, 2, INK)
  sheet.text(`${child.name}${NOTICE_WORDS.greeting}`, left, 156, { size: 15 })
  sheet.text(NOTICE_WORDS.admitted(school.name, year), left, sheet.document.y + 6, { size: 18, bold: true })
  sheet.moveTo(sheet.document.y + 12)
}

/** The look's own stamp, as on the receipt; it is nobody's official seal. */
function drawStamp({ document }: Sheet, x: number, y: number): void {
  document.roundedRect(x, y, STAMP, STAMP, 4).lineWidth(2.5).strokeColor(SEAL).stroke()
  const half = NOTICE_WORDS.stamp.length / 2
  document.font('bold').fontSize(20).fillColor(SEAL)
  for (const [row, words] of [NOTICE_WORDS.stamp.slice(0, half), NOTICE_WORDS.stamp.slice(half)].entries()) {
    document.text(words, x, y + 3 + row * 24, { width: STAMP, align: 'center', lineBreak: false })
  }
}

function drawFacts(sheet: Sheet, { child, school, category, number, code, publishedAt }: Notice): void {
  sheet.row(NOTICE_WORDS.student, child.name).row(NOTICE_WORDS.idNumber, child.idNumber).row(NOTICE_WORDS.school, school.name)
  if (school.address) sheet.row(NOTICE_WORDS.address, school.address)
  if (school.phones.length > 0) sheet.row(NOTICE_WORDS.phones, school.phones.map(groupPhone).join('　'))
  sheet.row(NOTICE_WORDS.category, category).row(NOTICE_WORDS.number, number).row(NOTICE_WORDS.code, code).row(NOTICE_WORDS.published, writtenDate(shanghaiDay(publishedAt)))
}

function drawNext(sheet: Sheet, { next }: Notice): void {
  sheet.text(NOTICE_WORDS.next, sheet.left, sheet.reserve(60) + 16, { size: 13, bold: true })
  for (const line of (next || RESULT_WORDS.report).split('\n').filter((one) => one.trim() !== '')) sheet.text(line.trim(), sheet.left, sheet.document.y + 4, { size: 11 })
  const { missing } = sheet
  if (missing.length > 0) sheet.text(NOTICE_WORDS.missing(missing), sheet.left, sheet.document.y + 8, FAINT)
}

/** A page that lies by itself says of which notice it is, and in a demonstration that it is a sample. */
function drawLaterHeads(sheet: Sheet, { number, demonstration }: Notice): void {
  sheet.onLaterPages((page) => sheet.text(`${NOTICE_WORDS.later(number, page)}${demonstration ? `　${DEMONSTRATION_BANNER}` : ''}`, sheet.left, EDGE, FAINT))
}

function drawVerification(sheet: Sheet, { verify }: Notice): void {
  const y = sheet.reserve(QR + 24) + 20
  const width = sheet.width - QR - 24
  sheet.rule(y, 2, INK)
  sheet.text(NOTICE_WORDS.verify, sheet.left, y + 14, { size: 13, bold: true, width })
  sheet.text(NOTICE_WORDS.scan, sheet.left, sheet.document.y + 4, { size: 11, width })
  sheet.text(verify.address, sheet.left, sheet.document.y + 4, { size: 11, width, colour: ACTION })
  drawQrCode(sheet, verify.scanned, sheet.right - QR, y + 14)
}

/** As rectangles, so that a printer sets each edge. */
function drawQrCode({ document }: Sheet, text: string, x: number, y: number): void {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const side = QR / size
  for (const [at, module] of data.entries()) if (module) document.rect(x + (at % size) * side, y + Math.floor(at / size) * side, side, side)
  document.fill(INK)
}
