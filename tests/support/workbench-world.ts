import type { StatementModuleService } from "@fupin/institution/modules/statement"
import type { WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { enterLotWorkflow, saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { signInCustomer } from "./customer"
import type { DeskCase } from "./desk-cases"
import { dayFromNow, type Institutions } from "./institution"
import type { Api } from "./purchase"
import { openScopedStatements } from "./scoped-statements"

export const DEMAND = { title: "冬季洋芋", from_day: dayFromNow(20), to_day: dayFromNow(60), weekdays: [1], quote_by: dayFromNow(5), lines: [{ name: "洋芋", unit: "千克", quantity: 100 }] }
const PDF = Buffer.from("%PDF-1.7\ninvoice\n%%EOF")

/** Two cooperatives with people of their own, one of whom was ended, and everything that waits for the one in 巫溪. */
export async function openWorkbenchWorld(container: MedusaContainer, api: Api, world: Institutions) {
  const { store, school, potato, tea, wuxi, enshi, people } = world
  const workbench = container.resolve<WorkbenchModuleService>("workbench")
  const act = { actor_id: "tester", at: new Date() }
  const join = async (email: string, producer_id: string, code: string) => {
    const person = await signInCustomer(container, store, email)
    await workbench.invite(producer_id, { note: "", valid_days: 7 }, code, act)
    await workbench.join(code, { actor_id: person.customer_id, at: act.at, address: "10.0.0.1" })
    return person
  }
  const [seller, rival, former] = [await join("seller@example.cn", wuxi.id, "CCCC-CCCC-CCCC-CCC2"), await join("rival@example.cn", enshi.id, "CCCC-CCCC-CCCC-CCC3"), await join("former@example.cn", wuxi.id, "CCCC-CCCC-CCCC-CCC4")]
  const held = await workbench.readMembers(wuxi.id)
  await workbench.endMember(held.find(({ customer_id }) => customer_id === former.customer_id)!.id, act)
  const designation = (number: string, product_id: string) => ({ number, product_id, valid_from: "2026-01-01", valid_to: dayFromNow(300) })
  await saveDesignationsWorkflow(container).run({ input: { designations: [designation("WB-1", potato.product_id), designation("WB-2", tea.product_id)] } })
  const { result: [agreement] } = await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [{
    number: "定采〔2026〕777", organisation_id: school.id, producer_id: wuxi.id, valid_from: dayFromNow(0), valid_to: dayFromNow(90), weekdays: [1, 2, 3, 4, 5], lead_time_days: 1, stage: "draft" as const,
    lines: [{ variant_id: potato.variant_id, unit_price_fen: 3600, term_min: 100, term_max: 500 }],
  }] } })
  const institution = container.resolve<any>("institution")
  await institution.proposeChange(agreement!.id, { side: "organisation", change: { kind: "price", variant_id: potato.variant_id, unit_price_fen: 3500 }, note: "量大", by: people.buyer.customer_id })
  const [proposal] = await institution.readProposals(agreement!.id)
  const { data: { demand } } = await api.post("/store/institution/demands", { organisation_id: school.id, ...DEMAND }, { headers: people.buyer.headers })
  const statements = await openScopedStatements(container, world)
  const statement = await disputedStatement(container, school.id, wuxi.id)
  const { result: lot } = await enterLotWorkflow(container).run({ input: { lot: { product_id: potato.product_id, producer_id: wuxi.id, made_on: dayFromNow(-1), best_before: dayFromNow(60) }, entered_as: "staff", entered_by: "tester" } })
  return { ...world, lot, placed_id: statements.occurrence_id, people: { ...people, seller, rival, former }, agreement_id: agreement!.id, proposal_id: String(proposal.id), demand_id: String(demand.id), invoice_id: String(statements.invoice_id), ...statement }
}

/** The school's statement with a seller, sent and in dispute. */
async function disputedStatement(container: MedusaContainer, organisationId: string, sellerId: string) {
  const module = container.resolve<StatementModuleService>("statement")
  const act = { actor_id: "tester", at: new Date() }
  const [row] = (await module.readStatements({ organisation_ids: [organisationId] })).filter(({ seller_id }) => seller_id === sellerId)
  if (row!.state === "draft") await module.send(row!.id, async () => new Map(), act)
  const [line] = await module.readLines([row!.id])
  await module.dispute(row!.id, { lines: [{ line_id: line!.id, reason: "数量不对" }] }, act)
  return { statement_id: row!.id, line_id: line!.id }
}

export type WorkbenchWorld = Awaited<ReturnType<typeof openWorkbenchWorld>>

/** A well-formed request to every workbench route about something of the cooperative in 巫溪, so that only who asks decides. */
export function workbenchCasesOf({ wuxi, potato, lot, placed_id, agreement_id, proposal_id, demand_id, quote_id, statement_id, line_id, invoice_id }: WorkbenchWorld & { quote_id: string }): DeskCase[] {
  const at = (path: string) => `/store/workbench/${path}`
  const query = { producer_id: wuxi.id }
  const get = (path: string, ids: string[] = [], more?: Record<string, string>): DeskCase => ({ route: `GET ${at(path)}`, ids, ...(more ? { query: more } : {}) })
  const post = (path: string, ids: string[], body: object | Buffer = {}, more?: Record<string, string>): DeskCase => ({ route: `POST ${at(path)}`, ids, body, ...(more ? { query: more } : {}) })
  return [
    ...["today", "lots", "campaign-goods", "demands", "agreements", "statements", "invoices", "notices"].map((list) => get(list, [], query)), get("packing", [], { ...query, date: dayFromNow(3) }),
    get("demands/:id", [demand_id], query), get("agreements/:id", [agreement_id]), get("agreements/:id/paper", [agreement_id]),
    get("statements/:id", [statement_id]), get("statements/:id/paper", [statement_id]), get("invoices/:id/file", [invoice_id]),
    post("lots", [], { producer_id: wuxi.id, product_id: potato.product_id, made_on: dayFromNow(0) }), post("packed-lots", [], { load: { kind: "occurrence", id: placed_id }, variant_id: potato.variant_id, lot_ids: [lot.id] }), post("lots/:id/withdraw", [lot.id], { reason: "登记有误，重新登记" }),
    post("demands/:id/quotes", [demand_id], { producer_id: wuxi.id, valid_to: dayFromNow(30), lines: [{ line: 0, variant_id: potato.variant_id, unit_price_fen: 3000, content_milli: 5000 }] }),
    post("demand-quotes/:id/withdraw", [quote_id]), post("notices/read", [], query), post("notices/mail", [], { ...query, mail: "digest" }),
    post("agreements/:id/proposals", [agreement_id], { change: { kind: "days", weekdays: [2], lead_time_days: 2 } }), post("agreement-proposals/:id", [proposal_id], { answer: "accept" }),
    post("statements/:id/adjust", [statement_id], { lines: [{ line_id, due_fen: 0, resolution: "同意" }] }),
    post("invoices/:id/issue", [invoice_id], PDF, { number: "26332000000000000001", issued_on: dayFromNow(0) }), post("invoices/:id/decline", [invoice_id], { reason: "税号有误，请核对" }),
  ]
}
