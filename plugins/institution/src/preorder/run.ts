import type { PreorderRun } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { isComplete, waitsForMoney } from "../domain/preorder/contract"
import type { ContractRow, OfferRow } from "../modules/preorder/service"
import { continuePreorder } from "./book"
import { placeDelivery } from "./deliver"
import { preordersOf } from "./facts"
import { syncHarvest } from "./hold"
import { trySettle } from "./settle"
import { contractKey, lowerSpending } from "./spending"

/** What is due now: approvals that came, advances that stayed away, harvests everybody has answered to, batches without order, money on its way. Again, or in two processes at once, changes nothing more. */
export async function runPreorders(container: MedusaContainer, now: Date): Promise<PreorderRun> {
  const module = preordersOf(container)
  const run = { signed: 0, lapsed: 0, shared: 0, placed: 0, settled: 0, problems: 0 }
  const offers = await module.readOffers({ states: ["open", "harvested"] })
  for (const { id } of await module.readContracts({ states: ["requested"] })) if (await continuePreorder(container, contractKey(id))) run.signed++
  for (const { id, state, book_by } of offers) {
    run.lapsed += await module.lapse(id, now)
    if (await module.shareOut(id, now)) run.shared++
    if (state === "harvested") await syncHarvest(container, id)
    if (state !== "open" || businessDay(now) <= book_by) continue
    for (const late of await module.readContracts({ offer_ids: [id] })) if (late.state === "requested") await module.drop(late.id, "认购截止前单位审批没有通过")
  }
  const offerOf = new Map((await module.readOffers({ states: ["open", "harvested"] })).map((offer) => [offer.id, offer]))
  const held = (await module.readContracts({ offer_ids: [...offerOf.keys()] })).map((contract) => ({ contract, offer: offerOf.get(contract.offer_id)! }))
  for (const { id, state } of held.flatMap(({ contract }) => contract.deliveries)) if (state === "planned") run[(await placeDelivery(container, id)) ? "placed" : "problems"]++
  const [waiting, settled] = [held.filter(isWaiting), held.filter((one) => !isWaiting(one))]
  for (const { contract } of waiting) run[(await trySettle(container, contract.id)) ? "settled" : "problems"]++
  await lowerSpending(container, settled)
  return run
}

const isWaiting = ({ contract, offer }: { contract: ContractRow; offer: OfferRow }): boolean => waitsForMoney(contract) || isComplete(offer, contract)
