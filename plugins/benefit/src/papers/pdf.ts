import type { Writable } from "node:stream"
import QRCode from "qrcode"
import { moneyInWords } from "./money-in-words"
import { FAINT, INK, PdfPages } from "./pdf/page"
import { PdfTable } from "./pdf/table"
import { type DocumentMark, issuedOn, type Place, type Sheet } from "./sheet"

const QR = 62

/**
 * Writes a paper as PDF: A4, the headings on every page, wrapped cells, sums and 大写 below, places to sign and stamp, page numbers;
 * an issued document carries its number and the QR code that opens its public page. Goes out page by page.
 */
export async function writePdf(sheet: Sheet, sink: Writable, now: Date): Promise<void> {
  const { document } = sheet
  const mark = document ? `${document.number}　第 ${document.version} 版　SHA-256 ${document.sha256.slice(0, 16)}…` : `${sheet.name}　${titleOf(sheet)}（未开具，仅供核对）`
  const pages = new PdfPages({
    layout: sheet.columns.length > 5 ? "landscape" : "portrait", title: sheet.title, mark, is_void: document?.is_void ?? false,
    created_at: document ? document.issued_at : now,
  }, sink)
  banner(pages, sheet)
  const table = new PdfTable(pages, sheet.columns)
  table.heading()
  for await (const row of sheet.rows) await table.row(row)
  const { apart, foot, in_words } = await sheet.ending()
  for (const { heading, rows } of apart) {
    await table.across(heading)
    for (const row of rows) await table.row(row)
  }
  for (const { label, fen } of foot) await table.foot(label, fen)
  if (in_words) await table.across(`${in_words.label}：${moneyInWords(in_words.fen)}`)
  await places(pages, sheet.places ?? [])
  await pages.end()
}

function banner(pages: PdfPages, sheet: Sheet): void {
  const { document } = sheet
  const top = pages.y
  const aside = document ? QR + 14 : 0
  if (document) qrCode(pages, document, pages.left + pages.width - QR, top)
  pages.line(sheet.name, pages.left, top, { size: 10, weight: "bold" })
  pages.y = top + 20
  for (const text of pages.wrap(titleOf(sheet), pages.width - 2 * aside, 18, "bold")) {
    pages.line(text, pages.left + aside, pages.y, { size: 18, weight: "bold", width: pages.width - 2 * aside, align: "center" })
    pages.y += 27
  }
  pages.y += 6
  if (document) pages.y = Math.max(pages.y, top + QR + 12)
  const number = document ? [`文件编号：${document.number}　第 ${document.version} 版　${issuedOn(document)} 开具${document.is_void ? "　已作废" : ""}`] : []
  for (const note of [...sheet.notes, ...number]) {
    for (const text of pages.wrap(note, pages.width, 8.5)) {
      pages.line(text, pages.left, pages.y, { size: 8.5, color: FAINT })
      pages.y += 12.5
    }
  }
  pages.y += 5
}

/** The name stands in the corner already. */
function titleOf({ title, name }: Sheet): string {
  return title.startsWith(`${name} `) ? title.slice(name.length + 1) : title
}

/** Drawn as squares: nothing to scale, nothing to blur. */
function qrCode(pages: PdfPages, { url }: DocumentMark, x: number, y: number): void {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: "M" })
  const unit = QR / modules.size
  pages.doc.fillColor(INK)
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) pages.doc.rect(x + column * unit, y + row * unit, unit, unit)
    }
  }
  pages.doc.fill()
  pages.line("扫码验真", x, y + QR + 2, { size: 7, color: FAINT, width: QR, align: "center" })
}

/** As many to a line as there is room for; the seal is stamped over the first, so the lines stand well apart. */
async function places(pages: PdfPages, all: Place[]): Promise<void> {
  const lines = placeLines(pages, all)
  if (lines.length === 0) return
  if (pages.y + 24 + lines.length * 34 > pages.bottom) await pages.nextPage()
  pages.y += 24
  for (const line of lines) {
    let x = pages.left
    for (const { label, value, width } of line) {
      const from = x + pages.lengthOf(`${label}：`, 9.5)
      pages.line(`${label}：${value ?? ""}`, x, pages.y, { size: 9.5 })
      pages.doc.lineWidth(0.5).strokeColor(FAINT).moveTo(from, pages.y + 14).lineTo(x + width - 14, pages.y + 14).stroke()
      x += width
    }
    pages.y += 34
  }
}

function placeLines(pages: PdfPages, all: Place[]): (Place & { width: number })[][] {
  const lines: (Place & { width: number })[][] = []
  let used = Infinity
  for (const place of all) {
    const width = Math.min(pages.width, Math.max(pages.width / 3, pages.lengthOf(`${place.label}：${place.value ?? ""}`, 9.5) + 24))
    if (used + width > pages.width + 0.1) lines.push([])
    used = used + width > pages.width + 0.1 ? width : used + width
    lines.at(-1)!.push({ ...place, width })
  }
  return lines
}
