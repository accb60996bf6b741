import { saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { dayFromNow, type Institutions } from "./institution"
import type { ScopeCase } from "./scope-cases"
import { PNG } from "./workbook-of"

/** Two drafts of an agreement of the school in 重庆: one that is negotiated, with a proposal of the school's, and one that goes all its way. */
export async function openScopedSupply(container: MedusaContainer, { school, potato }: Institutions) {
  const draft = (number: string) => ({
    number, organisation_id: school.id, producer_id: null, valid_from: dayFromNow(0), valid_to: dayFromNow(90), weekdays: [1, 2, 3, 4, 5], lead_time_days: 1, stage: "draft" as const,
    lines: [{ variant_id: potato.variant_id, unit_price_fen: 3600 }],
  })
  const { result } = await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [draft("定采〔2026〕901"), draft("定采〔2026〕902")] } })
  const [negotiated, whole] = ["901", "902"].map((end) => result.find(({ number }) => number.endsWith(end))!.id)
  const institution = container.resolve<any>("institution")
  await institution.proposeChange(negotiated, { side: "organisation", change: { kind: "price", variant_id: potato.variant_id, unit_price_fen: 3500 }, note: "", by: "tester" })
  const [proposal] = await institution.readProposals(negotiated)
  return { negotiated: negotiated!, whole: whole!, proposal_id: String(proposal.id) }
}

/** What lies with these agreements and with a producer in 重庆; before anything is placed for `date`. */
export function supplyCases({ negotiated, whole, proposal_id }: Awaited<ReturnType<typeof openScopedSupply>>, { school, wuxi, potato }: Institutions, date: string): ScopeCase[] {
  const pledge = { variant_id: potato.variant_id, from_on: dayFromNow(60), to_on: dayFromNow(66), quantity: 900 }
  return [
    { route: "GET /admin/institution/agreements/:id", id: negotiated },
    { route: "GET /admin/institution/agreements/:id/paper", id: negotiated },
    { route: "POST /admin/institution/agreements/:id/proposals", id: negotiated, body: { change: { kind: "days", weekdays: [2], lead_time_days: 2 } } },
    { route: "POST /admin/institution/agreement-proposals/:id", id: proposal_id, body: { answer: "accept" } },
    { route: "POST /admin/institution/agreements/:id/scan", id: whole, body: PNG },
    { route: "GET /admin/institution/agreements/:id/scan", id: whole },
    { route: "POST /admin/institution/agreements/:id/sign", id: whole, body: { signed_on: dayFromNow(0) } },
    { route: "POST /admin/institution/agreements/:id/renew", id: whole, body: { number: "定采〔2027〕902", valid_from: dayFromNow(91), valid_to: dayFromNow(200) } },
    { route: "POST /admin/institution/agreements/:id/terminate", id: whole, body: { last_day: dayFromNow(1), reason: "双方协商一致" } },
    { route: "POST /admin/institution/pledges", body: pledge },
    { route: "GET /admin/institution/pledges", mark: potato.variant_id },
    { route: "POST /admin/institution/shortage-rules", body: { seller_id: wuxi.id, rule: "schools_first" } },
    { route: "GET /admin/institution/packing", query: `date=${date}`, mark: school.name },
    { route: "GET /admin/institution/run-digest", query: `date=${date}`, mark: school.id },
    { route: "GET /admin/institution/dry-run", query: `date=${date}`, mark: '"planned":1' },
  ]
}
