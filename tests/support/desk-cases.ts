import { dayFromNow, DELIVERY } from "./institution"
import { DEMAND, type DeskWorld } from "./desk-world"
import { SCAN } from "./scoped-world"

/** One request to a desk route about something of the school's, well-formed, so that only who asks decides. */
export interface DeskCase {
  route: string
  /** What stands for `:id`, `:number`, `:organisation`… in the order of the path. */
  ids?: string[]
  query?: Record<string, string>
  body?: object | Buffer
}

type Area = (world: DeskWorld) => DeskCase[]
const at = (path: string) => `/store/institution/${path}`
const get = (path: string, ids: string[] = [], query?: Record<string, string>): DeskCase => ({ route: `GET ${at(path)}`, ids, ...(query ? { query } : {}) })
const post = (path: string, ids: string[] = [], body: object | Buffer = {}, query?: Record<string, string>): DeskCase => ({ route: `POST ${at(path)}`, ids, body, ...(query ? { query } : {}) })
const FILE = Buffer.from("%PDF-1.4\n%%EOF")

const unitCases: Area = ({ school: { id, name, uscc }, spending, statements, people, entered, wuxi, potato }) => {
  const organisation_id = id
  const bought = { platform: "other", source: "canteen", seller: "城口县某合作社", goods: "香菇", origin_code: "500229", amount_fen: 100, paid_on: "2026-03-01", proof_name: "a.pdf", proof: SCAN }
  return [
    ...["today", "impact", "approvals", "approval-policy", "delegations", "budget", "organisation", "notices", "pairs", "bases", "holidays", "preorders", "campaigns", "demands", "agreements", "standing-orders", "occurrences", "orders", "vacations", "statements", "invoices", "filing"]
      .map((list) => get(list, [], { organisation_id })),
    get("base-choices", [], { organisation_id, region_code: "500238104" }),
    post("bases", [], { organisation_id, name: "观峰洋芋基地", region_code: "500238104201", scale: 300, scale_unit: "mu", producer_ids: [wuxi.id], product_ids: [potato.product_id], since: dayFromNow(-30) }),
    get("approval-preview", [], { organisation_id, kind: "delivery", amount_fen: "100" }),
    get("year-sheet", [], { organisation_id, plan_id: "none", format: "xlsx" }),
    get("impact/certificates/:number", ["none"], { organisation_id }), post("impact/certificates", [], { organisation_id, year: 2026 }),
    post("credits", [], { organisation_id, order_id: statements.order_id }),
    post("approvals/:id/decision", ["sreq_desk"], { verdict: "reject", amount_fen: 100, reason: "超支" }), post("approvals/:id/ask-again", ["sreq_desk"], { reason: "已有预算" }),
    post("delegations", [], { organisation_id, to_customer_id: people.viewer.customer_id, from_day: dayFromNow(0), to_day: dayFromNow(2), reason: "出差" }),
    post("invoice-titles", [], { organisation_id, title: name, tax_number: uscc }), post("invoice-titles/:id/end", [entered.title]),
    post("delivery-points", [], { organisation_id, name: "西门", contact: "周老师", phone: "13912345678", county_code: "500112", detail: "翠溪路18号" }), post("delivery-points/:id/end", [entered.point]),
    post("notices/read", [], { organisation_id }), post("notices/mail", [], { organisation_id, mail: "none" }),
    get("members", [], { organisation_id }), post("members/invitations", [], { organisation_id, role: "viewer" }), post("members/invitations/:id/revoke", [spending.invitation]),
    post("members/roles", [], { organisation_id, customer_id: people.viewer.customer_id, role: "receiver" }), post("members/roles/:id/end", [entered.seat]), post("members/end", [], { organisation_id, customer_id: people.leaving.customer_id }),
    get("entries", [], { organisation_id }), post("budgets", [], { organisation_id, year: Number(dayFromNow(0).slice(0, 4)), purpose: "delivery", amount_fen: 9_000_000_000 }),
    post("headcounts", [], { organisation_id, on_day: dayFromNow(0), members: 50, evidence: "花名册" }), post("acceptance-rule", [], { organisation_id, second_signature: false }),
    get("outside-purchases/:id/proof", [spending.outside]), post("outside-purchases", [], { organisation_id, ...bought }), get("outside-purchases/lists/:organisation", [id]), post("outside-purchases/lists/:organisation", [id], FILE),
    post("outside-purchases/lists", [], { organisation_id, text: "香菇\t100" }), post("outside-purchases/batches", [], { organisation_id, text: "香菇\t100", proof_name: "a.pdf", proof: SCAN }),
  ]
}

