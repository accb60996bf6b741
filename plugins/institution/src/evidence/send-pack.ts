import { createHash } from "node:crypto"
import { evidenceSheet } from "@fupin/benefit/papers/evidence-sheet"
import { rosterSheet } from "@fupin/benefit/papers/roster-sheet"
import type { Sheet } from "@fupin/benefit/papers/sheet"
import { writeWorkbook } from "@fupin/benefit/papers/xlsx"
import { openEvidence } from "@fupin/benefit/queries/read-evidence"
import { openRoster } from "@fupin/benefit/queries/read-roster"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readGoods } from "../reads/goods"
import { writeDeliveryNote } from "../statement/delivery-note"
import { openFile } from "../statement/files"
import { statementPaper } from "../statement/paper"
import type { PackContents } from "./contents"
import { bytesOf } from "./bytes"
import { ZipWriter } from "./zip"

interface PackFile {
  name: string
  content: Buffer
}

/** The pack as a ZIP, file by file, with the list of all files and their SHA-256 at the end. What fails on the way breaks the connection off: half a pack must not look like a whole one. */
export async function sendPack(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, contents: PackContents): Promise<void> {
  const name = `${contents.organisation.name}-${contents.request.period}-证明材料.zip`
  for (const [header, value] of [["cache-control", "private, no-store"], ["content-type", "application/zip"], ["x-content-type-options", "nosniff"], ["content-disposition", `attachment; filename="evidence.zip"; filename*=UTF-8''${encodeURIComponent(name)}`]] as const) res.setHeader(header, value)
  const zip = new ZipWriter(res, new Date())
  const list: (string | number)[][] = []
  try {
    for await (const { name: file, content } of filesOf(req.scope, contents)) {
      list.push([list.length + 1, file, createHash("sha256").update(content).digest("hex"), content.length])
      await zip.add(file, content)
    }
    await zip.add("附-材料清单.xlsx", await bytesOf((sink) => writeWorkbook(listSheet(contents, list), sink)))
    await zip.end()
  } catch (error) {
    if (!res.headersSent) throw error
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`evidence pack broke off: ${error instanceof Error ? error.message : String(error)}`)
    res.destroy()
  }
}

async function* filesOf(container: MedusaContainer, { request, statements, invoices, deliveries }: PackContents): AsyncGenerator<PackFile> {
  const { period } = request
  yield { name: `附件1-带贫人员名册-${period}.xlsx`, content: await bytesOf((sink) => openRoster(container, request, (roster) => writeWorkbook(rosterSheet(roster), sink))) }
  yield { name: `附件2-消费扶贫证明材料-${period}.xlsx`, content: await bytesOf((sink) => openEvidence(container, request, (evidence) => writeWorkbook(evidenceSheet(evidence), sink))) }
  for (const statement of statements) yield { name: `对账单/${statement.number}.pdf`, content: (await statementPaper(container, statement)).content }
  for (const { number, file_id, red_number, red_file_id } of invoices) {
    for (const [label, id] of [[number, file_id], [red_number && `${red_number}-红字`, red_file_id]] as const) if (id !== null) yield await kept(container, `发票/${label}`, id)
  }
  for (const { delivery, photos } of deliveries) {
    const { id, delivery_date, order_ids } = delivery.occurrence
    for (const [place, order] of order_ids.entries()) yield { name: `验收/${delivery_date}-${id.slice(-4)}-送货单${place + 1}.pdf`, content: await bytesOf((sink) => writeDeliveryNote(container, delivery, order, sink)) }
    const goods = await readGoods(container, photos.map(({ variant_id }) => variant_id))
    for (const [place, photo] of photos.entries()) yield await kept(container, `验收/${delivery_date}-${id.slice(-4)}-照片${place + 1}-${(goods.get(photo.variant_id)?.title ?? "").replace(/[\\/:*?"<>|]/g, "")}`, photo.id)
  }
}

/** A kept file by what it is. */
async function kept(container: MedusaContainer, name: string, fileId: string): Promise<PackFile> {
  const { mime, content } = await openFile(container, fileId)
  return { name: `${name}.${mime.split("/")[1]}`, content }
}

function listSheet({ organisation, request: { period, bounds } }: PackContents, rows: (string | number)[][]): Sheet {
  return {
    name: "附", title: `${organisation.name}　${period} 证明材料清单`, notes: [`填报期间：${bounds.first_day} 至 ${bounds.last_day}`, "SHA-256 用于核对文件未被改动；验收照片与发票按上传时的原样收入。"],
    columns: [{ heading: "序号", width: 7, kind: "text" }, { heading: "文件", width: 52, kind: "wide_text" }, { heading: "SHA-256", width: 68, kind: "text" }, { heading: "字节", width: 12, kind: "text" }],
    rows, ending: () => ({ apart: [], foot: [] }),
  }
}
