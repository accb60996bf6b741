import { createHash } from "node:crypto"
import type { Writable } from "node:stream"
import { writePdf } from "@fupin/benefit/papers/pdf"
import type { Cells, Sheet } from "@fupin/benefit/papers/sheet"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { goneGoods, readGoods } from "../reads/goods"
import { readOrderStates } from "../reads/order-states"
import type { Delivery } from "../reads/plans"
import { readParties } from "../reads/show-statements"

const COLUMNS: Sheet["columns"] = [
  { heading: "商品", width: 26, kind: "text" }, { heading: "规格", width: 16, kind: "text" }, { heading: "送货数量", width: 10, kind: "text" }, { heading: "实收数量", width: 10, kind: "text" }, { heading: "少收或拒收原因", width: 26, kind: "wide_text" },
]

/** 送货单 of one order of a delivery: what goes on the lorry, with the code that opens its acceptance on the receiver's phone. */
export async function writeDeliveryNote(container: MedusaContainer, { occurrence, standing_order, organisation }: Delivery, orderId: string, sink: Writable): Promise<void> {
  const lines = occurrence.lines.filter(({ order_id, supplied }) => order_id === orderId && supplied > 0)
  const [order] = await readOrderStates(container, [orderId])
  const goods = await readGoods(container, lines.map(({ variant_id }) => variant_id))
  const seller = (await readParties(container, [{ organisation_id: organisation.id, seller_id: lines[0]?.seller_id ?? "" }])).sellerOf(lines[0]?.seller_id ?? "")
  const rows = lines.map(({ variant_id, supplied, accepted, reason }): Cells => {
    const { title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
    return [title, specification, String(supplied), accepted === null ? "" : String(accepted), reason ?? ""]
  })
  const notes = [`送货日期：${occurrence.delivery_date}　订单号：${order?.display_id ?? ""}　卖方：${seller?.name ?? "扶贫馆自营"}`, `收货单位：${organisation.name}　收货人：${standing_order.delivery.name}　地址：${standing_order.delivery.detail}`, "随货证件：□ 合格证　□ 检疫证　　扫码在手机上登记验收"]
  const [storefront] = String(container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http.storeCors ?? "").split(",")
  const now = new Date()
  const sha256 = createHash("sha256").update(JSON.stringify([notes, rows])).digest("hex")
  await writePdf({
    name: "送货单", title: `${organisation.name}送货单`, notes, columns: COLUMNS, rows, ending: () => ({ apart: [], foot: [] }), places: [{ label: "送货人" }, { label: "验收人" }, { label: "复核人" }],
    document: { number: `SH${String(order?.display_id ?? 0).padStart(6, "0")}`, version: 1, sha256, issued_at: now, is_void: order?.is_cancelled ?? false, url: `${storefront}/desk/occurrences/${occurrence.id}` },
  }, sink, now)
}
