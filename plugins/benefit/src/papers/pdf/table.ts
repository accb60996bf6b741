import { yuanOf } from "../money-in-words"
import type { Cells, Column } from "../sheet"
import { INK, PAPER, type PdfPages } from "./page"

const SIZE = 9
const LEADING = 13
const PAD = { x: 4, y: 4 }

interface Place {
  x: number
  width: number
  align: "left" | "center" | "right"
}

/** The table of a paper: cells wrap, rows stay whole where a page holds them, the headings stand on every page. */
export class PdfTable {
  private readonly places: Place[]

  constructor(private readonly pages: PdfPages, private readonly columns: Column[]) {
    const units = columns.reduce((sum, { width }) => sum + width, 0)
    let x = pages.left
    this.places = columns.map(({ width, kind }) => {
      const place = { x, width: (width / units) * pages.width, align: kind === "money" ? "right" as const : kind === "wide_text" ? "left" as const : "center" as const }
      x += place.width
      return place
    })
  }

  heading(): void {
    const lines = this.columns.map(({ heading }, index) => this.pages.wrap(heading, this.places[index]!.width - 2 * PAD.x, SIZE, "bold"))
    this.draw(lines, this.places.map((place) => ({ ...place, align: "center" as const })), { is_bold: true, is_filled: true })
  }

  async row(cells: Cells): Promise<void> {
    const texts = cells.map((value, index) => (this.columns[index]!.kind === "money" && typeof value === "number" ? yuanOf(value) : String(value ?? "")))
    await this.flow(texts, this.places, false)
  }

  /** A sum: its label spans the columns left of the money. */
  async foot(label: string, fen: number): Promise<void> {
    const money = Math.max(this.columns.findIndex(({ kind }) => kind === "money"), 1)
    const before = this.places.slice(0, money)
    const span = { x: this.pages.left, width: before.reduce((sum, { width }) => sum + width, 0), align: "left" as const }
    const after = this.places.slice(money + 1)
    await this.flow([label, yuanOf(fen), ...after.map(() => "")], [span, this.places[money]!, ...after], true)
  }

  /** A line across all columns. */
  async across(text: string): Promise<void> {
    await this.flow([text], [{ x: this.pages.left, width: this.pages.width, align: "left" }], true)
  }

  private async flow(texts: string[], places: Place[], is_bold: boolean): Promise<void> {
    const lines = texts.map((text, index) => this.pages.wrap(text, places[index]!.width - 2 * PAD.x, SIZE, is_bold ? "bold" : "regular"))
    const most = Math.floor((this.pages.room - 3 * LEADING) / LEADING) - 1
    const many = Math.max(...lines.map(({ length }) => length))
    for (let from = 0; from < many; from += most) {
      const part = lines.map((all) => all.slice(from, from + most))
      if (this.pages.y + heightOf(part) > this.pages.bottom) {
        await this.pages.nextPage()
        this.heading()
      }
      this.draw(part, places, { is_bold, is_filled: false })
    }
  }

  private draw(lines: string[][], places: Place[], { is_bold, is_filled }: { is_bold: boolean; is_filled: boolean }): void {
    const { doc, y } = this.pages
    const height = heightOf(lines)
    places.forEach(({ x, width, align }, index) => {
      doc.lineWidth(0.6).strokeColor(INK).rect(x, y, width, height)
      if (is_filled) doc.fillAndStroke(PAPER, INK)
      else doc.stroke()
      const own = lines[index]!
      const top = y + (height - own.length * LEADING) / 2
      own.forEach((text, at) => this.pages.line(text, x + PAD.x, top + at * LEADING, { size: SIZE, weight: is_bold ? "bold" : "regular", width: width - 2 * PAD.x, align }))
    })
    this.pages.y += height
  }
}

function heightOf(lines: string[][]): number {
  return Math.max(1, ...lines.map(({ length }) => length)) * LEADING + 2 * PAD.y
}
