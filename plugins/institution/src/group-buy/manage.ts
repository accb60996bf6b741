import { allowed, refusal } from "@fupin/access"
import { isOutOfStock } from "@fupin/checkout/domain/out-of-stock"
import type { GroupBuyInput, GroupBuyStep } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideTerms } from "../domain/group-buy/tiers"
import { graph } from "../medusa"
import type { GroupBuyRow } from "../modules/group-buy/service"
import { readCertified } from "../reads/certified"
import { readGoodsWithSellers } from "../reads/goods"
import { groupBuysOf } from "./facts"
import { planHolds, syncHold } from "./hold"
import { runGroupBuys } from "./run"

/** Writes a draft; answers its id. Errors: group_buy_terms, unknown_variant, unknown_producer, group_buy_not_certified. */
export async function createGroupBuy(container: MedusaContainer, input: GroupBuyInput, by: string): Promise<string> {
  const now = new Date()
  allowed(decideTerms(input, now))
  const goods = (await readGoodsWithSellers(container, [input.variant_id], now)).get(input.variant_id)
  if (!goods) throw refusal("invalid_data", "unknown_variant")
  const [producer] = await graph<{ id: string; region_code: string }>(container, "producer", ["id", "region_code"], { id: goods.seller?.id ?? "" })
  if (!producer) throw refusal("invalid_data", "unknown_producer")
  await requireCertified(container, input.variant_id, now)
  return await groupBuysOf(container).create(input, { producer_id: producer.id, region_code: producer.region_code }, by)
}

/** Opens a draft, or cancels what is not over yet; whoever takes a step twice is told. Errors: group_buy_state, group_buy_terms, group_buy_not_certified, out_of_stock. */
export async function takeGroupBuyStep(container: MedusaContainer, group: GroupBuyRow, { step, reason }: GroupBuyStep): Promise<void> {
  return step === "open" ? await open(container, group) : await cancel(container, group, reason)
}

/** The goods are set aside before anybody can join: who comes in between finds the draft again. */
async function open(container: MedusaContainer, group: GroupBuyRow): Promise<void> {
  const module = groupBuysOf(container)
  allowed(decideTerms({ ...group, starts_at: group.starts_at.toISOString(), ends_at: group.ends_at.toISOString() }, new Date()))
  await requireCertified(container, group.variant_id, new Date())
  await module.move(group.id, ["draft"], "open", { holds: await planHolds(container, group) })
  try {
    await syncHold(container, group.id)
  } catch (error) {
    await module.move(group.id, ["open"], "draft")
    if (isOutOfStock(error)) throw refusal("not_allowed", "out_of_stock", "库存刚被其他买家订走，请减少总份数")
    throw error
  }
}

/** Everybody who joined gets everything back. */
async function cancel(container: MedusaContainer, { id }: GroupBuyRow, reason: string): Promise<void> {
  if (reason === "") throw refusal("invalid_data", "invalid_input", "请说明取消的原因，参团的人会看到")
  await groupBuysOf(container).move(id, ["draft", "open"], "cancelled", { reason })
  await syncHold(container, id)
  await runGroupBuys(container, new Date())
}

async function requireCertified(container: MedusaContainer, variantId: string, now: Date): Promise<void> {
  if (!(await readCertified(container, [variantId], now)).has(variantId)) throw refusal("not_allowed", "group_buy_not_certified")
}