const supplyCases: Area = ({ school: { id }, agreements, supply, potato, planned_id, standing_order_id, entered }) => {
  const lines = [{ variant_id: potato.variant_id, quantity: 1 }]
  const plan = { name: "面点配送", weekdays: [1], starts_on: dayFromNow(30), lines, delivery: DELIVERY }
  return [
    get("agreements/:id", [agreements.school.id]), get("agreements/:id/paper", [agreements.school.id]), get("agreements/:id/quick-entry", [agreements.school.id]), post("agreements/:id/quick-entry", [agreements.school.id], FILE),
    post("agreements/:id/proposals", [supply.negotiated], { change: { kind: "days", weekdays: [2], lead_time_days: 2 } }), post("agreement-proposals/:id", [supply.proposal_id], { answer: "withdraw" }),
    post("quick-entry", [], { agreement_id: agreements.school.id, text: "ABC 1" }), post("preview", [], { agreement_id: agreements.school.id, lines }),
    post("vacations", [], { organisation_id: id, name: "暑假", from_on: dayFromNow(200), to_on: dayFromNow(210) }), post("vacations/:id/remove", [entered.vacation]),
    get("standing-orders/:id", [standing_order_id]), post("standing-orders", [], { agreement_id: agreements.school.id, ...plan }), post("standing-orders/:id", [standing_order_id], plan),
    post("standing-orders/:id/pause", [standing_order_id], { resume_on: dayFromNow(9) }), post("standing-orders/:id/resume", [standing_order_id]), post("standing-orders/:id/end", [standing_order_id]),
    get("occurrences/:id", [planned_id]), post("occurrences/:id/skip", [planned_id], { reason: "放假" }), post("occurrences/:id/restore", [planned_id]), post("occurrences/:id/lines", [planned_id], { lines }),
    post("occurrences/:id/headcount", [planned_id], { headcount: 50 }), post("occurrences/:id/substitute", [planned_id], { variant_id: potato.variant_id }), post("occurrences/:id/replenish", [planned_id], { lines }),
    get("demands/:id", [entered.demand]), post("demands", [], { organisation_id: id, ...DEMAND }), post("demands/:id/choice", [entered.demand], { quote_id: "none" }), post("demands/:id/withdraw", [entered.demand]),
    post("preorders/:id/preview", ["preof_open"], { organisation_id: id, quantity: 1 }), post("preorders/:id/book", ["preof_open"], { idempotency_key: "7b9f1c52-0000-4000-8000-000000000001", organisation_id: id, quantity: 1, delivery: DELIVERY }),
    get("preorder-contracts/:id", ["preoc_scope"]), get("preorder-contracts/:id/paper", ["preoc_scope"]), get("preorder-contracts/:id/scan", ["preoc_scope"]), post("preorder-contracts/:id/answer", ["preoc_scope"], { answer: "withdraw" }),
    get("preorder-deliveries/:id/acceptance", ["predl_off"]), post("preorder-deliveries/:id/acceptance", ["predl_off"], { lines: [{ variant_id: potato.variant_id, accepted: 1, reason: "" }] }), post("preorder-deliveries/:id/acceptance/countersign", ["predl_off"]),
    post("preorder-deliveries/:id/photos", ["predl_off"], FILE, { variant_id: potato.variant_id }), get("preorder-deliveries/:id/photos/:photo", ["predl_off", "none"]), get("preorder-deliveries/:id/delivery-note", ["predl_off"]),
    get("orders", [], { organisation_id: id, show: "due" }),
  ]
}

