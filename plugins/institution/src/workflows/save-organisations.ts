import { refusal } from "@fupin/access"
import type { MemberRole, OrganisationInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { graph } from "../medusa"
import { institutionOf } from "../reads/plans"

export interface SaveOrganisations {
  /** `verified` also verifies the members named. */
  organisations: (OrganisationInput & { verified?: boolean; members?: { email: string; role: MemberRole }[] })[]
  actor_id: string
}

export interface SaveMembers {
  organisation_id: string
  members: { email: string; role: MemberRole }[]
  verified: boolean
  actor_id: string
}

const saveOrganisationsStep = createStep("save-organisations", async ({ organisations, actor_id }: SaveOrganisations, { container }) => {
  const verification = { at: new Date(), by: actor_id }
  const rows = await institutionOf(container).saveOrganisations(organisations.map(({ name, uscc, kind, region_code, verified }) =>
    ({ name, uscc, kind, region_code, verified: verified ? verification : null })))
  for (const { uscc, members = [], verified = false } of organisations) {
    await saveMembers(container, { organisation_id: rows.find((row) => row.uscc === uscc)!.id, members, verified, actor_id })
  }
  return new StepResponse(rows)
})

const saveMembersStep = createStep("save-organisation-members", async (input: SaveMembers, { container }) => new StepResponse(await saveMembers(container, input)))

/** Members are people with a shop account: found by e-mail, never typed in. Error: unknown_customer. */
async function saveMembers(container: MedusaContainer, { organisation_id, members, verified, actor_id }: SaveMembers) {
  if (members.length === 0) return []
  const customers = await graph<{ id: string; email: string }>(container, "customer", ["id", "email"], { email: [...new Set(members.map(({ email }) => email))], has_account: true })
  const entries = members.map(({ email, role }) => {
    const customer = customers.find((one) => one.email === email)
    if (!customer) throw refusal("invalid_data", "unknown_customer")
    return { organisation_id, customer_id: customer.id, role, verified: verified ? { at: new Date(), by: actor_id } : null }
  })
  return institutionOf(container).saveMembers(entries, actor_id, new Date())
}

/** Organisations with their members, found again by 统一社会信用代码. */
export const saveOrganisationsWorkflow = createWorkflow("save-organisations", (input: SaveOrganisations) => new WorkflowResponse(saveOrganisationsStep(input)))

/** Members of one organisation, found again by person and role. */
export const saveMembersWorkflow = createWorkflow("save-organisation-members", (input: SaveMembers) => new WorkflowResponse(saveMembersStep(input)))
