import { refusal } from "@fupin/access"
import type { PackedLotsInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { businessDay, later } from "../domain/business-day"
import { preordersOf, requireOffer } from "../preorder/facts"
import { readOccurrences, withPlans } from "../reads/plans"
import { statementsOf } from "../statement"

/** Goods that are packed together: of a date of a standing order, of all placed orders of a campaign, of one that replaces a spoiled pack, or of a batch of a harvest. */
export interface PackingLoad {
  id: string
  organisation_id: string
  /** The day they are handed over. */
  on: string
  is_closed: boolean
  goods: { variant_id: string; seller_id: string | null; quantity: number }[]
}

/** Error: not_found. */
export async function readPackingLoad(container: MedusaContainer, load: PackedLotsInput["load"], now: Date): Promise<PackingLoad> {
  const held = await findPackingLoad(container, load, now)
  if (!held) throw refusal("not_found", "not_found")
  return held
}

/** Null: there is none. */
export async function findPackingLoad(container: MedusaContainer, { kind, id }: PackedLotsInput["load"], now: Date): Promise<PackingLoad | null> {
  const today = businessDay(now)
  switch (kind) {
    case "occurrence": return await readDate(container, id)
    case "campaign": return await readCampaign(container, id, today)
    case "replacement": return await readReplacement(container, id, today)
    case "batch": return await readBatch(container, id)
  }
}

async function readDate(container: MedusaContainer, id: string): Promise<PackingLoad | null> {
  const [delivery] = await withPlans(container, await readOccurrences(container, { id }))
  if (!delivery) return null
  const { occurrence: { accepted_at, delivery_date, lines }, organisation } = delivery
  const isSigned = (await statementsOf(container).readSheet(id)) !== null
  return { id, organisation_id: organisation.id, on: delivery_date, is_closed: accepted_at !== null || isSigned, goods: lines.filter(({ supplied }) => supplied > 0).map(({ variant_id, seller_id, supplied }) => ({ variant_id, seller_id, quantity: supplied })) }
}

/** A pack is to be good on the holiday that it is given for. */
async function readCampaign(container: MedusaContainer, id: string, today: string): Promise<PackingLoad | null> {
  const [campaign] = await campaignsOf(container).readCampaigns({ ids: [id] })
  if (!campaign) return null
  const { organisation_id, holiday_on, state } = campaign
  const components = await campaignsOf(container).readComponents({ campaign_id: id })
  return { id, organisation_id, on: later(holiday_on, today), is_closed: state !== "approved" && state !== "ordered", goods: components.map(({ variant_id, seller_id, quantity }) => ({ variant_id, seller_id, quantity })) }
}

/** It leaves at once; what it was packed from can be said until the campaign is over. */
async function readReplacement(container: MedusaContainer, id: string, today: string): Promise<PackingLoad | null> {
  const [order] = await campaignsOf(container).readReplacements({ id })
  if (!order) return null
  const { organisation_id, state, seller_id, items } = order
  return { id, organisation_id, on: today, is_closed: state === "done" || state === "cancelled", goods: items.map(({ variant_id, quantity }) => ({ variant_id, seller_id, quantity })) }
}

async function readBatch(container: MedusaContainer, id: string): Promise<PackingLoad | null> {
  const [contract] = await preordersOf(container).readContracts({ delivery_id: id })
  if (!contract) return null
  const { state, deliver_on, quantity } = contract.deliveries.find((one) => one.id === id)!
  const { variant_id, producer_id } = await requireOffer(container, contract.offer_id)
  const isSigned = (await statementsOf(container).readSheet(id)) !== null
  const isOrdered = state === "placed" || state === "accepted"
  return { id, organisation_id: contract.organisation_id, on: deliver_on, is_closed: state !== "placed" || isSigned, goods: isOrdered ? [{ variant_id, seller_id: producer_id, quantity }] : [] }
}

/** Whose goods these are in it. Error: packing_no_goods. */
export function goodsIn({ goods }: PackingLoad, variantId: string): PackingLoad["goods"][number] {
  const held = goods.find(({ variant_id }) => variant_id === variantId)
  if (!held) throw refusal("not_found", "packing_no_goods")
  return held
}
