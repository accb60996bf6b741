import { checkOutWorkflow } from "@fupin/checkout/workflows"
import { secretId } from "@fupin/checkout/domain/secret-ids"
import { CheckoutInput, type Checkout, type GroupBuyJoinInput, type PurchaseReason } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { tagOf } from "../domain/purchase-reason"
import { orderKey } from "../keys"
import type { GroupBuyRow, PartRow } from "../modules/group-buy/service"
import { readOrganisations } from "../reads/plans"
import { statementsOf } from "../statement"
import { groupBuysOf } from "./facts"
import { syncHoldIfPossible } from "./hold"
import { reservePart } from "./spending"

interface Buyer {
  customer_id: string
  sales_channel_id: string
}

/**
 * Takes a part in a group buy and makes the cart by which it is paid, at the opening price; completing the cart joins. The same key again
 * answers the same cart. Errors: those of `decideJoin`, of the checkout, and of an organisation's gate.
 */
export async function joinGroupBuy(container: MedusaContainer, group_buy_id: string, input: GroupBuyJoinInput, buyer: Buyer): Promise<Checkout> {
  const module = groupBuysOf(container)
  const { organisation_id, quantity, idempotency_key, ...rest } = input
  const cart_id = secretId(orderKey(), "cart", "group-buy", group_buy_id, buyer.customer_id, idempotency_key)
  const { part, group } = await module.join({ group_buy_id, customer_id: buyer.customer_id, organisation_id, cart_id, quantity }, new Date())
  try {
    const checkout = CheckoutInput.parse({ ...rest, reason: await reasonOf(container, input), idempotency_key, items: [{ variant_id: group.variant_id, quantity }] })
    const agreed = { prices: { [group.variant_id]: part.opening_price_fen }, metadata: await metadataOf(container, group, part) }
    const { result } = await checkOutWorkflow(container).run({ input: { input: checkout, cart_id, ...buyer, agreed } })
    await reservePart(container, group, part, result.total_fen, input.address)
    await module.makeReady(part.id, new Date())
    return result
  } catch (error) {
    await module.lapse([part.id], new Date())
    await syncHoldIfPossible(container, group.id)
    throw error
  }
}

/** What the buyer says, else of a unit's order what the unit says of all it buys. */
async function reasonOf(container: MedusaContainer, { organisation_id, reason }: GroupBuyJoinInput): Promise<PurchaseReason> {
  const units = organisation_id === null ? null : (await statementsOf(container).readReasons([organisation_id])).get(organisation_id) ?? null
  return tagOf(reason, units).reason ?? "own_use"
}

/** What the order says of itself, as the papers read it. */
async function metadataOf(container: MedusaContainer, group: GroupBuyRow, { organisation_id }: PartRow): Promise<Record<string, unknown>> {
  const known = { source: "group_buy", group_buy_id: group.id }
  if (organisation_id === null) return known
  const [organisation] = await readOrganisations(container, { id: organisation_id })
  return { ...known, organisation_id, organisation_name: organisation!.name, organisation_uscc: organisation!.uscc }
}
