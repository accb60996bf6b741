import type { MedusaContainer } from "@medusajs/framework/types"
import type { Held } from "../domain/plan-receipt"
import { settlementRows } from "./read-settlements"

/** What paid payments and write-offs moved of an order's benefit: from payable to settled, and back to payable where a debt was spared. By the order's own journals: their entries are found by key. */
export async function readSettledShares(container: MedusaContainer, orderId: string): Promise<Held[]> {
  return await settlementRows(container,
    `select e.beneficiary_id as household_id, side.account, sum(side.sign * i.amount_fen)::float8 as amount_fen
     from ledger_journal j join settlement_item i on i.journal_id = j.id and i.released_at is null join ledger_entry e on e.journal_id = i.journal_id and e.position = i.position
     left join settlement_payment p on p.id = i.payment_id and p.state = 'paid' left join settlement_write_off w on w.id = i.write_off_id and w.state = 'approved'
     cross join lateral (values ('payable', -1), ('settled', case when p.id is null then 0 else 1 end)) as side(account, sign)
     where j.order_id = :orderId and num_nonnulls(p.id, w.id) = 1 group by 1, 2`, { orderId })
}
