import type { MedusaContainer } from "@medusajs/framework/types"
import { readEvidence } from "../campaign/evidence"
import { evidenceSheet } from "../campaign/sheets"
import { phoneKeys } from "../keys"
import { preordersOf } from "../preorder/facts"
import { readGoods } from "../reads/goods"
import { institutionOf } from "../reads/plans"
import { writeDeliveryNote } from "../statement/delivery-note"
import { statementPaper } from "../statement/paper"
import { bytesOf } from "./bytes"
import type { PackContents } from "./contents"
import { formsOf, invoiceFiles, kept, minutesOf, sheetFiles } from "./files"
import { fileName, type Pack, type PackFile } from "./send-pack"

/** What proves a unit's purchases of one reporting period. */
export function periodPack(container: MedusaContainer, contents: PackContents): Pack {
  const { organisation, request: { period, bounds } } = contents
  return { name: `${organisation.name}-${period}-证明材料`, title: `${organisation.name}　${period} 证明材料清单`, notes: [`填报期间：${bounds.first_day} 至 ${bounds.last_day}`], files: filesOf(container, contents) }
}

async function* filesOf(container: MedusaContainer, { request, statements, invoices, deliveries, agreements, campaigns }: PackContents): AsyncGenerator<PackFile> {
  yield* formsOf(container, request)
  for (const statement of statements) yield { name: `对账单/${statement.number}.pdf`, content: (await statementPaper(container, statement)).content }
  yield* invoiceFiles(container, invoices)
  for (const { id, day, loads, photos } of deliveries) {
    const name = `验收/${day}-${id.slice(-4)}`
    for (const [place, load] of loads.entries()) yield { name: `${name}-送货单${place + 1}.pdf`, content: await bytesOf((sink) => writeDeliveryNote(container, load, sink)) }
    const goods = await readGoods(container, photos.map(({ variant_id }) => variant_id))
    for (const [place, photo] of photos.entries()) yield await kept(container, `${name}-照片${place + 1}-${fileName(goods.get(photo.variant_id)?.title ?? "")}`, photo.id)
  }
  for (const { id, kind, number } of agreements) {
    const scan = await (kind === "supply" ? institutionOf(container) : preordersOf(container)).readScan(id, phoneKeys())
    if (scan) yield { name: `协议/${fileName(number)}.${scan.media_type.split("/")[1]}`, content: scan.content }
  }
  for (const { campaign } of campaigns) {
    const folder = `慰问活动/${fileName(campaign.title)}-${campaign.id.slice(-4)}/`
    yield* sheetFiles(`${folder}慰问证明`, async () => evidenceSheet(await readEvidence(container, campaign)))
    yield* minutesOf(container, campaign.id, folder)
  }
}
