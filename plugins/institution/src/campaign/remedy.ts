import { readSellables } from "@fupin/checkout/reads/read-sellables"
import { CampaignShortage, type RemedyInput, type RemedyResult } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { shortPacks, standIns } from "../domain/campaign/remedy"
import { orderKey } from "../keys"
import { chosenPacks } from "../modules/campaign/remedy"
import type { CampaignRow, RemedyWorld } from "../modules/campaign/service"
import { readShop } from "../reads/shop"
import { readAvailableOn } from "../reads/stock"
import { campaignsOf, readCertified, requireCertified } from "./facts"
import { workOn } from "./run-job"
import { showRecipients } from "./show-recipients"
import { lowerCampaign } from "./spending"

const SHOWN = 200

/** What the shop can promise: what it counts, and nought of what it sells no more. */
export async function readerOf(container: MedusaContainer, variantIds: string[]): Promise<RemedyWorld["available"]> {
  const { sales_channel_id } = await readShop(container)
  const sold = await readSellables(container, sales_channel_id, variantIds)
  return async (connection, variants, own) => {
    const counted = await readAvailableOn(connection, sales_channel_id, variants, own)
    return new Map([...counted, ...variants.flatMap((id) => (sold.has(id) ? [] : [[id, 0] as const]))])
  }
}

/** Packs of an approved campaign that cannot be supplied to all who have them: whom that concerns, what is missing, and what could stand in. */
export async function showShortage(container: MedusaContainer, campaign: CampaignRow): Promise<CampaignShortage> {
  if (campaign.state !== "approved") return { packs: [], total_fen: 0 }
  const module = campaignsOf(container)
  const packs = await module.readPacks([campaign.id])
  const variants = packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id))
  const chosen = chosenPacks(packs)
  const spare = await module.readSpare(packs, await module.readOrders(campaign.id, "gift"), await readerOf(container, variants))
  const [short, goods, counts] = [shortPacks(chosen, spare), await readCertified(container, variants, new Date()), await module.readCounts([campaign.id])]
  const listed = await Promise.all(chosen.filter(({ id }) => short.has(id)).map(async (pack) => {
    const { rows, count } = await module.readRecipientPage(campaign.id, { show: "all", q: "", offset: 0, limit: SHOWN }, pack.id)
    const missing = pack.components.flatMap(({ variant_id }) => ((spare.get(variant_id) ?? 0) < 0 ? [{ title: goods.get(variant_id)?.title ?? "已下架的商品", pieces: -spare.get(variant_id)! }] : []))
    return {
      id: pack.id, name: pack.name, price_fen: pack.price_fen, members: count, heads: pack.taken, short_heads: short.get(pack.id)!, missing,
      stand_ins: standIns(chosen, spare, pack), recipients: showRecipients(rows, campaign.state, true).map(({ id, employee_number, name, department, heads, diet }) => ({ id, employee_number, name, department, heads, diet })),
    }
  }))
  return CampaignShortage.parse({ packs: listed, total_fen: counts.get(campaign.id)?.total_fen ?? 0 })
}

/**
 * Gives members whose pack cannot be supplied another one or drops them, or (`check`) only says what that would bring. What is
 * reserved is lowered in the same transaction. Errors: pack_not_certified, and those of the module.
 */
export async function remedyCampaign(container: MedusaContainer, { id }: CampaignRow, { mode, ...change }: RemedyInput, by: string): Promise<RemedyResult> {
  const module = campaignsOf(container)
  const packs = await module.readPacks([id])
  const goods = await requireCertified(container, packs.filter((pack) => pack.id === change.to_pack_id).flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), new Date())
  const world: RemedyWorld = {
    key: orderKey(), sellers: new Map([...goods].map(([variant, { seller }]) => [variant, seller!.id])), available: await readerOf(container, packs.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id))),
    lower: (transaction, amount_fen) => lowerCampaign(transaction, id, amount_fen),
  }
  if (mode === "check") return { ...(await module.previewRemedy(id, { ...change, by }, world)), saved: false }
  const { figures, job } = await module.remedy(id, { ...change, by }, world)
  workOn(container, job)
  return { ...figures, saved: true }
}
