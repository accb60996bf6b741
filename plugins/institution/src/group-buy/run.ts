import type { GroupBuyRun } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { groupBuysOf } from "./facts"
import { syncHoldIfPossible } from "./hold"
import { trySettlePart } from "./settle"

/** Ends the group buys whose time is over, settles what is not settled, and keeps back what is to be kept back. Again, or in two processes at once, changes nothing more. */
export async function runGroupBuys(container: MedusaContainer, now: Date): Promise<GroupBuyRun> {
  const module = groupBuysOf(container)
  const run = { ended: 0, settled: 0, problems: 0 }
  for (const { id } of await module.readGroupBuys({ states: ["open"] })) {
    if (await module.end(id, now)) run.ended++
    await syncHoldIfPossible(container, id)
  }
  for (const id of await module.readUnsettled()) run[(await trySettlePart(container, id)) ? "settled" : "problems"]++
  await module.finish()
  return run
}
