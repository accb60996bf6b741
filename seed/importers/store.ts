import {
  createApiKeysWorkflow, createRegionsWorkflow, createSalesChannelsWorkflow, createShippingProfilesWorkflow,
  createStockLocationsWorkflow, createTaxRegionsWorkflow, linkSalesChannelsToApiKeyWorkflow, linkSalesChannelsToStockLocationWorkflow, updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import data from "../data/store.json"
import { shippingOptions } from "./shipping"

export interface OpenStore {
  region_id: string
  sales_channel_id: string
  stock_location_id: string
  shipping_profile_id: string
  shipping_option_ids: Record<string, string>
  publishable_key: string
}

/** Opens the shop: CNY, region cn with tax-inclusive prices, warehouse, shipping, key. Running it again finds what is there. */
export async function importStore(container: MedusaContainer): Promise<OpenStore> {
  const sales_channel_id = await salesChannel(container)
  const region_id = await region(container)
  const shipping_profile_id = await shippingProfile(container)
  const stock_location_id = await warehouse(container, sales_channel_id)
  await namedStore(container, { region_id, sales_channel_id, stock_location_id })
  const shipping_option_ids = await shippingOptions(container, stock_location_id, shipping_profile_id)
  return { region_id, sales_channel_id, stock_location_id, shipping_profile_id, shipping_option_ids, publishable_key: await publishableKey(container, sales_channel_id) }
}

async function salesChannel(container: MedusaContainer): Promise<string> {
  const [held] = await container.resolve(Modules.SALES_CHANNEL).listSalesChannels({ name: data.sales_channel })
  if (held) return held.id
  const { result } = await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name: data.sales_channel }] } })
  return result[0]!.id
}

async function region(container: MedusaContainer): Promise<string> {
  const [held] = await container.resolve(Modules.REGION).listRegions({ currency_code: "cny" })
  if (held) return held.id
  const providers = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  await createTaxRegionsWorkflow(container).run({ input: [{ country_code: "cn", provider_id: "tp_system" }] })
  const { result } = await createRegionsWorkflow(container).run({
    input: { regions: [{ name: "中国", currency_code: "cny", countries: ["cn"], payment_providers: providers.map(({ id }) => id).filter((id) => id !== "pp_system_default"), is_tax_inclusive: true }] },
  })
  return result[0]!.id
}

async function shippingProfile(container: MedusaContainer): Promise<string> {
  const [held] = await container.resolve(Modules.FULFILLMENT).listShippingProfiles({ type: "default" })
  if (held) return held.id
  const { result } = await createShippingProfilesWorkflow(container).run({ input: { data: [{ name: data.shipping_profile, type: "default" }] } })
  return result[0]!.id
}

async function warehouse(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const { name, ...address } = data.warehouse
  const [held] = await container.resolve(Modules.STOCK_LOCATION).listStockLocations({ name })
  if (held) return held.id
  const { result } = await createStockLocationsWorkflow(container).run({ input: { locations: [{ name, address: { ...address, country_code: "cn" } }] } })
  const id = result[0]!.id
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id, add: [salesChannelId] } })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create({ [Modules.STOCK_LOCATION]: { stock_location_id: id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } })
  return id
}

async function namedStore(container: MedusaContainer, defaults: { region_id: string; sales_channel_id: string; stock_location_id: string }): Promise<void> {
  const [store] = await container.resolve(Modules.STORE).listStores({})
  const update = {
    name: data.name,
    supported_currencies: [{ currency_code: "cny", is_default: true, is_tax_inclusive: true }],
    default_region_id: defaults.region_id,
    default_sales_channel_id: defaults.sales_channel_id,
    default_location_id: defaults.stock_location_id,
    metadata: { bank_account: data.bank_account },
  }
  if (!store) await container.resolve(Modules.STORE).createStores(update)
  else await updateStoresWorkflow(container).run({ input: { selector: { id: store.id }, update } })
}

async function publishableKey(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const [held] = await container.resolve(Modules.API_KEY).listApiKeys({ title: data.publishable_key, type: "publishable" })
  if (held) return held.token
  const { result } = await createApiKeysWorkflow(container).run({ input: { api_keys: [{ title: data.publishable_key, type: "publishable", created_by: "" }] } })
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: result[0]!.id, add: [salesChannelId] } })
  return result[0]!.token
}
