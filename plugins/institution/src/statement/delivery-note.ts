import { createHash } from "node:crypto"
import type { Writable } from "node:stream"
import { writePdf } from "@fupin/benefit/papers/pdf"
import type { Cells, Sheet } from "@fupin/benefit/papers/sheet"
import { DELIVERY_PAPERS, handlingText, lotsText, papersText, quantityText } from "@fupin/contract/codes"
import type { RequiredPaper, SettleBy, Temperature } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { goneGoods, readGoods } from "../reads/goods"
import { readOrderStates } from "../reads/order-states"
import { readNames } from "../reads/people"
import { readPackedLots } from "../reads/packed-lots"
import { type Delivery, handlingOf } from "../reads/plans"
import { readRequiredPapers } from "../reads/required-papers"
import { readParties } from "../reads/show-statements"
import { receivesAt } from "../domain/receiving-days"
import { spendingOf } from "../spending"
import { businessDay } from "../domain/business-day"
import type { SheetRow } from "../modules/statement/service"
import { occurrenceDoor } from "./occurrence-door"
import { type Door, readStandingSheet } from "./receive"

const COLUMNS: Sheet["columns"] = [
  { heading: "商品", width: 24, kind: "wide_text" }, { heading: "规格", width: 14, kind: "wide_text" }, { heading: "等级、温层", width: 12, kind: "wide_text" }, { heading: "批次", width: 18, kind: "wide_text" }, { heading: "送货数量", width: 10, kind: "text" }, { heading: "实收数量", width: 10, kind: "text" }, { heading: "少收或拒收原因", width: 22, kind: "wide_text" },
]

/** What the lorry brings of one order, whatever ordered it. */
export interface Load {
  door: Door
  order_id: string
  seller_id: string
  deliver_on: string
  organisation: { id: string; name: string }
  place: { name: string; county_code: string; detail: string }
  /** Whom the goods are given to; null: the unit keeps them. */
  given_to: string | null
  /** On which page of the desk it is accepted. */
  page: string
  lines: { variant_id: string; settle_by: SettleBy; supplied: number; accepted: number | null; reason: string | null; /** Null: nothing was agreed of it. */ handling: { grade: string; temperature: Temperature } | null }[]
}

/** One order of a date of a standing order. */
export function loadOfOccurrence(container: MedusaContainer, delivery: Delivery, order_id: string): Load {
  const { occurrence, standing_order, organisation, gift } = delivery
  const lines = occurrence.lines.filter((line) => line.order_id === order_id && line.supplied > 0).map((line) => ({ ...line, handling: handlingOf(delivery.agreement, line.variant_id) }))
  return { door: occurrenceDoor(container, delivery), order_id, seller_id: lines[0]?.seller_id ?? "", deliver_on: occurrence.delivery_date, organisation, place: standing_order.delivery, given_to: gift.recipient?.name ?? null, page: `/desk/occurrences/${occurrence.id}`, lines }
}

/** 送货单: what goes on the lorry, with the code that opens its acceptance on the receiver's phone; afterwards with what was accepted, and by whom it was signed. */
export async function writeDeliveryNote(container: MedusaContainer, { door, order_id, seller_id, deliver_on, organisation, place, given_to, page, lines }: Load, sink: Writable): Promise<void> {
  const [order] = await readOrderStates(container, [order_id])
  const goods = await readGoods(container, lines.map(({ variant_id }) => variant_id))
  const seller = (await readParties(container, [{ organisation_id: organisation.id, seller_id }])).sellerOf(seller_id)
  const sheet = await readStandingSheet(container, door)
  const receives = receivesAt((await spendingOf(container).readPoints([organisation.id])).get(organisation.id)!, place)
  const lots = await readPackedLots(container, [door.id])
  const rows = lines.map(({ variant_id, settle_by, supplied, accepted, reason, handling }): Cells => {
    const { title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
    return [title, specification, handling ? handlingText(handling) : "", lotsText(lots(door.id, variant_id)), quantityText(supplied, settle_by), accepted === null ? "" : quantityText(accepted, settle_by), reason ?? ""]
  })
  const notes = [`送货日期：${deliver_on}　订单号：${order?.display_id ?? ""}　卖方：${seller?.name ?? "扶贫馆自营"}`, `${given_to === null ? `收货单位：${organisation.name}` : `爱心捐赠：${organisation.name}捐给${given_to}`}　收货人：${place.name}　地址：${place.detail}${receives && `　收货时间：${receives}`}`, papersNote(await readRequiredPapers(container, lines.map(({ variant_id }) => variant_id)), goods, sheet)]
  const [storefront] = String(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.storeCors ?? "").split(",")
  const now = new Date()
  const sha256 = createHash("sha256").update(JSON.stringify([notes, rows])).digest("hex")
  await writePdf({
    name: "送货单", title: `${organisation.name}送货单`, notes, columns: COLUMNS, rows, ending: () => ({ apart: [], foot: [] }), places: await signatures(container, sheet),
    document: { number: `SH${String(order?.display_id ?? 0).padStart(6, "0")}`, version: 1, sha256, issued_at: now, is_void: order?.is_cancelled ?? false, url: `${storefront}${page}` },
  }, sink, now)
}

/** Papers to tick on the lorry with the goods that need them; afterwards which of them came. */
function papersNote(papers: RequiredPaper[], goods: Awaited<ReturnType<typeof readGoods>>, sheet: SheetRow | null): string {
  const ofGoods = ({ variant_ids }: RequiredPaper) => `（${variant_ids.map((id) => (goods.get(id) ?? goneGoods(id)).title).join("、")}）`
  if (!sheet) return `随货证件：${papers.map((paper) => `□ ${DELIVERY_PAPERS[paper.kind]}${ofGoods(paper)}`).join("　") || "无须随货"}　　扫码在手机上登记验收`
  return `随货证件：${papersText(papers, sheet.certificates) || "无须随货"}`
}

/** Who signed on the phone, and when; lines to sign on where nobody has. */
async function signatures(container: MedusaContainer, sheet: SheetRow | null): Promise<NonNullable<Sheet["places"]>> {
  const nameOf = await readNames(container, sheet ? [sheet.signed_by, sheet.countersigned_by ?? ""].filter(Boolean) : [])
  const signed = (by: string | null | undefined, at: Date | null | undefined) => (by && at ? { value: `${nameOf(by)}　${businessDay(new Date(at))}` } : {})
  return [{ label: "送货人" }, { label: "验收人", ...signed(sheet?.signed_by, sheet?.signed_at) }, { label: "复核人", ...signed(sheet?.countersigned_by, sheet?.countersigned_at) }]
}
