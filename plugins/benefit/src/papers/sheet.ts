import { shanghaiDay } from "../domain/period"

export interface Column {
  heading: string
  width: number
  /** Money is fen and printed as yuan with two decimals, a count is a number one can add up, everything else text, ID numbers and phones above all. */
  kind: "text" | "money" | "count" | "wide_text"
}

/** Values of one row, in the order of the columns. */
export type Cells = (string | number | null)[]

/** A place to fill in, sign or stamp: 填报单位（盖章）. */
export interface Place {
  label: string
  value?: string
}

/** What tells an issued document from a draft, and where it is checked. */
export interface DocumentMark {
  number: string
  version: number
  sha256: string
  issued_at: Date
  is_void: boolean
  /** What the QR code opens. */
  url: string
}

/** What stands below the table. */
export interface Ending {
  /** Lists that stand apart from the table. */
  apart: { heading: string; rows: Iterable<Cells> }[]
  /** Sums: label and fen. */
  foot: { label: string; fen: number }[]
  /** The sum that is written out in capitals (大写). */
  in_words?: { label: string; fen: number }
}

/** A paper with one table, to be written as a workbook or as PDF. */
export interface Sheet {
  /** 附件1: the page of the workbook, and the corner of the PDF. */
  name: string
  title: string
  /** Lines below the title: period, region, how figures are meant. */
  notes: string[]
  columns: Column[]
  rows: Iterable<Cells> | AsyncIterable<Cells>
  /** Asked for after the last row. */
  ending: () => Ending | Promise<Ending>
  places?: Place[]
  document?: DocumentMark
}

/** The business date on which it was issued. */
export function issuedOn({ issued_at }: DocumentMark): string {
  return shanghaiDay(issued_at)
}

/** The lines above the table: what an issued document is known by stands among them. */
export function notesOf({ notes, document }: Sheet): string[] {
  if (!document) return notes
  const { number, version, sha256, is_void, url } = document
  return [...notes, `文件编号：${number}（第 ${version} 版${is_void ? "，已作废" : ""}），${issuedOn(document)} 开具；验真：${url}；SHA-256：${sha256}`]
}

/** A spreadsheet program must not take what somebody typed for a formula. */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
