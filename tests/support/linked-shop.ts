import { createHmac } from "node:crypto"
import { postBenefitWorkflow, saveHouseholdsWorkflow, saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import { type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import type { LedgerEntry, LinkageInput } from "@fupin/contract/schemas"
import { importRegionsWorkflow, saveProducersWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "./goods"
import { household, linkage } from "./households"
import { ADDRESS } from "./purchase"

const TOWN = "500238104"
const SINCE = "2026-01-01T00:00:00+08:00"

export interface LinkedShop {
  store: OpenStore
  potato: Goods
  walnut: Goods
  producer_id: string
  /** Three households of one village, with weights 3, 2 and 1. */
  household_ids: string[]
}

/** A shop whose one producer shares a tenth of its sales (of the walnut: 30 fen an item) among three households. */
export async function openLinkedShop(container: MedusaContainer): Promise<LinkedShop> {
  const store = await importStore(container)
  await importRegionsWorkflow(container).run()
  const potato = await createGoods(container, store, "巫溪洋芋", 39.9, 100_000)
  const walnut = await createGoods(container, store, "巫溪核桃", 58, 100_000)
  const producer_id = await addProducer(container, "古路镇薯业合作社", [potato.product_id, walnut.product_id], SINCE)
  const { result: saved } = await saveHouseholdsWorkflow(container).run({ input: { households: [household(1), household(2), household(3)], regions: ["*"] } })
  const household_ids = saved.map(({ id }) => id)
  await addLinkage(container, "渝巫联〔2026〕001号", producer_id, household_ids, [
    { target: { kind: "all" }, share: { kind: "revenue_share", bp: 1_000 } },
    { target: { kind: "variant", id: walnut.variant_id }, share: { kind: "per_unit", fen: 30 } },
  ])
  return { store, potato, walnut, producer_id, household_ids }
}

export async function addProducer(container: MedusaContainer, name: string, productIds: string[], valid_from: string): Promise<string> {
  const { result: [producer] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name, kind: "workshop", region_code: TOWN }] } })
  const profiles = productIds.map((product_id) => ({ product_id, producer_id: producer!.id, origin_code: TOWN, valid_from }))
  await saveProductProfilesWorkflow(container).run({ input: { profiles } })
  return producer!.id
}

/** An approved agreement; members weigh 3, 2, 1 in the order given. */
export async function addLinkage(container: MedusaContainer, number: string, producer_id: string, householdIds: string[], rules: LinkageInput["rules"], valid_from = SINCE): Promise<void> {
  const members = householdIds.map((beneficiary_id, index) => ({ beneficiary_id, weight: householdIds.length - index, from: valid_from }))
  const input = linkage(number, producer_id, householdIds, rules, { members, valid_from })
  await saveLinkagesWorkflow(container).run({ input: { linkages: [input], created_by: "clerk", approved_by: "office" } })
}

/** Places an order in bulk's quick way, unpaid; answers its id, its payment's id and its line ids. */
export async function place(container: MedusaContainer, shop: LinkedShop, name: string, items: [Goods, number][], more: Partial<PlaceOrder> = {}) {
  const id = `order_${createHmac("sha256", "ledger test").update(name).digest("hex").slice(0, 32)}`
  const order: PlaceOrder = {
    id, email: "buyer@example.cn", region_id: shop.store.region_id, sales_channel_id: shop.store.sales_channel_id, shipping_address: ADDRESS,
    items: items.map(([{ variant_id }, quantity]) => ({ variant_id, quantity })), payment_provider_id: "pp_transfer_cn", ...more,
  }
  const { result } = await placeOrdersWorkflow(container).run({ input: { orders: [order] } })
  const { payment_id } = result.placed[0]!
  const rows = await sql(container, "select item_id from order_item where order_id = ? order by item_id", [id])
  return { order_id: id, payment_id: payment_id!, line_ids: rows.map(({ item_id }) => String(item_id)) }
}

export async function sql(container: MedusaContainer, text: string, values: any[] = []): Promise<Record<string, unknown>[]> {
  return (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
}

export const capture = (container: MedusaContainer, payment_id: string, amount?: number) => container.resolve(Modules.PAYMENT).capturePayment({ payment_id, ...(amount ? { amount } : {}) })
export const refund = (container: MedusaContainer, payment_id: string, amount: number) => container.resolve(Modules.PAYMENT).refundPayment({ payment_id, amount })
export const post = async (container: MedusaContainer, order_ids?: string[]) => (await postBenefitWorkflow(container).run({ input: { order_ids } })).result

/** Posts until nothing waits: what a worker of the shop's own has taken meanwhile is posted too when this ends. */
export async function postAll(container: MedusaContainer): Promise<void> {
  do await post(container)
  while ((await sql(container, "select 1 from ledger_outbox where due_at <= now() limit 1")).length > 0)
}

/** Fen per stage, of these entries. */
export function stages(entries: LedgerEntry[]): { provisional: number; payable: number } {
  const of = (stage: LedgerEntry["stage"]) => entries.filter((entry) => entry.stage === stage).reduce((sum, { amount_fen }) => sum + amount_fen, 0)
  return { provisional: of("provisional"), payable: of("payable") }
}
