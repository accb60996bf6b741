import type { MedusaContainer } from "@medusajs/framework/types"
import { finishHolder, rematch } from "../statement/book"
import { statementsOf } from "../statement"
import { repriceAdjusted } from "../statement/reprice"
import { settleStatements } from "../statement/money"

/** Finishes what died halfway: prices to follow a statement, what an import left unbooked; tries unmatched money again and marks what is settled. */
export default async function finishBankRows(container: MedusaContainer): Promise<void> {
  await repriceAdjusted(container, null)
  for (const id of await statementsOf(container).readHoldersPending()) await finishHolder(container, id)
  await rematch(container, { actor_id: "finish-bank-rows", at: new Date() })
  await settleStatements(container, null)
}

export const config = { name: "finish-bank-rows", schedule: "25 * * * *" }
