import { refusal } from "@fupin/access"
import { type Demand, type DemandQuoteInput, WorkbenchDemand } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { demandsOf } from "../demand"
import { readOfferedGoods } from "../demand/offered-goods"
import { showDemands } from "../demand/show-demands"
import { goodsFrom, type OwnGoods, readOwnCertified } from "./own-goods"

/** What a producer can quote for now, and what it quoted for; the newest first. */
export async function showProducerDemands(container: MedusaContainer, producerId: string, now: Date, ids?: string[]): Promise<WorkbenchDemand[]> {
  const goods = await readOwnCertified(container, producerId, now)
  const rows = await demandsOf(container).readDemands(ids ? { ids } : {})
  const demands = await showDemands(container, rows, { side: "producer", producer_id: producerId }, now)
  return demands.map((one) => ofProducer(one, goods)).filter(({ state, goods: own, quote }) => quote !== null || (state === "open" && own.length > 0))
}

/** One of them. Error: not_found, also for a demand that is not the producer's to answer. */
export async function showProducerDemand(container: MedusaContainer, producerId: string, id: string): Promise<WorkbenchDemand> {
  const [demand] = await showProducerDemands(container, producerId, new Date(), [id])
  if (!demand) throw refusal("not_found", "not_found")
  return demand
}

/** A demand as one producer may see it: its own quote, and of the choice only whether it fell on it. */
function ofProducer({ quotes, quote_count: _count, chosen, organisation_id: _unit, ...demand }: Demand, goods: OwnGoods[]): WorkbenchDemand {
  const quote = quotes[0] ?? null
  const won = chosen !== null && chosen.quote_id === quote?.id
  return WorkbenchDemand.parse({
    ...demand, quote, goods: goodsFrom(goods, demand.origin?.code ?? null),
    outcome: chosen === null || quote === null ? null : won ? "won" : "lost", agreement_id: won ? chosen.agreement_id : null,
  })
}

/** Quotes by the same rules whoever writes it down. Errors: not_found, those of `decideQuote`. */
export async function quoteDemand(container: MedusaContainer, demandId: string, quote: DemandQuoteInput, actor_id: string): Promise<string> {
  const at = new Date()
  const [demand] = await demandsOf(container).readDemands({ ids: [demandId] })
  if (!demand) throw refusal("not_found", "not_found")
  const goods = await readOfferedGoods(container, quote.lines.map(({ variant_id }) => variant_id), demand.origin_code, at)
  return demandsOf(container).quote(demand.id, quote, goods, { actor_id, at })
}
