import type { StatementModuleService } from "@fupin/institution/modules/statement"
import { acceptOccurrenceWorkflow, runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { dayFromNow, DELIVERY, type Institutions } from "./institution"
import type { ScopeCase } from "./scope-cases"
import { PNG } from "./workbook-of"

/** The day before yesterday a school in 重庆 took in goods of two producers: one statement to be sent, one in dispute, an invoice asked for. */
export async function openScopedStatements(container: MedusaContainer, { agreements, potato, tea, school }: Institutions) {
  const date = dayFromNow(-2)
  const lines = [{ variant_id: potato.variant_id, quantity: 1 }, { variant_id: tea.variant_id, quantity: 1 }]
  await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders: [{
    agreement_id: agreements.school.id, name: "对账", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false, lines, delivery: DELIVERY,
  }] } })
  await runStandingOrdersWorkflow(container).run({ input: { date } })
  const [occurrence] = await container.resolve<any>("institution").listOccurrences({ delivery_date: date }, { relations: ["lines"] })
  await acceptOccurrenceWorkflow(container).run({ input: { id: occurrence.id, acceptance: { lines: lines.map(({ variant_id }) => ({ variant_id, accepted: 1, reason: "" })) }, actor_id: "tester" } })
  const module = container.resolve<StatementModuleService>("statement")
  const [names, act, month] = [async () => new Map(), { actor_id: "tester", at: new Date() }, date.slice(0, 7)]
  await module.draw(school.id, month, names, act.at)
  const [draft, other] = await module.readStatements({ organisation_ids: [school.id] })
  await module.send(other!.id, names, act)
  const [line] = await module.readLines([other!.id])
  await module.dispute(other!.id, { lines: [{ line_id: line!.id, reason: "数量不对" }] }, act)
  const order_id = occurrence.lines.find(({ variant_id }: any) => variant_id === potato.variant_id).order_id
  const invoice_id = await module.requestInvoice({ organisation_id: school.id, title: school.name, tax_number: school.uscc, kind: "ordinary", note: "", orders: [{ order_id }], campaigns: [] }, act)
  return { month, school_id: school.id, draft_id: draft!.id, disputed_id: other!.id, line_id: line!.id, invoice_id, occurrence_id: String(occurrence.id), order_id: String(order_id) }
}

export function statementCases({ occurrence_id, month, school_id, draft_id, disputed_id, line_id, invoice_id }: Awaited<ReturnType<typeof openScopedStatements>>): ScopeCase[] {
  const red = `number=26500000000000000002&issued_on=${dayFromNow(0)}&reason=${encodeURIComponent("抬头有误")}`
  return [
    { route: "GET /admin/institution/occurrences/:id/acceptance", id: occurrence_id },
    { route: "GET /admin/institution/packed-lots", query: `kind=occurrence&id=${occurrence_id}` },
    { route: "POST /admin/institution/organisations/:id/acceptance-rule", id: school_id, body: { second_signature: true } },
    { route: "GET /admin/institution/statements", mark: draft_id },
    { route: "GET /admin/institution/statements", query: `organisation_id=${school_id}` },
    { route: "POST /admin/institution/statements", body: { month }, mark: draft_id },
    { route: "GET /admin/institution/statements/:id", id: draft_id },
    { route: "GET /admin/institution/statements/:id/paper", id: draft_id },
    { route: "GET /admin/institution/organisations/:id/evidence", id: school_id, query: `period=${month}` },
    { route: "POST /admin/institution/statements/:id/send", id: draft_id },
    { route: "POST /admin/institution/statements/:id/adjust", id: disputed_id, body: { lines: [{ line_id, due_fen: 0, resolution: "同意" }] } },
    { route: "GET /admin/institution/invoices", mark: invoice_id },
    { route: "POST /admin/institution/invoices/:id/issue", id: invoice_id, query: `number=26500000000000000001&issued_on=${dayFromNow(0)}`, body: PNG },
    { route: "GET /admin/institution/invoices/:id/file", id: invoice_id },
    { route: "POST /admin/institution/invoices/:id/red", id: invoice_id, query: red, body: PNG },
  ]
}
