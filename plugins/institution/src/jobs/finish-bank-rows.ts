import type { MedusaContainer } from "@medusajs/framework/types"
import { finishHolder, rematch } from "../statement/book"
import { statementsOf } from "../statement"
import { settleStatements } from "../statement/money"

/** Finishes what an import that died left unbooked, tries unmatched money again and marks what is settled. */
export default async function finishBankRows(container: MedusaContainer): Promise<void> {
  for (const id of await statementsOf(container).readHoldersPending()) await finishHolder(container, id)
  await rematch(container, { actor_id: "finish-bank-rows", at: new Date() })
  await settleStatements(container, null)
}

export const config = { name: "finish-bank-rows", schedule: "25 * * * *" }
