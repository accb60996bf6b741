import { createHmac } from "node:crypto"
import { periodAfter } from "@fupin/benefit/domain/period"
import {
  attachToFilingWorkflow, postBenefitWorkflow, proposeHouseholdWorkflow, recordAcceptanceWorkflow, saveHouseholdsWorkflow, saveLinkagesWorkflow, saveReportingUnitsWorkflow, submitFilingWorkflow,
} from "@fupin/benefit/workflows"
import { placeOrdersWorkflow, receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { saveDonationRecipientsWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { saveCertificatesWorkflow, saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { STAFF_MODULE, type StaffModuleService } from "@fupin/access/modules/staff"
import type { MedusaContainer } from "@medusajs/framework/types"
import { dayFromNow, DELIVERY, type Institutions } from "./institution"
import { household, linkage } from "./households"
import { ADDRESS } from "./purchase"
import { currentPeriod } from "./scope-cases"
import { openScopedCampaign } from "./scoped-campaign"
import { openScopedGroupBuy } from "./scoped-group-buy"
import { openScopedPreorder } from "./scoped-preorder"
import { openScopedSettlement } from "./scoped-settlement"
import { openScopedSpending } from "./scoped-spending"
import { openScopedStatements } from "./scoped-statements"
import { openScopedSupply } from "./scoped-supply"
import { openScopedWorkbench } from "./scoped-workbench"
import { signInStaff } from "./staff"
import { openEvidence } from "./voucher-world"

/** A day from which no sale of the tests is touched. */
const LATER = "2099-01-01T00:00:00+08:00"
export const FOOD_LICENCE = { kind: "food_licence" as const, number: "SC10150023800012", issuer: "巫溪县市场监督管理局", valid_from: "2026-01-01", valid_to: "2030-12-31" }

export const RECIPIENT = { name: "尖山镇中心小学", kind: "school" as const, county_code: "500238", detail: "老街 9 号", contact: "后勤处", phone: "02351500120", need: "大米" }

/** Something of everything that lies in 重庆 (500000), laid beside what `openInstitutions` put there and in 湖北 (420000). */
export async function openScopedWorld(container: MedusaContainer, world: Institutions, author: string) {
  const { potato, wuxi, agreements } = world
  const clerk = await signInStaff(container, "town_clerk", "500238104")
  const [scope] = await container.resolve<StaffModuleService>(STAFF_MODULE).listStaffScopes({ user_id: clerk.user_id })
  const applicant = await container.resolve<any>("institution").registerOrganisation({ name: "渝北区实验幼儿园", uscc: "12420115435435441Y", kind: "school", region_code: "500112" }, world.people.stranger.customer_id, new Date())
  const [applied] = await container.resolve<any>("institution").listOrganisationMembers({ organisation_id: applicant.id })
  const [member] = await container.resolve<any>("institution").listOrganisationMembers({ organisation_id: world.school.id, role: "viewer" })
  const [house] = await container.resolve<any>("household").listHouseholds({ code: "HH-0001" })
  await saveHouseholdsWorkflow(container).run({ input: { households: [household(31, { phone: household(1).phone })], regions: ["*"] } })
  const [proposal_id, own_proposal_id] = [await propose(container, house.id, "tester"), await propose(container, house.id, author)]
  const drafts = await saveLinkagesWorkflow(container).run({ input: { linkages: [laterLinkage("LJ-2", wuxi.id, house.id)], created_by: "tester", approved_by: null } })
  const { result: [designation] } = await saveDesignationsWorkflow(container).run({ input: { designations: [{ number: "渝扶认0001", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2030-12-31" }] } })
  await saveCertificatesWorkflow(container).run({ input: { certificates: [{ ...FOOD_LICENCE, producer_id: wuxi.id }] } })
  const date = dayFromNow(3)
  const { result: [standing] } = await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders: [{
    agreement_id: agreements.school.id, name: "食堂配送", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false,
    lines: [{ variant_id: potato.variant_id, quantity: 10 }], delivery: DELIVERY,
  }] } })
  const { result: { ids: [recipient_id] } } = await saveDonationRecipientsWorkflow(container).run({ input: { recipients: [RECIPIENT], actor_id: "tester" } })
  const [paid, open] = await placeTwo(container, world)
  const content = { kind: "evidence", subject: { kind: "regions", id: "500238" }, period: "2026-01", regions: ["500238"], title: "消费扶贫证明材料", unit_name: "巫溪县", office_name: "", paper: { title: "", from: "2025-12-29", to: "2026-01-28", rows: [], foot: { rows_fen: 0 } } }
  const document = await container.resolve<any>("paper").issue({ content, rows: 0, total_fen: 0, issued_by: "tester", reason: "" }, container.resolve<any>("household").personal, new Date())
  const filings = await openReportingUnits(container)
  const campaign_id = await openScopedCampaign(container, world.school.id)
  const settlement = await openScopedSettlement(container, String(house.id), paid!, currentPeriod())
  const statements = await openScopedStatements(container, world)
  const spending = await openScopedSpending(container, world.school.id)
  const group_buy_id = await openScopedGroupBuy(container, world)
  const preorder_id = await openScopedPreorder(container, world)
  return { ...world, group_buy_id, preorder_id, recipient_id: recipient_id!, spending, statements, proposal_id, own_proposal_id, document_id: String(document.id), clerk, scope_id: scope!.id, member_id: String(member.id), applicant_id: String(applicant.id), applied_id: String(applied.id), household_id: String(house.id), draft_id: drafts.result.version_ids[0]!, designation_id: designation!.id, standing_order_id: standing!.id, date, paid: paid!, open: open!, campaign_id, filings, evidence: await openEvidence(container, open!), settlement, supply: await openScopedSupply(container, world), workbench: await openScopedWorkbench(container, world) }
}

/** A proposal that a household leaves, by someone. */
async function propose(container: MedusaContainer, household_id: string, actor_id: string): Promise<string> {
  const change = { kind: "leave" as const, household_id, cause: "own_wish" as const, successor_id: null, on: dayFromNow(0) }
  return (await proposeHouseholdWorkflow(container).run({ input: { proposal: { change, reason: "自愿退出" }, actor_id, regions: ["*"] } })).result.id
}

export const laterLinkage = (number: string, producer_id: string, beneficiary_id: string) =>
  linkage(number, producer_id, [beneficiary_id], [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 100 } }],
    { valid_from: LATER, members: [{ beneficiary_id, weight: 1, from: LATER }] })

/** Two orders to 巫溪: one paid, accepted and in the ledger, one that still waits for both. */
async function placeTwo(container: MedusaContainer, { store, potato }: Institutions): Promise<string[]> {
  const orders = ["paid", "open"].map((name) => ({
    id: `order_${createHmac("sha256", "scope").update(name).digest("hex").slice(0, 32)}`, email: "buyer@example.cn", region_id: store.region_id, sales_channel_id: store.sales_channel_id,
    shipping_address: ADDRESS, items: [{ variant_id: potato.variant_id, quantity: 1 }], payment_provider_id: "pp_transfer_cn",
  }))
  await placeOrdersWorkflow(container).run({ input: { orders } })
  const [order_id] = orders.map(({ id }) => id)
  await receiveTransferWorkflow(container).run({ input: { order_id: order_id!, amount_fen: 3990, reference: "BANK-1", received_on: dayFromNow(0), actor_id: "tester" } })
  await recordAcceptanceWorkflow(container).run({ input: { order_id: order_id!, source: "test", accepted_at: new Date(), lines: "all" } })
  await postBenefitWorkflow(container).run({ input: { order_ids: [order_id!] } })
  return orders.map(({ id }) => id)
}

/** A county and two of its towns: the county's filing of the last period is open and has a scan, the towns' are submitted by their clerks. */
async function openReportingUnits(container: MedusaContainer) {
  const since = periodAfter(dayFromNow(-3).slice(0, 7), -1)
  const now = new Date()
  const save = async (name: string, region_code: string, parent_id: string | null) => {
    const unit = { name, kind: parent_id ? "town" as const : "office" as const, region_code, organisation_id: null, parent_id, contact: null, since, until: null, remind_days: 3 }
    const { result } = await saveReportingUnitsWorkflow(container).run({ input: { settings: [], units: [unit], now } })
    const { filings } = await container.resolve<any>("filing").readFilings({ unit_id: result.ids[0], period: since, prefixes: null })
    return { unit_id: result.ids[0]!, filing_id: String(filings[0].id) }
  }
  const county = await save("巫溪县帮扶办", "500238", null)
  const towns = [await save("古路镇", "500238104", county.unit_id), await save("文峰镇", "500238105", county.unit_id)]
  for (const { filing_id } of towns) await submitFilingWorkflow(container).run({ input: { id: filing_id, version: 0, actor_id: "a clerk", now } })
  const { result: scan } = await attachToFilingWorkflow(container).run({ input: { id: county.filing_id, item: "invoice", name: "发票.pdf", content: SCAN, actor_id: "a clerk", now } })
  return { ...county, since, scan_id: scan.id, to_return: towns[0]!.filing_id, to_accept: towns[1]!.filing_id }
}

/** A scan as it is sent. */
export const SCAN = Buffer.from("%PDF-1.7\nan invoice\n").toString("base64")

export type ScopedWorld = Awaited<ReturnType<typeof openScopedWorld>>
export const newHousehold = household(9)
