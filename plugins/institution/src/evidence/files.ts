import { evidenceSheet } from "@fupin/benefit/papers/evidence-sheet"
import { writePdf } from "@fupin/benefit/papers/pdf"
import { rosterSheet } from "@fupin/benefit/papers/roster-sheet"
import type { Sheet } from "@fupin/benefit/papers/sheet"
import { writeWorkbook } from "@fupin/benefit/papers/xlsx"
import type { PaperRequest } from "@fupin/benefit/queries/paper-scope"
import { openEvidence } from "@fupin/benefit/queries/read-evidence"
import { openRoster } from "@fupin/benefit/queries/read-roster"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { openFile } from "../statement/files"
import type { InvoiceRow } from "../modules/statement/service"
import { bytesOf } from "./bytes"
import { fileName, type PackFile } from "./send-pack"

/** Both forms of a period, about whom the request says. */
export async function* formsOf(container: MedusaContainer, request: PaperRequest): AsyncGenerator<PackFile> {
  const { period } = request
  yield { name: `附件1-带贫人员名册-${period}.xlsx`, content: await bytesOf((sink) => openRoster(container, request, (roster) => writeWorkbook(rosterSheet(roster), sink))) }
  yield { name: `附件2-消费扶贫证明材料-${period}.xlsx`, content: await bytesOf((sink) => openEvidence(container, request, (evidence) => writeWorkbook(evidenceSheet(evidence), sink))) }
}

/** Invoices that are issued, and what took them back. */
export async function* invoiceFiles(container: MedusaContainer, invoices: InvoiceRow[]): AsyncGenerator<PackFile> {
  for (const { number, file_id, red_number, red_file_id } of invoices) {
    for (const [label, id] of [[number, file_id], [red_number && `${red_number}-红字`, red_file_id]] as const) if (id !== null) yield await kept(container, `发票/${label}`, id)
  }
}

/** The minutes of a campaign, as they were uploaded. */
export async function* minutesOf(container: MedusaContainer, campaignId: string, folder: string): AsyncGenerator<PackFile> {
  for (const { id, filename } of await campaignsOf(container).readMinutes([campaignId])) yield { name: `${folder}会议纪要-${fileName(filename)}`, content: await campaignsOf(container).openMinutes(id) }
}

/** A kept file by what it is. */
export async function kept(container: MedusaContainer, name: string, fileId: string): Promise<PackFile> {
  const { mime, content } = await openFile(container, fileId)
  return { name: `${name}.${mime.split("/")[1]}`, content }
}

/** A sheet as both kinds of file; it is made for each, for its rows are read but once. */
export async function* sheetFiles(name: string, sheet: () => Promise<Sheet>): AsyncGenerator<PackFile> {
  const [pdf, workbook] = [await sheet(), await sheet()]
  yield { name: `${name}.pdf`, content: await bytesOf((sink) => writePdf(pdf, sink, new Date())) }
  yield { name: `${name}.xlsx`, content: await bytesOf((sink) => writeWorkbook(workbook, sink)) }
}
