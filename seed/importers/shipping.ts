import { createShippingOptionsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import data from "../data/store.json"

/** The ways goods are sent from a warehouse, by their code. */
export async function shippingOptions(container: MedusaContainer, stockLocationId: string, profileId: string): Promise<Record<string, string>> {
  const zoneId = await serviceZone(container, stockLocationId)
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const held = await fulfillment.listShippingOptions({ service_zone: { id: zoneId } }, { relations: ["type"] })
  const missing = data.shipping_options.filter(({ code }) => !held.some(({ type }) => type.code === code))
  if (missing.length > 0) {
    await createShippingOptionsWorkflow(container).run({
      input: missing.map(({ name, code, description, yuan }) => ({
        name, service_zone_id: zoneId, shipping_profile_id: profileId, provider_id: "manual_manual", price_type: "flat" as const,
        type: { label: name, code, description }, prices: [{ currency_code: "cny", amount: yuan }],
        rules: [{ attribute: "enabled_in_store", operator: "eq" as const, value: "true" }, { attribute: "is_return", operator: "eq" as const, value: "false" }],
      })),
    })
  }
  const all = await fulfillment.listShippingOptions({ service_zone: { id: zoneId } }, { relations: ["type"] })
  return Object.fromEntries(all.map(({ id, type }) => [type.code, id]))
}

async function serviceZone(container: MedusaContainer, stockLocationId: string): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [held] = await fulfillment.listServiceZones({ name: data.service_zone })
  if (held) return held.id
  const set = await fulfillment.createFulfillmentSets({
    name: data.fulfillment_set, type: "shipping",
    service_zones: [{ name: data.service_zone, geo_zones: [{ type: "country", country_code: "cn" }] }],
  })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } })
  return set.service_zones[0]!.id
}
