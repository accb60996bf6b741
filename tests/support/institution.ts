import { saveHouseholdsWorkflow, saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import { saveOrganisationsWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { saveProducersWorkflow, saveProductProfilesWorkflow, saveRegionsWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { importStore } from "../../seed/importers/store"
import { signInCustomer } from "./customer"
import { createGoods } from "./goods"
import { household, linkage } from "./households"

/** A business day so many days from today, and the first of a weekday (1 Monday) on or after a day. */
export const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
export const nextDay = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
export const firstWeekday = (from: string, weekday: number): string =>
  [0, 1, 2, 3, 4, 5, 6].map((days) => nextDay(from, days)).find((day) => (new Date(day).getUTCDay() || 7) === weekday)!

export const DELIVERY = { name: "周雅琴", phone: "13912345678", county_code: "500112", detail: "翠溪路18号学校食堂收货处" }
const SCHOOL = { name: "翠溪实验小学校", uscc: "12500112435277068B", kind: "school" as const, region_code: "500112" }
const OFFICE = { name: "益阳市机关后勤服务中心", uscc: "1243090343535625XG", kind: "government" as const, region_code: "430903" }

/** Two verified organisations with an agreement each, goods of two producers, households behind the potatoes, and people in every role. */
export async function openInstitutions(container: MedusaContainer) {
  const store = await importStore(container)
  await saveRegionsWorkflow(container).run({ input: { regions: [
    { code: "500000", name: "重庆市" }, { code: "500112", name: "渝北区" }, { code: "500238", name: "巫溪县" }, { code: "500238104", name: "古路镇" }, { code: "500238104201", name: "观峰村" },
    { code: "420000", name: "湖北省" }, { code: "422800", name: "恩施土家族苗族自治州" }, { code: "422801", name: "恩施市" }, { code: "430000", name: "湖南省" }, { code: "430900", name: "益阳市" }, { code: "430903", name: "赫山区" },
  ] } })
  const potato = await createGoods(container, store, "巫溪洋芋", 39.9, 500)
  const rice = await createGoods(container, store, "大宁河米", 60, 500)
  const tea = await createGoods(container, store, "恩施玉露", 128, 20)
  const { result: [wuxi, enshi] } = await saveProducersWorkflow(container).run({ input: { producers: [
    { name: "巫溪洋芋专业合作社", kind: "cooperative", uscc: "93500238MA5UABC12B", region_code: "500238" }, { name: "恩施茶叶专业合作社", kind: "cooperative", uscc: "93422801MA48ABC342", region_code: "422801" },
  ] } })
  const since = "2026-01-01"
  await saveProductProfilesWorkflow(container).run({ input: { profiles: [
    { product_id: potato.product_id, producer_id: wuxi!.id, origin_code: "500238104", valid_from: since },
    { product_id: rice.product_id, producer_id: wuxi!.id, origin_code: "500238", valid_from: since },
    { product_id: tea.product_id, producer_id: enshi!.id, origin_code: "422801", valid_from: since },
  ] } })
  const { result: households } = await saveHouseholdsWorkflow(container).run({ input: { households: [household(1), household(2)], regions: ["*"] } })
  const members = (households as { id: string }[]).map(({ id }) => id)
  await saveLinkagesWorkflow(container).run({ input: {
    linkages: [linkage("LJ-1", wuxi!.id, members, [{ target: { kind: "product", id: potato.product_id }, share: { kind: "revenue_share", bp: 1000 } }])], created_by: "tester", approved_by: "approver",
  } })
  const people = await openPeople(container, store)
  const [school, office] = await openOrganisations(container)
  const agreements = await openAgreements(container, { potato, rice, tea })
  return { store, potato, rice, tea, wuxi: wuxi!, enshi: enshi!, people, school: school!, office: office!, agreements }
}

async function openPeople(container: MedusaContainer, store: Awaited<ReturnType<typeof importStore>>) {
  const people: Record<string, Awaited<ReturnType<typeof signInCustomer>>> = {}
  for (const role of ["buyer", "receiver", "finance", "viewer", "other", "stranger"]) people[role] = await signInCustomer(container, store, `${role}@example.cn`, role)
  return people as Record<"buyer" | "receiver" | "finance" | "viewer" | "other" | "stranger", Awaited<ReturnType<typeof signInCustomer>>>
}

async function openOrganisations(container: MedusaContainer) {
  const roles = ["buyer", "receiver", "finance", "viewer"] as const
  const { result } = await saveOrganisationsWorkflow(container).run({ input: { actor_id: "tester", organisations: [
    { ...SCHOOL, verified: true, members: roles.map((role) => ({ email: `${role}@example.cn`, role })) },
    { ...OFFICE, verified: true, members: [{ email: "other@example.cn", role: "buyer" }] },
  ] } })
  return result
}

async function openAgreements(container: MedusaContainer, goods: Record<"potato" | "rice" | "tea", { variant_id: string }>) {
  const term = { valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, producer_id: null }
  const line = (variant_id: string, unit_price_fen: number, max_quantity: number | null = null) => ({ variant_id, unit_price_fen, max_quantity })
  const { result } = await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [
    { ...term, number: "定采〔2026〕001", organisation_uscc: SCHOOL.uscc, lines: [line(goods.potato.variant_id, 3600, 50), line(goods.rice.variant_id, 5500), line(goods.tea.variant_id, 12000)] },
    { ...term, number: "定采〔2026〕002", organisation_uscc: OFFICE.uscc, lines: [line(goods.potato.variant_id, 3700), line(goods.tea.variant_id, 12100)] },
  ] } })
  return { school: result.find(({ number }) => number.endsWith("001"))!, office: result.find(({ number }) => number.endsWith("002"))! }
}

export type Institutions = Awaited<ReturnType<typeof openInstitutions>>
