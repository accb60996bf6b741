import type { ApprovalPolicy, ApprovalPreview, ApprovalPreviewQuery, Delegation } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { raisedText, SAME_DAY } from "../domain/spending/split"
import { spendingOf } from "../spending"
import { readNames } from "./people"

/** Who approves what in an organisation; null: nothing needs approval. */
export async function showPolicy(container: MedusaContainer, organisationId: string): Promise<ApprovalPolicy | null> {
  const policy = await spendingOf(container).readPolicy(organisationId)
  if (!policy) return null
  const name = await readNames(container, policy.tiers.flatMap(({ approvers }) => approvers))
  const tiers = policy.tiers.map(({ approvers, ...tier }) => ({ ...tier, approvers: approvers.map((id) => ({ customer_id: id, name: name(id) })) }))
  return { tiers, request_days: policy.request_days, approval_days: policy.approval_days, changed_at: new Date(policy.changed_at).toISOString() }
}

/** Who would have to approve a purchase if it were submitted now, and why, where that is more than its amount alone asks for. */
export async function showPreview(container: MedusaContainer, { organisation_id, ...purchase }: ApprovalPreviewQuery): Promise<ApprovalPreview> {
  const judged = await spendingOf(container).preview(organisation_id, purchase, new Date())
  const name = await readNames(container, judged.tier.approvers)
  return { mode: judged.tier.mode, approvers: judged.tier.approvers.map(name), because: raisedText(judged, SAME_DAY) }
}

/** Who decides in whose place, those ended too. */
export async function showDelegations(container: MedusaContainer, organisationId: string, actor: string): Promise<Delegation[]> {
  const rows = await spendingOf(container).readDelegations(organisationId)
  const name = await readNames(container, rows.flatMap(({ from_customer_id, to_customer_id }) => [from_customer_id, to_customer_id]))
  return rows.map(({ id, organisation_id, from_customer_id, to_customer_id, from_day, to_day, reason, ended_at }) => ({
    id, organisation_id, from: { customer_id: from_customer_id, name: name(from_customer_id) }, to: { customer_id: to_customer_id, name: name(to_customer_id) },
    from_day, to_day, reason, ended_at: ended_at ? new Date(ended_at).toISOString() : null, is_mine: from_customer_id === actor,
  }))
}
