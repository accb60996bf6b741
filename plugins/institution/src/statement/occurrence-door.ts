import { allowed } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideAccepted, decideAcceptedLines, decideTurnedAway } from "../domain/decide-acceptance"
import { type Delivery, handlingOf, readOccurrences } from "../reads/plans"
import { acceptOccurrenceWorkflow } from "../workflows/accept-occurrence"
import type { Door } from "./receive"

/** A date of a standing order at the door. Errors of its `check`: those of `decideAccepted`, `decideAcceptedLines` and `decideTurnedAway`. */
export function occurrenceDoor(container: MedusaContainer, { occurrence: { id, lines }, organisation, agreement }: Delivery): Door {
  return {
    id, organisation_id: organisation.id, variant_ids: lines.map(({ variant_id }) => variant_id),
    check: async (accepted) => {
      const [occurrence] = await readOccurrences(container, { id })
      allowed(decideAccepted(occurrence!, accepted), "not_allowed")
      allowed(decideAcceptedLines(occurrence!.lines, accepted))
      allowed(decideTurnedAway((variantId) => handlingOf(agreement, variantId).temperature, accepted))
    },
    record: async (accepted, actor_id) => { await acceptOccurrenceWorkflow(container).run({ input: { id, acceptance: { lines: accepted }, actor_id } }) },
    stands: () => true,
  }
}
