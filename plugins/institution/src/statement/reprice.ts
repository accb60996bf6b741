import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { planRepricing } from "../domain/statement/plan-repricing"
import { type AdjustedOrder, REPRICER } from "../modules/statement/adjusted"
import { repriceLines } from "../placing/reprice-lines"
import { statementsOf } from "."

/**
 * Prices the lines anew of which confirmed statements took something off, of one organisation or all, so that payment, 附件2 and benefit
 * of every line follow what was agreed on it and the other lines stay as they are. Asked from what the orders say now: again, after a
 * crash or in two processes at once it changes nothing more.
 */
export async function repriceAdjusted(container: MedusaContainer, organisationId: string | null): Promise<void> {
  const module = statementsOf(container)
  await module.whileRepricing(async () => {
    for (let isBegun = true; isBegun;) {
      const orders = await module.readAdjusted(organisationId)
      for (const order of orders) await repriceOrder(container, order)
      isBegun = orders.some(({ begun_change_id, is_being_edited }) => begun_change_id !== null && !is_being_edited)
    }
  })
}

/** An order that somebody edits now is left until that is done; what was left by a crash is finished first, then looked at again. */
async function repriceOrder(container: MedusaContainer, { id, begun_change_id, is_being_edited, lines }: AdjustedOrder): Promise<void> {
  const plan = planRepricing(lines)
  if (begun_change_id === null && plan.length === 0) return
  if (is_being_edited) return void container.resolve(ContainerRegistrationKeys.LOGGER).warn(`order ${id}: its statement's adjustment waits until its change is confirmed`)
  const prices = plan.map(({ line_item_id, quantity, total_fen }) => ({ line_item_id, quantity, unit_price: total_fen / quantity / 100 }))
  await repriceLines(container, { id, begun_change_id }, prices, { by: REPRICER, text: "按对账单调整结算" })
}
