import type { Writable } from "node:stream"
import type ExcelJS from "exceljs"

/** What pdfkit and exceljs have, and their types do not say. */
interface PdfInternals {
  _font: { id: string; ref(): object; encode(text: string): [string[], unknown] }
  page: { xobjects: Record<string, object>; fonts: Record<string, object> }
  ref(data?: object): { write(chunk: string): void; end(): void }
  addContent(operators: string): void
}

export function internalsOf(doc: PDFKit.PDFDocument): PdfInternals {
  return doc as unknown as PdfInternals
}

/** Where a page of a workbook goes before it is packed. */
export function packerOf(page: ExcelJS.Worksheet): Writable | undefined {
  return (page as unknown as { stream: { pipes: Writable[] } }).stream.pipes[0]
}

/** Whether a stream was written to beyond what it likes to hold; streams of older make do not say so in public. */
export function isFull(stream: Writable): boolean {
  return (stream as unknown as { _writableState: { needDrain: boolean } })._writableState.needDrain
}
