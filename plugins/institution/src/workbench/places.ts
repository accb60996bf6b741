import type { Packing, WorkbenchPacking } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { phoneKeys, phonePlace } from "../keys"
import { readOccurrences, unique, withPlans } from "../reads/plans"
import { readRegionNames } from "../reads/region-names"

/** Where the goods of a list go, and whom to ring there; nothing of days that are over by `today`. */
export async function readPlaces(container: MedusaContainer, { date, sellers }: Packing, today: string): Promise<WorkbenchPacking["places"]> {
  const ids = unique(sellers.flatMap(({ lines }) => lines.flatMap(({ deliveries }) => deliveries.map(({ occurrence_id }) => occurrence_id))))
  if (date < today || ids.length === 0) return []
  const occurrences = await readOccurrences(container, { id: ids })
  const deliveries = await withPlans(container, occurrences)
  const regions = await readRegionNames(container, unique(deliveries.map(({ standing_order }) => standing_order.delivery.county_code)))
  return deliveries.map(({ occurrence, standing_order: { id, delivery: { name, county_code, detail }, delivery_phone_sealed }, gift }) => {
    return { occurrence_id: occurrence.id, address: `${regions.get(county_code) ?? ""}${detail}`, contact: name, phone: gift.address?.phone ?? phoneKeys().open(phonePlace(id), delivery_phone_sealed) }
  })
}
