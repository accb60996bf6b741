import type { Packing, WorkbenchPacking } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { phoneKeys, phonePlace } from "../keys"
import { byId, readOccurrences, readStandingOrders, unique } from "../reads/plans"
import { readRegionNames } from "../reads/region-names"

/** Where the goods of a list go, and whom to ring there; nothing of days that are over by `today`. */
export async function readPlaces(container: MedusaContainer, { date, sellers }: Packing, today: string): Promise<WorkbenchPacking["places"]> {
  const ids = unique(sellers.flatMap(({ lines }) => lines.flatMap(({ deliveries }) => deliveries.map(({ occurrence_id }) => occurrence_id))))
  if (date < today || ids.length === 0) return []
  const occurrences = await readOccurrences(container, { id: ids })
  const orders = await readStandingOrders(container, { id: unique(occurrences.map(({ standing_order_id }) => standing_order_id)) })
  const regions = await readRegionNames(container, unique(orders.map(({ delivery }) => delivery.county_code)))
  return occurrences.map(({ id, standing_order_id }) => {
    const { delivery: { name, county_code, detail }, delivery_phone_sealed } = byId(orders, standing_order_id)
    return { occurrence_id: id, address: `${regions.get(county_code) ?? ""}${detail}`, contact: name, phone: phoneKeys().open(phonePlace(standing_order_id), delivery_phone_sealed) }
  })
}
