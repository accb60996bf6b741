import { syntheticId } from "./households"
import { dayFromNow } from "./institution"
import { FOOD_LICENCE, laterLinkage, newHousehold, RECIPIENT, SCAN, type ScopedWorld } from "./scoped-world"
import { voucherCases } from "./voucher-world"
import { campaignCases } from "./scoped-campaign"
import { groupBuyCases } from "./scoped-group-buy"
import { preorderCases } from "./scoped-preorder"
import { supplyCases } from "./scoped-supply"
import { settlementCases } from "./scoped-settlement"
import { spendingCases } from "./scoped-spending"
import { statementCases } from "./scoped-statements"
import { workbenchCases } from "./scoped-workbench"

/** One request about something in 重庆. With `mark` it answers everybody, but the mark only to staff of 重庆; without, it is refused to staff of elsewhere. */
export interface ScopeCase {
  route: string
  id?: string
  query?: string
  body?: object
  mark?: string
}

/** Admin routes that lie in no region, and why. */
export const BOUNDLESS: Record<string, string> = {
  "GET /admin/provenance/divisions": "public geography",
  "POST /admin/benefit/imports": "answers one's own import; what it may write is held by intake.test.ts",
  "GET /admin/benefit/imports/:id": "answers one's own import alone",
  "GET /admin/benefit/imports-template": "an empty form",
  "GET /admin/benefit/imports-export": "a workbook, which intake.test.ts opens",
  "GET /admin/benefit/vouchers-template": "an empty form",
  "POST /admin/benefit/vouchers/:id/withdraw": "answers to whoever entered it alone; its region is held by vouchers.test.ts",
  "GET /admin/benefit/ledger": "answers counts and a block that is public, names no person",
  "GET /admin/institution/occurrences/:id/photos/:photo": "has two ids: statement.test.ts holds that staff of another region are refused",
  "GET /admin/institution/occurrences/:id/delivery-notes/:order": "has two ids: statement.test.ts holds that staff of another region are refused",
  "POST /admin/institution/bank-files": "the house has one bank account: statement.test.ts holds that staff of a region are refused",
  "GET /admin/institution/bank-rows": "the house has one bank account: statement.test.ts holds that staff of a region are refused",
  "GET /admin/institution/bank-rows/:id/payables": "the house has one bank account: statement.test.ts holds that staff of a region are refused",
  "POST /admin/institution/bank-rows/:id/resolve": "the house has one bank account: statement.test.ts holds that staff of a region are refused",
  "POST /admin/institution/packed-lots": "needs a placed delivery: lots.test.ts holds that staff of another region are refused",
  "GET /admin/institution/demands": "what is sought is for every producer to know; demand.test.ts holds that quotes are seen by those who answer for the producer alone",
  "POST /admin/institution/demands/:id/quotes": "demand.test.ts holds that staff of another region are refused",
  "POST /admin/institution/demand-quotes/:id/withdraw": "demand.test.ts holds that staff of another region are refused",
  "GET /admin/institution/pairs": "a pair is seen by both its sides: pairing.test.ts holds that others see none",
  "POST /admin/institution/pairs": "pairing.test.ts holds that only the paying side's staff keep it",
  "GET /admin/institution/bases": "a base is seen by both its sides: bases.test.ts holds that others see none",
  "POST /admin/institution/bases": "bases.test.ts holds that only staff of where it lies enter it",
  "POST /admin/institution/bases/:id": "bases.test.ts holds that only staff of where it lies change it",
  "POST /admin/institution/bases/:id/steps": "bases.test.ts holds that only staff of where it lies decide",
  "GET /admin/institution/price-indices": "published series that lie in no region",
  "POST /admin/institution/price-indices": "published series that lie in no region; who entered a value is kept",
  "GET /admin/institution/shortage-rules": "stated rules, for everybody to know",
  "GET /admin/institution/standing-runs": "answers counts, days and reasons of the house's one hourly run, names no unit",
  "POST /admin/institution/group-buys/run": "answers three counts and does what the clock does every hour",
  "POST /admin/institution/preorders/run": "answers counts and does what the clock does every hour",
  "GET /admin/institution/preorder-deliveries/:id/delivery-note": "needs a real order: preorder.test.ts holds that staff of another region are refused",
  "POST /admin/institution/preorder-deliveries/:id/acceptance": "needs a real order: preorder.test.ts holds that staff of another region are refused",
  "POST /admin/benefit/reconcile": "answers two counts and changes only what is wrong",
  "GET /admin/institution/share-rates": "rates that governments announced, names no unit",
  "GET /admin/institution/regional-holidays": "days off that governments announced, names no unit",
  "POST /admin/institution/regional-holidays/:id/withdraw": "holidays.test.ts holds that staff of another region are refused",
  "GET /admin/institution/member-levels": "levels that unions announced, names no unit",
  "POST /admin/benefit/verify": "checks the whole ledger, names no person",
}

