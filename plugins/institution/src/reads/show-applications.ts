import type { Application, ApplicationState } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readMemberships } from "./members"
import { institutionOf, readOrganisations, unique } from "./plans"
import { showEvents } from "./show-members"
import { showOrganisation } from "./show-organisations"

const stateOf = ({ verified_at, refused_at }: { verified_at: Date | null; refused_at: Date | null }): ApplicationState => (verified_at ? "verified" : refused_at ? "refused" : "pending")

/** Units that the person registered or joined and where something waits or was refused, with what was said about it; of the unit itself only who registered it reads that. */
export async function showApplications(container: MedusaContainer, customerId: string): Promise<Application[]> {
  const held = (await readMemberships(container, customerId)).filter(({ left_at }) => left_at === null)
  const organisations = await readOrganisations(container, { id: unique(held.map(({ organisation_id }) => organisation_id)) })
  const open = organisations.filter(({ id, verified_at }) => verified_at === null || held.some((one) => one.organisation_id === id && one.verified_at === null))
  const events = await institutionOf(container).readEventsOf(open.map(({ id }) => id), customerId)
  const shown = await showEvents(container, events)
  return open.map((organisation) => {
    const is_registrant = organisation.registered_by === customerId
    const own = events.flatMap(({ organisation_id, customer_id }, place) => (organisation_id === organisation.id && (customer_id !== null || is_registrant) ? [shown[place]!] : []))
    return {
      organisation: showOrganisation(organisation), is_registrant, state: stateOf(organisation), reason: is_registrant ? organisation.refusal_reason : null, events: own,
      roles: held.filter(({ organisation_id }) => organisation_id === organisation.id).map((one) => ({ role: one.role, state: stateOf(one), reason: one.refusal_reason })),
    }
  })
}
