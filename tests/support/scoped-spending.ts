import { enterOutsidePurchase } from "@fupin/institution/spending/outside"
import { saveOrganisationsWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { ScopeCase } from "./scope-cases"

/** Beside the school in 重庆: a hospital it is grouped with, an invitation, and a purchase made elsewhere with its proof. */
export async function openScopedSpending(container: MedusaContainer, school: string) {
  const { result: [hospital] } = await saveOrganisationsWorkflow(container).run({ input: { actor_id: "tester", organisations: [{ name: "巫溪县中医院", uscc: "91350100M000100Y43", kind: "hospital", region_code: "500238", verified: true }] } })
  const spending = container.resolve<any>("spending")
  const act = { actor_id: "tester", at: new Date() }
  await spending.saveRelation({ organisation_id: school, kind: "group", to_organisation_id: hospital!.id, since: "2026-01-01" }, act)
  await spending.invite(school, { role: "viewer", note: "", valid_days: 7 }, "2222-3333-4444-5555", { ...act, side: "office" })
  const [relation] = await spending.readRelations([school])
  const [invitation] = await spending.readInvitations(school, new Date())
  const proof = Buffer.from("%PDF-1.4\n%%EOF").toString("base64")
  const outside = await enterOutsidePurchase(container, { organisation_id: school, platform: "other", source: "canteen", seller: "城口县某合作社", goods: "香菇", origin_code: "500229", amount_fen: 100, paid_on: "2026-03-01", proof_name: "a.pdf", proof }, "tester")
  return { hospital: hospital!.id, relation: String(relation.id), invitation: String(invitation.id), outside: outside.id }
}

export function spendingCases({ hospital, relation, invitation, outside }: Awaited<ReturnType<typeof openScopedSpending>>, school: string): ScopeCase[] {
  const of = (what: string, body?: object): ScopeCase => ({ route: `${body ? "POST" : "GET"} /admin/institution/organisations/:id/${what}`, id: school, ...(body ? { body } : {}) })
  return [
    of("approval-policy"), of("approval-policy", { tiers: [{ up_to_fen: null, mode: "none" }] }), of("budgets"), of("budgets", { year: 2030, purpose: "delivery", amount_fen: 100 }), of("budget"), of("entries"),
    of("spending-plans", { year: 2026, kind: "local", title: "帮扶计划", target_fen: 100, eligible: { platforms: ["here"], sources: ["canteen"] } }), of("headcounts", { on_day: "2026-01-01", members: 5, evidence: "名册" }),
    of("profile"), of("exemption", { reason: "没有食堂", since: "2026-01-01" }), of("invitations", { role: "viewer" }), of("relations", { kind: "caterer", to_organisation_id: hospital, since: "2026-01-01" }),
    { route: "POST /admin/institution/relations/:id/end", id: relation, body: { ended_on: "2026-06-30" } },
    { route: "POST /admin/institution/invitations/:id/revoke", id: invitation },
    { route: "POST /admin/institution/share-rates", body: { region_code: "500238", from_year: 2026, rate_bp: 1500, source: "县通知" } },
    { route: "POST /admin/institution/regional-holidays", body: { region_code: "500238", holiday: "sanyuesan", year: 2098, from_on: "2098-04-13", to_on: "2098-04-14", document: "巫溪府办发〔2098〕1号" } },
    { route: "POST /admin/institution/member-levels", body: { region_code: "500238", from_year: 2026, floor_fen: 50_000, cap_fen: null, source: "县总工会通知" } },
    { route: "GET /admin/institution/outside-purchases", mark: outside },
    { route: "GET /admin/institution/outside-purchases/:id/proof", id: outside },
    { route: "POST /admin/institution/outside-purchases/:id/decision", id: outside, body: { verdict: "approve" } },
  ]
}