/** The period, 29th to 28th, in which a day lies. */
export function periodOf(day: string): string {
  const date = new Date(day)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (date.getUTCDate() > 28 ? 1 : 0), 1)).toISOString().slice(0, 7)
}

export const currentPeriod = (): string => periodOf(dayFromNow(0))

/** Every route that reads or writes what lies in a region; in an order in which all of them succeed. */
export function scopeCases(world: ScopedWorld): ScopeCase[] {
  const { school, wuxi, potato, household_id, paid, open, date, agreements, filings } = world
  const period = currentPeriod()
  const agreement = { number: "定采〔2026〕009", organisation_id: school.id, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lines: [{ variant_id: potato.variant_id, unit_price_fen: 3600 }] }
  const plan = { agreement_id: agreements.school.id, name: "面点配送", weekdays: [1], starts_on: dayFromNow(30), lines: [{ variant_id: potato.variant_id, quantity: 1 }], delivery: { name: "周雅琴", phone: "13912345678", county_code: "500112", detail: "翠溪路18号" } }
  const product = { id: potato.product_id }
  return [
    { route: "GET /admin/staff-scopes", mark: world.clerk.user_id },
    { route: "POST /admin/staff-scopes", body: { user_id: world.clerk.user_id, role: "auditor", region: "500238" } },
    { route: "DELETE /admin/staff-scopes/:id", id: world.scope_id },
    { route: "GET /admin/benefit/households", mark: household_id },
    { route: "GET /admin/benefit/households", query: "region=500238&q=HH-0001&limit=1", mark: household_id },
    { route: "GET /admin/benefit/households/:id", id: household_id },
    { route: "GET /admin/benefit/household-duplicates", mark: household_id },
    { route: "GET /admin/benefit/households/:id/record", id: household_id },
    { route: "POST /admin/benefit/households/:id/consents", id: household_id, body: { given_on: dayFromNow(-1), evidence: "TYS-2026-001" } },
    { route: "POST /admin/benefit/households/:id/consents/withdraw", id: household_id },
    { route: "POST /admin/benefit/households/:id/erasure", id: household_id, body: { reason: "本人书面申请" } },
    { route: "POST /admin/benefit/households/:id/erasure/end", id: household_id, body: { outcome: "withdrawn", reason: "本人撤回申请" } },
    { route: "GET /admin/benefit/proposals", mark: world.proposal_id },
    { route: "GET /admin/benefit/proposals", query: `state=proposed&household_id=${household_id}`, mark: world.proposal_id },
    { route: "POST /admin/benefit/proposals", body: { change: { kind: "leave", household_id, cause: "own_wish", on: dayFromNow(-1) }, reason: "自愿退出" } },
    { route: "GET /admin/benefit/proposals/:id", id: world.proposal_id },
    { route: "POST /admin/benefit/proposals/:id/review", id: world.proposal_id, body: { verdict: "refuse", reason: "材料不全" } },
    { route: "POST /admin/benefit/proposals/:id/withdraw", id: world.own_proposal_id },
    { route: "POST /admin/benefit/households", body: newHousehold },
    { route: "POST /admin/benefit/households/:id", id: household_id, body: { phone: "13900000000" } },
    { route: "POST /admin/benefit/households/:id/reveal", id: household_id, body: { fields: ["phone"], reason: "核对打款账号" } },
    { route: "GET /admin/benefit/access-log", mark: household_id },
    { route: "GET /admin/benefit/access-log", query: "household_code=HH-0001&action=reveal", mark: household_id },
    { route: "POST /admin/benefit/household-lookup", body: { id_number: syntheticId(1) }, mark: household_id },
    { route: "GET /admin/benefit/linkages", mark: "LJ-1" },
    { route: "GET /admin/benefit/linkages", query: `producer_id=${wuxi.id}`, mark: "LJ-1" },
    { route: "POST /admin/benefit/linkages", body: laterLinkage("LJ-3", wuxi.id, household_id) },
    { route: "POST /admin/benefit/linkages/:id/approve", id: world.draft_id },
    { route: "GET /admin/benefit/totals", query: "by=producer", mark: wuxi.id },
    { route: "GET /admin/benefit/entries", query: `order_id=${paid}`, mark: paid },
    { route: "GET /admin/benefit/entries", query: `household_id=${household_id}&period=${period}`, mark: paid },
    { route: "GET /admin/benefit/entries", query: `household_code=HH-0001&stage=payable&sort=newest`, mark: paid },
    { route: "GET /admin/benefit/roster", query: `period=${period}`, mark: household_id },
    { route: "GET /admin/benefit/roster", query: `period=${period}&full_ids=true&reason=${encodeURIComponent("报区乡村振兴局")}`, mark: household_id },
    { route: "GET /admin/benefit/evidence", query: `period=${period}`, mark: paid },
    { route: "GET /admin/benefit/reporting-units", mark: filings.unit_id },
    { route: "POST /admin/benefit/reporting-units", body: { name: "上磺镇", kind: "town", region_code: "500238106", since: period } },
    { route: "POST /admin/benefit/reporting-units/settings", body: { region_code: "500237", valid_from: period } },
    { route: "GET /admin/benefit/performance", query: "year=2026", mark: filings.unit_id },
    { route: "GET /admin/benefit/performance", query: "year=2026&region=500238&format=pdf" },
    { route: "POST /admin/benefit/targets", body: { year: 2026, targets: [{ unit_id: filings.unit_id, metric: "benefit", amount: 100_000 }] } },
    { route: "POST /admin/benefit/scorecards", body: { region_code: "500238", year: 2026, indicators: [{ metric: "benefit", weight: 100, full: "target" }] } },
    { route: "POST /admin/benefit/bulletins", body: { year: 2026, region: "500238" } },
    { route: "GET /admin/benefit/filings", mark: filings.filing_id },
    { route: "GET /admin/benefit/filings/:id", id: filings.filing_id },
    { route: "GET /admin/benefit/filings/:id/papers", id: filings.filing_id, query: "paper=roster" },
    { route: "GET /admin/benefit/filings/attachments/:id", id: filings.scan_id },
    { route: "POST /admin/benefit/filings/:id/return", id: filings.to_return, body: { version: 1, reasons: "发票不清晰" } },
    { route: "POST /admin/benefit/filings/:id/accept", id: filings.to_accept, body: { version: 1 } },
    { route: "POST /admin/benefit/filings/:id/attachments", id: filings.filing_id, body: { item: "voucher", name: "凭证.pdf", content: SCAN } },
    { route: "DELETE /admin/benefit/filings/attachments/:id", id: filings.scan_id },
    { route: "POST /admin/benefit/filings/:id/reasons", id: filings.filing_id, body: { item: "child", reason: "文峰镇下月补报" } },
    { route: "POST /admin/benefit/filings/:id/submit", id: filings.filing_id, body: { version: 4 } },
    ...voucherCases(world.evidence, wuxi.id, paid),
    { route: "GET /admin/benefit/roster", query: `period=${period}&region=500238&producer_id=${wuxi.id}` },
    { route: "GET /admin/benefit/evidence", query: `period=${period}&order_id=${paid}`, mark: "巫溪洋芋" },
    { route: "GET /admin/benefit/papers", mark: world.document_id },
    { route: "POST /admin/benefit/papers", body: { kind: "roster", period, region: "500238" } },
    { route: "GET /admin/benefit/papers/:id/file", id: world.document_id },
    { route: "POST /admin/benefit/papers/:id/void", id: world.document_id, body: { reason: "盖章单位有误" } },
    { route: "POST /admin/benefit/paper-templates", body: { region_code: "500238", unit_name: "巫溪县乡村振兴局", office_name: "重庆市乡村振兴局", roster_title: "带贫人员名册", evidence_title: "消费扶贫证明材料" } },
    { route: "GET /admin/benefit/paper-templates", query: "region=500238" },
    ...settlementCases(world.settlement, household_id, period),
    { route: "POST /admin/benefit/orders/:id/acceptance", id: open, body: { source: "scope" } },
    { route: "POST /admin/checkout/orders/:id/transfers", id: open, body: { amount_fen: 100, reference: "BANK-2", received_on: dayFromNow(0) } },
    { route: "GET /admin/provenance/producers", query: `q=${encodeURIComponent("巫溪")}`, mark: wuxi.id },
    { route: "POST /admin/provenance/producers", body: { id: wuxi.id, name: "巫溪洋芋专业合作社", kind: "family_farm", region_code: "500238" } },
    { route: "POST /admin/provenance/regions", body: { regions: [{ code: "500238104202", name: "得胜村" }] } },
    { route: "GET /admin/provenance/products/:id", ...product },
    { route: "POST /admin/provenance/products/:id/profile", ...product, body: { producer_id: wuxi.id, origin_code: "500238104", valid_from: dayFromNow(1) } },
    { route: "POST /admin/provenance/products/:id/designations", ...product, body: { number: "渝扶认0002", valid_from: "2026-01-01", valid_to: "2030-12-31" } },
    { route: "POST /admin/provenance/designations/:id", id: world.designation_id, body: { status: "suspended" } },
    { route: "POST /admin/provenance/designations/:id", id: world.designation_id, body: { status: "published" } },
    { route: "POST /admin/provenance/certificates", body: { ...FOOD_LICENCE, producer_id: wuxi.id } },
    ...statementCases(world.statements),
    ...groupBuyCases(world.group_buy_id, world),
    ...preorderCases(world.preorder_id, world),
    { route: "GET /admin/institution/organisations", mark: school.id },
    { route: "GET /admin/institution/base-choices", query: "region_code=500238104" },
    { route: "GET /admin/institution/donation-recipients", mark: world.recipient_id },
    { route: "POST /admin/institution/donation-recipients", body: { ...RECIPIENT, name: "巫溪县敬老院", kind: "care_home" } },
    { route: "POST /admin/institution/donation-recipients/:id/close", id: world.recipient_id },
    { route: "POST /admin/institution/donation-recipients/:id/open", id: world.recipient_id },
    { route: "POST /admin/institution/organisations", body: { name: "巫溪县中医院", uscc: "91350100M000100Y43", kind: "hospital", region_code: "500238" } },
    { route: "POST /admin/institution/organisations/:id/verify", id: school.id },
    { route: "GET /admin/institution/organisations/:id/members", id: school.id },
    { route: "POST /admin/institution/organisations/:id/members", id: school.id, body: { email: "stranger@example.cn", role: "viewer" } },
    ...campaignCases(world.campaign_id),
    ...spendingCases(world.spending, school.id),
    { route: "GET /admin/institution/agreements", mark: agreements.school.id },
    { route: "POST /admin/institution/agreements", body: agreement },
    { route: "GET /admin/institution/standing-orders", mark: world.standing_order_id },
    { route: "POST /admin/institution/standing-orders", body: plan },
    { route: "GET /admin/institution/occurrences", query: `from=${date}&to=${date}`, mark: world.standing_order_id },
    { route: "GET /admin/institution/occurrences", query: `standing_order_id=${world.standing_order_id}`, mark: world.standing_order_id },
    { route: "GET /admin/institution/occurrences", query: `organisation_id=${school.id}` },
    { route: "GET /admin/institution/digest", query: `date=${date}`, mark: '"expected":1' },
    ...supplyCases(world.supply, world, date),
    ...workbenchCases(world.workbench, world),
    { route: "POST /admin/institution/standing-orders/run", body: { date }, mark: '"planned":1' },
    { route: "POST /admin/institution/organisations/:id/refuse", id: world.applicant_id, body: { reason: "证书看不清" } },
    { route: "POST /admin/institution/members/:id/refuse", id: world.applied_id, body: { reason: "姓名不一致" } },
    { route: "POST /admin/institution/members/:id/verify", id: world.member_id },
    { route: "POST /admin/institution/members/:id/leave", id: world.member_id },
  ]
}

