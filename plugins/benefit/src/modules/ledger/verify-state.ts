import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { missingTriggers } from "./core-triggers"
import { CONFIRMED_COLLECTIONS } from "./read-money"
import { SETTLEMENT_CHECKS } from "./verify-settlements"

interface Check {
  code: LedgerProblem["code"]
  message: string
  sql: string
}

const CHECKS: Check[] = [
  {
    code: "sale_without_capture", message: "订单有受益入账，却没有收款",
    sql: `select distinct j.order_id as id from ledger_journal j where j.kind = 'sale' and not exists (
      select 1 from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id
      join capture c on c.payment_id = p.id and c.deleted_at is null where opc.order_id = j.order_id)`,
  },
  {
    code: "negative_balance", message: "某户在这一行上的受益为负",
    // What was paid out stays settled when it is taken back: then the payable stage owes it, and both together may not be below zero.
    sql: `select distinct coalesce(order_id, beneficiary_id) as id from (select order_id, beneficiary_id from ledger_entry where account in ('provisional', 'payable', 'settled')
      group by order_id, line_item_id, linkage_version_id, beneficiary_id
      having sum(amount_fen) filter (where account = 'provisional') < 0 or sum(amount_fen) filter (where account <> 'provisional') < 0) negative`,
  },
  { code: "negative_balance", message: "某户已兑付合计为负", sql: "select beneficiary_id as id from ledger_entry where account = 'settled' group by 1 having sum(amount_fen) < 0" },
  {
    code: "unconfirmed_payment", message: "收款或退款十分钟仍未确认，请核对支付渠道",
    sql: `select id from (${CONFIRMED_COLLECTIONS}
      and greatest(pc.updated_at, (select max(c.created_at) from capture c join payment q on q.id = c.payment_id where q.payment_collection_id = pc.id),
        (select max(r.created_at) from refund r join payment q on q.id = r.payment_id where q.payment_collection_id = pc.id)) < now() - interval '10 minutes'
      group by pc.id) c where not is_confirmed`,
  },
  { code: "stuck_outbox", message: "待记账队列停滞", sql: "select coalesce(order_id, payment_collection_id) as id from ledger_outbox where created_at < now() - interval '2 minutes'" },
  ...SETTLEMENT_CHECKS,
]

/** Faults that show without planning anything again. */
export async function verifyState(connection: Knex): Promise<LedgerProblem[]> {
  const problems: LedgerProblem[] = []
  for (const { code, message, sql } of CHECKS) {
    const { rows } = await connection.raw(`${sql} limit 100`)
    problems.push(...(rows as { id: string }[]).map(({ id }) => ({ code, id, message })))
  }
  const missing = await missingTriggers(connection)
  return [...problems, ...missing.map((id) => ({ code: "missing_trigger" as const, id, message: "核心表上的触发器缺失，请重启后端" }))]
}
