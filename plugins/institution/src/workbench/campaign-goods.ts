import type { WorkbenchCampaign } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import { goneGoods, readGoods } from "../reads/goods"
import { readPackedLots } from "../reads/packed-lots"
import { readOrganisations, unique } from "../reads/plans"

/** What a producer packs for gift packs that are ordered and not there yet; of the members who get them nothing. */
export async function showCampaignGoods(container: MedusaContainer, producerId: string): Promise<WorkbenchCampaign[]> {
  const rows = await campaignsOf(container).readComponents({ seller_id: producerId })
  const ids = unique(rows.map(({ campaign_id }) => campaign_id))
  const [goods, packed, organisations] = await Promise.all([
    readGoods(container, rows.map(({ variant_id }) => variant_id)), readPackedLots(container, ids), readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) }),
  ])
  return ids.map((id) => {
    const own = rows.filter(({ campaign_id }) => campaign_id === id)
    const { title, holiday_on, organisation_id } = own[0]!
    return {
      id, title, holiday_on, organisation_name: organisations.find((one) => one.id === organisation_id)?.name ?? "",
      lines: own.map(({ variant_id, quantity }) => {
        const { product_id, title: name, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
        return { variant_id, product_id, title: name, specification, quantity, lots: packed(id, variant_id) }
      }),
    }
  })
}