/** Staff of 湖北 reach for what is in 重庆 by way of their own. */
export function attacks({ wuxi, enshi, potato, tea, household_id, clerk, filings }: ScopedWorld): ScopeCase[] {
  return [
    { route: "POST /admin/staff-scopes", body: { user_id: clerk.user_id, role: "administrator", region: "*" } },
    { route: "POST /admin/benefit/linkages", body: laterLinkage("LJ-9", enshi.id, household_id) },
    { route: "POST /admin/benefit/households", body: { ...newHousehold, code: "HH-0001", region_code: "422801001001" } },
    { route: "POST /admin/benefit/reporting-units", body: { id: filings.unit_id, name: "恩施市帮扶办", kind: "office", region_code: "422801", since: filings.since } },
    { route: "POST /admin/provenance/producers", body: { id: wuxi.id, name: "恩施某农场", kind: "family_farm", region_code: "422801" } },
    { route: "POST /admin/provenance/producers", body: { name: "恩施某合作社", kind: "cooperative", uscc: "93500238MA5UABC12B", region_code: "422801" } },
    { route: "POST /admin/provenance/producers", body: { name: "恩施某户", kind: "household", region_code: "422801", beneficiary_id: household_id } },
    { route: "POST /admin/provenance/certificates", body: { ...FOOD_LICENCE, producer_id: enshi.id } },
    { route: "POST /admin/provenance/certificates", body: { ...FOOD_LICENCE, number: "SC10142280100012", producer_id: enshi.id, product_ids: [potato.product_id] } },
    { route: "POST /admin/provenance/products/:id/profile", id: tea.product_id, body: { producer_id: wuxi.id, origin_code: "422801", valid_from: dayFromNow(1) } },
    { route: "POST /admin/provenance/products/:id/profile", id: potato.product_id, body: { producer_id: enshi.id, origin_code: "422801", valid_from: dayFromNow(1) } },
    { route: "POST /admin/provenance/regions", body: { regions: [], flags: [{ region_code: "500238104201", flag: "former_poor_village", valid_from: "2014-01-01" }] } },
    { route: "POST /admin/institution/organisations", body: { name: "恩施某校", uscc: "12500112435277068B", kind: "school", region_code: "422801" } },
  ]
}
