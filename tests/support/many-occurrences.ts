import { saveHouseholdsWorkflow, saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import { saveOrganisationsWorkflow, saveStandingOrdersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { saveProducersWorkflow, saveProductProfilesWorkflow, saveRegionsWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { importStore } from "../../seed/importers/store"
import { signInCustomer } from "./customer"
import { createGoods, type Goods } from "./goods"
import { household, linkage } from "./households"
import { dayFromNow, DELIVERY } from "./institution"

/** A day on which all are due, far enough off that the hourly job leaves them alone. */
export const DUE = dayFromNow(3)
const NAMES = ["巫溪洋芋", "巫溪核桃", "大通湖大米", "城口腊肉", "奉节脐橙"]
/** As many standing orders as one organisation has. */
const EACH = 20
const PLAN = { weekdays: [new Date(DUE).getUTCDay() || 7], starts_on: DUE, ends_on: DUE, skip_statutory_holidays: false, deliver_on_makeup_workdays: false, delivery: DELIVERY }

/** What the occurrence of this place in the row asks of each of the five goods: baskets differ, as canteens do. */
export const quantityOf = (occurrence: number, line: number): number => 1 + ((occurrence * 7 + line * 3) % 9)

/** Goods of one producer with households behind it, and so many standing orders of five lines that are due on one day. */
export async function openManyOccurrences(container: MedusaContainer, many: number) {
  const store = await importStore(container)
  await saveRegionsWorkflow(container).run({ input: { regions: [
    { code: "500000", name: "重庆市" }, { code: "500112", name: "渝北区" }, { code: "500238", name: "巫溪县" }, { code: "500238104", name: "古路镇" }, { code: "500238104201", name: "观峰村" },
  ] } })
  const goods: Goods[] = []
  for (const name of NAMES) goods.push(await createGoods(container, store, name, 39.9, 1_000_000))
  await openProducer(container, goods)
  await signInCustomer(container, store, "buyer@example.cn", "采购")
  for (let from = 0; from < many; from += EACH) await openOrganisation(container, goods, from, Math.min(many, from + EACH))
  return { store, goods }
}

async function openProducer(container: MedusaContainer, goods: Goods[]): Promise<void> {
  const { result: [producer] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "巫溪洋芋专业合作社", kind: "cooperative", uscc: "93500238MA5UABC12B", region_code: "500238" }] } })
  await saveProductProfilesWorkflow(container).run({ input: { profiles: goods.map(({ product_id }) => ({ product_id, producer_id: producer!.id, origin_code: "500238104", valid_from: "2026-01-01" })) } })
  const { result } = await saveHouseholdsWorkflow(container).run({ input: { households: [1, 2, 3, 4].map((serial) => household(serial)), regions: ["*"] } })
  const rules = goods.map(({ product_id }) => ({ target: { kind: "product" as const, id: product_id }, share: { kind: "revenue_share" as const, bp: 1000 } }))
  await saveLinkagesWorkflow(container).run({ input: { linkages: [linkage("LJ-1", producer!.id, (result as { id: string }[]).map(({ id }) => id), rules)], created_by: "tester", approved_by: "approver" } })
}

async function openOrganisation(container: MedusaContainer, goods: Goods[], from: number, to: number): Promise<void> {
  const [uscc, number] = [usccOf(from), `定采〔2026〕${from}`]
  await saveOrganisationsWorkflow(container).run({ input: { actor_id: "tester", organisations: [
    { name: `第${from}小学`, uscc, kind: "school", region_code: "500112", verified: true, members: [{ email: "buyer@example.cn", role: "buyer" }] },
  ] } })
  await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [{
    number, organisation_uscc: uscc, producer_id: null, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1,
    lines: goods.map(({ variant_id }) => ({ variant_id, unit_price_fen: 3600, max_quantity: null })),
  }] } })
  const standing_orders = Array.from({ length: to - from }, (_none, at) => ({
    ...PLAN, agreement_number: number, name: `食堂 ${at}`, lines: goods.map(({ variant_id }, line) => ({ variant_id, quantity: quantityOf(from + at, line) })),
  }))
  await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders } })
}

const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"

/** A code with the right check character (GB 32100-2015) that belongs to nobody. */
function usccOf(serial: number): string {
  const body = `12500112${String(serial).padStart(9, "0")}`
  const sum = [...body].reduce((total, character, place) => total + CHARACTERS.indexOf(character) * 3 ** place % 31, 0)
  return body + CHARACTERS[(31 - (sum % 31)) % 31]
}
