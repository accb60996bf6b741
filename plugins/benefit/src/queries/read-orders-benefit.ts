import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export interface OrdersBenefit {
  provisional_fen: number
  payable_fen: number
  settled_fen: number
  total_fen: number
  /** Households to whom something is left of these orders. */
  households: number
}

const sum = (stage: string) => `coalesce(sum(fen) filter (where account = '${stage}'), 0)::float8 as ${stage}_fen`

/** What orders brought to households by stage, in fen, from the ledger; suspense is in the sums and is no household. */
export async function readOrdersBenefit(container: MedusaContainer, orderIds: string[]): Promise<OrdersBenefit> {
  const { rows: [row] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`
    with share as (
      select e.beneficiary_id, e.account, sum(e.amount_fen) as fen from ledger_journal j join ledger_entry e on e.journal_id = j.id
      where j.order_id = any(?) and e.account in ('provisional', 'payable', 'settled') group by 1, 2)
    select ${sum("provisional")}, ${sum("payable")}, ${sum("settled")}, coalesce(sum(fen), 0)::float8 as total_fen,
      (select count(*) from (select beneficiary_id from share where beneficiary_id is not null group by 1 having sum(fen) > 0) h)::integer as households from share`, [orderIds] as never)
  return row as OrdersBenefit
}
