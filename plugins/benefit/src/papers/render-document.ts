import type { Evidence, Roster } from "@fupin/contract/schemas"
import { maskRoster } from "../domain/paper/mask-roster"
import type { DocumentRow } from "../modules/paper/documents"
import type { Dress } from "./dress"
import { evidenceSheet } from "./evidence-sheet"
import { rosterSheet } from "./roster-sheet"
import type { Cells, Column, DocumentMark, Ending, Place, Sheet } from "./sheet"

/** What a bulletin or a statement freezes: a table as it is printed. */
export interface TablePaper {
  name: string
  notes: string[]
  columns: Column[]
  rows: Cells[]
  ending: Pick<Ending, "foot" | "in_words"> & { apart: { heading: string; rows: Cells[] }[] }
  places: Place[]
}

/** An issued document from what was frozen with it, and from nothing else; people in clear only where `in_clear`. */
export function documentSheet(row: Pick<DocumentRow, "kind" | "title" | "unit_name" | "office_name">, paper: object, document: DocumentMark, in_clear: boolean): Sheet {
  const dress: Dress = { title: row.title, unit: row.unit_name, office: row.office_name, document }
  if (row.kind === "roster") {
    const roster = in_clear ? (paper as Roster) : maskRoster(paper as Roster)
    return rosterSheet({ head: roster, pages: [roster.rows], ending: () => roster }, dress)
  }
  if (row.kind === "evidence") {
    const evidence = paper as Evidence
    return evidenceSheet({ head: evidence, pages: [evidence.rows], ending: () => evidence }, dress)
  }
  const table = paper as TablePaper
  return { ...table, title: row.title, ending: () => table.ending, document }
}
