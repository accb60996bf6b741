import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { HandedOut } from "../modules/settlement/service"
import type { PayoutLine } from "../settlement/provider"
import { readNamedBeneficiaries } from "./read-settlement-names"
import { readPayees } from "./read-settlement-payees"

/** What a payout file says of these payments, in clear; it was logged before. Error: payee_account_changed, where a successor changed in between. */
export async function readPayoutLines(container: MedusaContainer, payments: Omit<HandedOut["payments"][number], "account_mark">[]): Promise<PayoutLine[]> {
  const ids = payments.map(({ beneficiary_id }) => beneficiary_id)
  const [payees, named] = [await readPayees(container, ids), await readNamedBeneficiaries(container, ids)]
  return payments.map(({ beneficiary_id, successor_id, payee_name, amount_fen, reference }) => {
    const payee = payees.get(beneficiary_id)!
    if (payee.successor_id !== successor_id) throw refusal("conflict", "payee_account_changed")
    return { payee_name, account: payee.account, place: named.get(beneficiary_id)!.place, amount_fen, reference }
  })
}
