import { allowed, refusal } from "@fupin/access"
import { fenFromYuan } from "@fupin/contract/money"
import type { CampaignChange, CampaignInput, PackInput } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { decidePack, decideTerms, decideYear } from "../domain/campaign/decide-campaign"
import { planPackLines } from "../domain/campaign/pack-lines"
import { graph } from "../medusa"
import { readOrganisations } from "../reads/plans"
import { readDaysOffOf } from "../reads/days-off"
import { readMemberLevel } from "../reads/year-plans"
import { spendingOf } from "../spending"
import { campaignsOf, requireCampaign, requireCertified } from "./facts"

/** A new campaign as a draft; answers its id. Errors: those of `decideTerms`. */
export async function createCampaign(container: MedusaContainer, input: CampaignInput, by: string): Promise<string> {
  const holiday_on = allowed(decideTerms(input, businessDay(new Date()), await readDaysOffOf(container, input.organisation_id)))
  await requireYear(container, input, null)
  return await campaignsOf(container).create(input, holiday_on, by)
}

/** Changes a draft. Errors: not_found, campaign_state, those of `decideTerms` and `decidePack`. */
export async function changeCampaign(container: MedusaContainer, id: string, change: CampaignChange): Promise<void> {
  const { holiday, year, organisation_id } = await requireCampaign(container, id)
  allowed(decideTerms({ ...change, holiday, year }, businessDay(new Date()), await readDaysOffOf(container, organisation_id)))
  await requireYear(container, { organisation_id, year, budget_fen: change.budget_fen }, id)
  for (const pack of await campaignsOf(container).readPacks([id])) allowed(decidePack(pack, change))
  await campaignsOf(container).change(id, change)
}

/** Prices packs of certified goods: their lines sum to the pack's price exactly. Errors: those of `decidePack`, pack_not_certified, pack_price_too_low, pack_names_differ, campaign_state. */
export async function savePacks(container: MedusaContainer, id: string, packs: PackInput[]): Promise<void> {
  const campaign = await requireCampaign(container, id)
  for (const pack of packs) allowed(decidePack(pack, campaign))
  if (packs.some(({ components }) => new Set(components.map(({ variant_id }) => variant_id)).size !== components.length)) throw refusal("invalid_data", "duplicate_line")
  const variantIds = [...new Set(packs.flatMap(({ components }) => components.map(({ variant_id }) => variant_id)))]
  await requireCertified(container, variantIds, new Date())
  const shelf = await readShelfPrices(container, variantIds)
  await campaignsOf(container).savePacks(id, packs.map(({ components, ...pack }) => {
    const lines = allowed(planPackLines(pack.price_fen, components.map((one) => ({ ...one, shelf_fen: shelf.get(one.variant_id) ?? 0 }))))
    return { ...pack, lines }
  }))
}

/** The year's cap of the unit's union plans and of its region holds over all of its campaigns. Error: campaign_above_cap. */
async function requireYear(container: MedusaContainer, { organisation_id, year, budget_fen }: Pick<CampaignInput, "organisation_id" | "year" | "budget_fen">, own: string | null): Promise<void> {
  const [organisation] = await readOrganisations(container, { id: organisation_id })
  const [level, plans] = [await readMemberLevel(container, organisation!, year), await spendingOf(container).readPlans(organisation_id, year)]
  const campaigns = await campaignsOf(container).readCampaigns({ organisation_ids: [organisation_id] })
  const others = campaigns.filter((one) => one.year === year && one.state !== "cancelled" && one.id !== own).reduce((sum, one) => sum + one.budget_fen, 0)
  allowed(decideYear(budget_fen, others, [level?.cap_fen ?? null, ...plans.filter(({ kind }) => kind === "union").map(({ member_cap_fen }) => member_cap_fen)]))
}

interface Priced {
  id: string
  prices: { currency_code: string; amount: number; min_quantity: number | null; price_list_id?: string | null }[]
}

/** The shelf's price of one, as the weight by which a pack's price is shared. */
async function readShelfPrices(container: MedusaContainer, variantIds: string[]): Promise<Map<string, number>> {
  const rows = await graph<Priced>(container, "product_variant", ["id", "prices.currency_code", "prices.amount", "prices.min_quantity", "prices.price_list_id"], { id: variantIds })
  return new Map(rows.map(({ id, prices }) => {
    const price = (prices ?? []).find((one) => one.currency_code === "cny" && one.min_quantity === null && !one.price_list_id)
    return [id, price ? fenFromYuan(Number(price.amount)) : 0]
  }))
}
