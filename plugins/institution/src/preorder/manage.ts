import { allowed, refusal } from "@fupin/access"
import type { PreorderHarvestInput, PreorderOfferInput, PreorderStep } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { decideTerms } from "../domain/preorder/schedule"
import { graph } from "../medusa"
import type { OfferRow } from "../modules/preorder/service"
import { readGoodsWithSellers } from "../reads/goods"
import { preordersOf, requireCertified } from "./facts"
import { syncHarvest } from "./hold"
import { settleAll } from "./settle"

/** Writes a draft; answers its id. Errors: preorder_terms, unknown_variant, unknown_producer, preorder_not_certified. */
export async function createOffer(container: MedusaContainer, input: PreorderOfferInput, actor_id: string): Promise<string> {
  const at = new Date()
  allowed(decideTerms(input, businessDay(at)))
  const goods = (await readGoodsWithSellers(container, [input.variant_id], at)).get(input.variant_id)
  if (!goods) throw refusal("invalid_data", "unknown_variant")
  const [producer] = await graph<{ id: string; region_code: string }>(container, "producer", ["id", "region_code"], { id: goods.seller?.id ?? "" })
  if (!producer) throw refusal("invalid_data", "unknown_producer")
  await requireCertified(container, input.variant_id, at)
  return await preordersOf(container).create(input, { producer_id: producer.id, region_code: producer.region_code }, { actor_id, at })
}

/** Opens a draft, or cancels what was not harvested yet. Errors: preorder_state, preorder_terms, preorder_not_certified. */
export async function takeOfferStep(container: MedusaContainer, { id, variant_id }: OfferRow, { step, reason }: PreorderStep, actor_id: string): Promise<void> {
  const at = new Date()
  if (step === "open") {
    await requireCertified(container, variant_id, at)
    return await preordersOf(container).open(id, { actor_id, at })
  }
  if (reason === "") throw refusal("invalid_data", "invalid_input", "请说明取消的原因，认购的单位会看到")
  await preordersOf(container).cancel(id, reason)
  await settleAll(container, id)
}

/** Entered by one person, confirmed by another, who brings every contract its share. Errors: those of `enterHarvest` and `confirmHarvest`. */
export async function recordHarvest(container: MedusaContainer, { id }: OfferRow, input: PreorderHarvestInput, actor_id: string): Promise<void> {
  const act = { actor_id, at: new Date() }
  if (input.act === "enter") return await preordersOf(container).enterHarvest(id, input, act)
  await preordersOf(container).confirmHarvest(id, input, act)
  await syncHarvest(container, id)
  await settleAll(container, id)
}
