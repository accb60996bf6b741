import { refusal, regionContains, type StaffRequest } from "@fupin/access"
import type { OutsidePurchase } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type AgreementRow, asMembers, type MemberRow, type OrganisationRow } from "../medusa"
import { institutionOf, readAgreements, readOrganisations } from "../reads/plans"
import { spendingOf } from "../spending"

type Scoped = Pick<StaffRequest, "staffRegions"> & { scope: MedusaContainer }

/** Whether a place lies in the staff member's regions. */
export const mayIn = (req: Scoped, region: string): boolean => req.staffRegions.some((within) => regionContains(within, region))

/** Refuses a region that lies outside the staff member's. Error: not_in_your_region. */
export function refuseOutside(req: Scoped, region: string): void {
  if (!mayIn(req, region)) throw refusal("forbidden", "not_in_your_region")
}

/** The organisations that the staff member's regions hold. */
export async function organisationsInScope(req: Scoped): Promise<OrganisationRow[]> {
  return (await readOrganisations(req.scope, {})).filter(({ region_code }) => mayIn(req, region_code))
}

/** The organisation, if it lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function organisationInScope(req: Scoped, id: string): Promise<OrganisationRow> {
  const [organisation] = await readOrganisations(req.scope, { id })
  if (!organisation) throw refusal("not_found", "not_found")
  refuseOutside(req, organisation.region_code)
  return organisation
}

export async function memberInScope(req: Scoped, id: string): Promise<MemberRow> {
  const [member] = asMembers(await institutionOf(req.scope).listOrganisationMembers({ id }))
  if (!member) throw refusal("not_found", "not_found")
  await organisationInScope(req, member.organisation_id)
  return member
}

export async function agreementInScope(req: Scoped, id: string): Promise<AgreementRow> {
  const [agreement] = await readAgreements(req.scope, { id })
  if (!agreement) throw refusal("not_found", "not_found")
  await organisationInScope(req, agreement.organisation_id)
  return agreement
}

/** A purchase made elsewhere, if its organisation lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function outsidePurchaseInScope(req: Scoped, id: string): Promise<OutsidePurchase> {
  const [purchase] = await spendingOf(req.scope).readOutside({ ids: [id] })
  if (!purchase) throw refusal("not_found", "not_found")
  await organisationInScope(req, purchase.organisation_id)
  return purchase
}
