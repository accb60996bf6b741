import type { Writable } from "node:stream"
import PDFDocument from "pdfkit"
import { drained, goneSignal, unlessGone } from "../backpressure"
import { internalsOf } from "../medusa"
import { fontOf, type Weight } from "./fonts"
import { wrapText } from "./wrap"

export const INK = "#23201B"
export const FAINT = "#6B655A"
export const PAPER = "#F2EFE6"
const VERMILION = "#C2371E"
const MARGIN = 42
const FOOTER = 14
const TOTAL = "PagesInAll"

export interface PageFormat {
  layout: "portrait" | "landscape"
  title: string
  /** Stands at the foot of every page, left of the page number. */
  mark: string
  is_void: boolean
  created_at: Date
}

/** A PDF that goes out page by page. The number of pages is known last: every page refers to one drawing that is made at the end. */
export class PdfPages {
  readonly doc: PDFKit.PDFDocument
  /** Where the next thing is drawn. */
  y = MARGIN
  readonly left = MARGIN
  private pages = 0
  private readonly widths = { regular: new Map<string, number>(), bold: new Map<string, number>() }
  private readonly total: ReturnType<ReturnType<typeof internalsOf>["ref"]>
  private readonly totalData = { Type: "XObject", Subtype: "Form", BBox: [0, -6, 90, 14], Resources: { Font: {} as Record<string, object> } }
  private readonly gone: AbortSignal

  constructor(private readonly format: PageFormat, private readonly sink: Writable) {
    const { title, created_at, layout } = format
    // Layouts of cells are not kept: they would grow with the rows.
    this.doc = new PDFDocument({ size: "A4", layout, margin: 0, autoFirstPage: false, fontLayoutCache: false, lang: "zh-CN", displayTitle: true, pdfVersion: "1.7", info: { Title: title, CreationDate: created_at, Producer: "扶贫馆", Creator: "扶贫馆" } })
    this.gone = goneSignal(sink)
    this.doc.pipe(sink)
    for (const weight of ["regular", "bold"] as const) this.doc.registerFont(weight, fontOf(weight))
    this.total = internalsOf(this.doc).ref(this.totalData)
    this.addPage()
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN
  }

  get bottom(): number {
    return this.doc.page.height - MARGIN - FOOTER
  }

  /** Room on a page that holds nothing yet. */
  get room(): number {
    return this.bottom - MARGIN
  }

  /** Starts a new page, once the reader has taken enough of what went before. */
  async nextPage(): Promise<void> {
    if (this.doc.readableLength > this.doc.readableHighWaterMark) await drained(this.sink, this.gone)
    await new Promise((resolve) => setImmediate(resolve))
    this.gone.throwIfAborted()
    this.addPage()
  }

  /** The text broken to `width`, in this size and weight. */
  wrap(text: string, width: number, size: number, weight: Weight = "regular"): string[] {
    return wrapText(text, width, (token) => this.lengthOf(token, size, weight))
  }

  /** How long a text is on one line. */
  lengthOf(text: string, size: number, weight: Weight = "regular"): number {
    let length = 0
    for (const character of text) length += this.widthOf(character, weight)
    return length * size
  }

  /** One line whose top is at `y`. */
  line(text: string, x: number, y: number, { size, weight = "regular", color = INK, width, align = "left" }: { size: number; weight?: Weight; color?: string; width?: number; align?: "left" | "center" | "right" }): void {
    const free = (width ?? 0) - this.lengthOf(text, size, weight)
    const shift = align === "left" ? 0 : align === "center" ? free / 2 : free
    this.doc.font(weight).fontSize(size).fillColor(color).text(text, x + shift, y, { lineBreak: false })
  }

  /** Draws the number of pages, and resolves when all has gone out. */
  async end(): Promise<void> {
    const inner = internalsOf(this.doc)
    this.doc.font("regular").fontSize(8)
    const font = inner._font
    this.totalData.Resources.Font[font.id] = font.ref()
    this.total.write(`BT /${font.id} 8 Tf ${grey()} 0 0 Td <${font.encode(`${this.pages} 页`)[0].join("")}> Tj ET`)
    this.total.end()
    this.doc.end()
    await unlessGone(new Promise<void>((resolve) => { this.sink.once("finish", () => resolve()) }), this.gone)
  }

  private addPage(): void {
    this.doc.addPage()
    this.pages += 1
    this.y = MARGIN
    if (this.format.is_void) this.stampVoid()
    this.footer()
  }

  private footer(): void {
    const { width, height } = this.doc.page
    const y = height - MARGIN
    const text = `第 ${this.pages} 页，共 `
    this.line(this.format.mark, this.left, y, { size: 8, color: FAINT })
    const before = this.lengthOf(text, 8)
    const x = width - MARGIN - before - this.lengthOf(`${Math.max(this.pages, 10)} 页`, 8)
    this.line(text, x, y, { size: 8, color: FAINT })
    const inner = internalsOf(this.doc)
    inner.page.xobjects[TOTAL] = this.total
    this.doc.save()
    inner.addContent(`1 0 0 -1 ${(x + before).toFixed(2)} ${(y + 9.28).toFixed(2)} cm /${TOTAL} Do`)
    this.doc.restore()
  }

  private stampVoid(): void {
    const { width, height } = this.doc.page
    this.doc.save().rotate(-30, { origin: [width / 2, height / 2] }).fillOpacity(0.14)
    this.line("已作废", 0, height / 2 - 90, { size: 130, weight: "bold", color: VERMILION, width, align: "center" })
    this.doc.restore().fillOpacity(1)
  }

  /** Of one character at size 1. */
  private widthOf(character: string, weight: Weight): number {
    const held = this.widths[weight].get(character) ?? this.doc.font(weight).fontSize(1_000).widthOfString(character) / 1_000
    this.widths[weight].set(character, held)
    return held
  }
}

/** The faint ink as PDF says it. */
function grey(): string {
  return `${[1, 3, 5].map((at) => (parseInt(FAINT.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ")} rg`
}
