import { allowed, refusal } from "@fupin/access"
import type { MemberRole } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideOrganisationAccess, isInForce, type MemberAction } from "../domain/decide-member"
import { asMembers, type MemberRow, type OrganisationRow } from "../medusa"
import { type Delivery, institutionOf, readAgreements, readOccurrences, readOrganisations, readStandingOrders, unique, withPlans } from "./plans"

/** Everything the person was ever given; whether it counts is decided at the moment it is asked. */
export async function readMemberships(container: MedusaContainer, customerId: string): Promise<MemberRow[]> {
  return asMembers(await institutionOf(container).listOrganisationMembers({ customer_id: customerId }, { take: null }))
}

/** The organisations a person belongs to now, with their roles there. */
export async function readMine(container: MedusaContainer, customerId: string): Promise<(OrganisationRow & { roles: MemberRole[] })[]> {
  const memberships = (await readMemberships(container, customerId)).filter((held) => isInForce(held, new Date()))
  const organisations = await readOrganisations(container, { id: unique(memberships.map(({ organisation_id }) => organisation_id)) })
  return organisations.map((one) => ({ ...one, roles: memberships.filter(({ organisation_id }) => organisation_id === one.id).map(({ role }) => role) }))
}

/** Refuses (403) unless the person may do `action` for the organisation now; an organisation unknown answers like one that is not theirs. */
export async function allowMember(container: MedusaContainer, customerId: string, organisationId: string, action: MemberAction): Promise<MemberRole[]> {
  const [organisation] = await readOrganisations(container, { id: organisationId })
  if (!organisation) throw refusal("forbidden", "not_a_member")
  return allowed(decideOrganisationAccess(await readMemberships(container, customerId), organisation, action, new Date()), "forbidden")
}

/** The role held by somebody, if the person manages the unit it is of; 404 when there is none, 403 when it is another's. */
export async function memberFor(container: MedusaContainer, customerId: string, id: string): Promise<MemberRow> {
  const [member] = asMembers(await institutionOf(container).listOrganisationMembers({ id }))
  if (!member) throw refusal("not_found", "not_found")
  await allowMember(container, customerId, member.organisation_id, "manage")
  return member
}

/** The agreement, if the person may do `action` for its organisation; 404 when there is none, 403 when it is another's. */
export async function agreementFor(container: MedusaContainer, customerId: string, id: string, action: MemberAction) {
  const [agreement] = await readAgreements(container, { id })
  if (!agreement) throw refusal("not_found", "not_found")
  await allowMember(container, customerId, agreement.organisation_id, action)
  return agreement
}

export async function standingOrderFor(container: MedusaContainer, customerId: string, id: string, action: MemberAction) {
  const [standing_order] = await readStandingOrders(container, { id })
  if (!standing_order) throw refusal("not_found", "not_found")
  const agreement = await agreementFor(container, customerId, standing_order.agreement_id, action)
  return { standing_order, agreement }
}

export async function deliveryFor(container: MedusaContainer, customerId: string, id: string, action: MemberAction): Promise<Delivery> {
  const [delivery] = await withPlans(container, await readOccurrences(container, { id }))
  if (!delivery) throw refusal("not_found", "not_found")
  await allowMember(container, customerId, delivery.organisation.id, action)
  return delivery
}

/** The organisation asked for if the person belongs to it (403 otherwise), or all of theirs. */
export async function readMineOf(container: MedusaContainer, customerId: string, organisationId: string | undefined): Promise<string[]> {
  if (organisationId === undefined) return (await readMine(container, customerId)).map(({ id }) => id)
  await allowMember(container, customerId, organisationId, "read")
  return [organisationId]
}
