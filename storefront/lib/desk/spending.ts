import "server-only"
import { Approval, ApprovalPolicy, ApprovalPreview, BudgetAnswer, CreditChoice, Delegation, DeskToday, OrganisationProfile, OutsideList, type PurchaseKind, UnitEntries, UnitImpact } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"
import { fetchFile } from "./supply"

const BASE = "/store/institution"
const Approvals = z.object({ approvals: z.array(Approval) })
const Delegations = z.object({ delegations: z.array(Delegation) })
const Policy = z.object({ policy: ApprovalPolicy.nullable(), members: z.array(z.object({ customer_id: z.string(), name: z.string() })) })
const Preview = z.object({ preview: ApprovalPreview })
const Profile = z.object({ profile: OrganisationProfile })
export type PolicyAnswer = z.infer<typeof Policy>

export async function getApprovals(token: string, organisation_id: string, state: "open" | "closed"): Promise<Approval[]> {
  return (await request(`${BASE}/approvals`, Approvals, { token, query: { organisation_id, state } })).approvals
}

export async function getDelegations(token: string, organisation_id: string): Promise<Delegation[]> {
  return (await request(`${BASE}/delegations`, Delegations, { token, query: { organisation_id } })).delegations
}

export async function getPolicy(token: string, organisation_id: string): Promise<PolicyAnswer> {
  return request(`${BASE}/approval-policy`, Policy, { token, query: { organisation_id } })
}

/** Who would have to approve a purchase if it were submitted now, and why. */
export async function getApprovalPreview(token: string, organisation_id: string, kind: PurchaseKind, amount_fen: number): Promise<ApprovalPreview> {
  return (await request(`${BASE}/approval-preview`, Preview, { token, query: { organisation_id, kind, amount_fen } })).preview
}

/** A unit's year: budgets, plans with every payment behind them, and what would close the gaps. */
export async function getBudget(token: string, organisation_id: string, year: number): Promise<BudgetAnswer> {
  return request(`${BASE}/budget`, BudgetAnswer, { token, query: { organisation_id, year } })
}

/** What the unit's figures are, and who entered them. */
export async function getEntries(token: string, organisation_id: string): Promise<UnitEntries> {
  return request(`${BASE}/entries`, UnitEntries, { token, query: { organisation_id } })
}

export async function getProfile(token: string, organisation_id: string): Promise<OrganisationProfile> {
  return (await request(`${BASE}/organisation`, Profile, { token, query: { organisation_id } })).profile
}

/** The desk's first page in one answer. */
export async function getToday(token: string, organisation_id: string): Promise<DeskToday> {
  return request(`${BASE}/today`, DeskToday, { token, query: { organisation_id } })
}

export async function getImpact(token: string, organisation_id: string, year: number): Promise<UnitImpact> {
  return request(`${BASE}/impact`, UnitImpact, { token, query: { organisation_id, year } })
}

/** Where one's own order may be counted; null when the order is not one's own. */
export async function getCreditChoice(token: string, order_id: string): Promise<CreditChoice | null> {
  return requestOrNull(`${BASE}/credits`, CreditChoice, { token, query: { order_id } })
}

export async function postOutsideList(token: string, organisation_id: string, text: string): Promise<OutsideList> {
  return request(`${BASE}/outside-purchases/lists`, OutsideList, { method: "POST", token, body: { organisation_id, text } })
}

/** A workbook goes as it is. */
export async function postOutsideFile(token: string, organisationId: string, content: ArrayBuffer): Promise<OutsideList> {
  const answer = await fetchFile(token, `outside-purchases/lists/${encodeURIComponent(organisationId)}`, { method: "POST", body: content })
  return OutsideList.parse(await answer.json())
}
