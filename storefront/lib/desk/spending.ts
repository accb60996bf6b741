import "server-only"
import { Approval, ApprovalPolicy, BudgetAnswer, Delegation, OrganisationProfile } from "@fupin/contract/schemas"
import { z } from "zod"
import { request } from "@/lib/api"

const BASE = "/store/institution"
const Approvals = z.object({ approvals: z.array(Approval) })
const Delegations = z.object({ delegations: z.array(Delegation) })
const Policy = z.object({ policy: ApprovalPolicy.nullable(), members: z.array(z.object({ customer_id: z.string(), name: z.string() })) })
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

/** A unit's year: budgets, plans with every payment behind them, and what would close the gaps. */
export async function getBudget(token: string, organisation_id: string, year: number): Promise<BudgetAnswer> {
  return request(`${BASE}/budget`, BudgetAnswer, { token, query: { organisation_id, year } })
}

export async function getProfile(token: string, organisation_id: string): Promise<OrganisationProfile> {
  return (await request(`${BASE}/organisation`, Profile, { token, query: { organisation_id } })).profile
}
