import type { WorkbenchCampaign } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { preordersOf } from "../preorder/facts"
import { businessDay } from "../domain/business-day"
import { goneGoods, readGoods } from "../reads/goods"
import { readPackedLots } from "../reads/packed-lots"
import { readOrganisations, unique } from "../reads/plans"

type Own = Omit<WorkbenchCampaign, "lines" | "organisation_name"> & { organisation_id: string; goods: { variant_id: string; quantity: number }[] }

/** What a producer packs beside standing orders that is not there yet: gift packs, those that replace spoiled ones, batches of its harvest. Of the members who get packs nothing. */
export async function showCampaignGoods(container: MedusaContainer, producerId: string, now: Date): Promise<WorkbenchCampaign[]> {
  const own = [...await readPacks(container, producerId), ...await readSpoiled(container, producerId, businessDay(now)), ...await readBatches(container, producerId)]
  const [goods, packed, organisations] = await Promise.all([
    readGoods(container, own.flatMap((one) => one.goods.map(({ variant_id }) => variant_id))), readPackedLots(container, own.map(({ id }) => id)), readOrganisations(container, { id: unique(own.map(({ organisation_id }) => organisation_id)) }),
  ])
  return own.map(({ organisation_id, goods: held, ...one }) => ({
    ...one, organisation_name: organisations.find(({ id }) => id === organisation_id)?.name ?? "",
    lines: held.map(({ variant_id, quantity }) => {
      const { product_id, title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
      return { variant_id, product_id, title, specification, quantity, lots: packed(one.id, variant_id) }
    }),
  }))
}

async function readPacks(container: MedusaContainer, seller_id: string): Promise<Own[]> {
  const rows = await campaignsOf(container).readComponents({ seller_id })
  return unique(rows.map(({ campaign_id }) => campaign_id)).map((id) => {
    const goods = rows.filter(({ campaign_id }) => campaign_id === id)
    const { title, holiday_on, organisation_id } = goods[0]!
    return { kind: "campaign", id, title, due_on: holiday_on, organisation_id, goods }
  })
}

async function readSpoiled(container: MedusaContainer, seller_id: string, today: string): Promise<Own[]> {
  const rows = await campaignsOf(container).readReplacements({ seller_id })
  return rows.map(({ id, title, organisation_id, items }) => ({ kind: "replacement", id, title: `${title}破损补发`, due_on: today, organisation_id, goods: items }))
}

async function readBatches(container: MedusaContainer, producer_id: string): Promise<Own[]> {
  const offers = new Map((await preordersOf(container).readOffers({ producer_id })).map((offer) => [offer.id, offer]))
  const contracts = offers.size === 0 ? [] : await preordersOf(container).readContracts({ offer_ids: [...offers.keys()] })
  return contracts.flatMap(({ number, organisation_id, offer_id, deliveries }) => deliveries.filter(({ state }) => state === "placed").map(({ id, sequence, deliver_on, quantity }): Own =>
    ({ kind: "batch", id, title: `预购 ${number ?? ""} 第 ${sequence} 批`, due_on: deliver_on, organisation_id, goods: [{ variant_id: offers.get(offer_id)!.variant_id, quantity }] })))
}
