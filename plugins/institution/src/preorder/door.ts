import { allowed, refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { AcceptedLine } from "../domain/decide-acceptance"
import { decideAcceptedLines } from "../domain/decide-acceptance"
import type { ContractRow, DeliveryRow, OfferRow } from "../modules/preorder/service"
import type { Load } from "../statement/delivery-note"
import type { Door } from "../statement/receive"
import { acceptPreorder } from "./deliver"
import { requireDelivery } from "./facts"

export interface Batch {
  delivery: DeliveryRow
  contract: ContractRow
  offer: OfferRow
}

/** A batch of a harvest at the door: one line, in whole pieces. Errors of its `check`: preorder_delivery_state, those of `decideAcceptedLines`. */
export function batchDoor(container: MedusaContainer, { delivery: { id, quantity, accepted }, contract, offer: { variant_id } }: Batch): Door {
  return {
    id, organisation_id: contract.organisation_id, variant_ids: [variant_id],
    check: async (lines) => {
      if ((await requireDelivery(container, id)).delivery.state !== "placed") throw refusal("conflict", "preorder_delivery_state")
      allowed(decideAcceptedLines([{ variant_id, settle_by: "count", supplied: quantity }], lines))
    },
    record: (lines, actor_id) => acceptPreorder(container, id, onlyLine(lines), actor_id),
    stands: (lines) => accepted === null || onlyLine(lines).accepted === accepted,
  }
}

/** The order of a batch, for its delivery note. Only a batch that was placed has one. */
export function loadOfBatch(container: MedusaContainer, held: Batch, organisation: { id: string; name: string }): Load {
  const { delivery: { order_id, deliver_on, quantity, accepted, reason }, contract, offer: { producer_id, variant_id } } = held
  return {
    door: batchDoor(container, held), order_id, seller_id: producer_id, deliver_on, organisation, place: contract.delivery, given_to: null, page: `/desk/preorders/${contract.id}`,
    lines: [{ variant_id, settle_by: "count", supplied: quantity, accepted, reason, handling: null }],
  }
}

const onlyLine = ([line]: AcceptedLine[]): AcceptedLine => line!