const doorCases: Area = ({ school, statements: { occurrence_id, order_id, disputed_id, invoice_id, line_id, month }, potato, filing }) => [
  get("occurrences/:id/acceptance", [occurrence_id]), post("occurrences/:id/acceptance", [occurrence_id], { lines: [{ variant_id: potato.variant_id, accepted: 1, reason: "" }] }), post("occurrences/:id/acceptance/countersign", [occurrence_id]),
  post("occurrences/:id/photos", [occurrence_id], FILE, { variant_id: potato.variant_id }), get("occurrences/:id/photos/:photo", [occurrence_id, "none"]), get("occurrences/:id/delivery-notes/:order", [occurrence_id, order_id]),
  get("statements/:id", [disputed_id]), get("statements/:id/paper", [disputed_id]), post("statements/:id/confirm", [disputed_id], { revision: 1 }), post("statements/:id/dispute", [disputed_id], { lines: [{ line_id, reason: "数量不对" }] }),
  post("invoices", [], { organisation_id: school.id, title: school.name, tax_number: school.uscc, orders: [{ order_id }] }), get("invoiceable", [], { organisation_id: school.id }), post("purchase-reason", [], { organisation_id: school.id, reason: "buying_to_help" }), get("invoices/:id/file", [invoice_id]), post("invoices/:id/withdraw", [invoice_id]),
  get("evidence", [], { organisation_id: school.id, period: month }), get("evidence/pack", [], { organisation_id: school.id, period: month }),
  get("filing/:id", [filing.id]), get("filing/:id/papers", [filing.id], { paper: "roster" }), get("filing/attachments/:id", [filing.scan_id]), { route: `DELETE ${at("filing/attachments/:id")}`, ids: [filing.scan_id] },
  post("filing/:id/reasons", [filing.id], { item: "invoice", reason: "发票随下月补交" }), post("filing/:id/attachments", [filing.id], { item: "invoice", name: "a.pdf", content: SCAN }), post("filing/:id/submit", [filing.id], { version: 1 }),
]

const campaignCases: Area = ({ school, campaign_id: id, potato }) => {
  const plan = { title: "春节慰问", budget_fen: 50_000, choose_by: dayFromNow(5), delivery_mode: "home" }
  return [
    get("campaigns/:id", [id]), get("campaigns/:id/recipients", [id]), get("campaigns/:id/orders", [id]), get("campaigns/:id/evidence", [id]), get("campaigns/:id/files/:file", [id, "minutes.pdf"]),
    post("campaigns", [], { organisation_id: school.id, holiday: "spring_festival", year: 2027, ...plan }), post("campaigns/:id", [id], plan), post("campaigns/:id/steps", [id], { step: "cancel", reason: "改期" }),
    post("campaigns/:id/packs", [id], { packs: [{ name: "年货", price_fen: 4_000, components: [{ variant_id: potato.variant_id, quantity: 1 }] }] }), post("campaigns/:id/minutes", [id], FILE), post("campaigns/:id/roster", [id], FILE),
    post("campaigns/:id/recipients", [id], { employee_number: "A1", name: "张三", phone: "13912345678" }), post("campaigns/:id/recipients/:recipient", [id, "none"], { leave: true }),
    get("campaigns/:id/shortage", [id]), post("campaigns/:id/remedy", [id], { mode: "check", pack_id: "none", to_pack_id: null, reason: "缺货" }),
    post("campaigns/:id/roster-changes", [id], { mode: "check", leave: "none", reason: "离职" }),
    post("campaigns/:id/parcels", [id], { recipient_id: "none", outcome: "delivered", reason: "已核实" }), post("campaigns/:id/parcel-table", [id], FILE),
    post("campaigns/:id/hand-outs", [id], { recipient_id: "none" }), post("campaigns/:id/replacements", [id], { recipient_id: "none", reason: "破损" }),
  ]
}

/** A well-formed request to every desk route that is some members' alone. */
export const deskCases: Area = (world) => [unitCases, supplyCases, doorCases, campaignCases].flatMap((area) => area(world))
