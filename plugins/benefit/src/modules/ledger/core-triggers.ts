import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What core changes, and how the order or payment collection that it touches gets into the outbox, in the same transaction. */
interface CoreTrigger {
  table: string
  events: string
  when?: string
  /** A select of (payment_collection_id, order_id); `row` is the new row, or the old one where it was deleted. */
  touches: string
}

const TRIGGERS: CoreTrigger[] = [
  { table: "capture", events: "insert or update or delete", touches: "select p.payment_collection_id, null from payment p where p.id = changed.payment_id" },
  { table: "refund", events: "insert or update or delete", touches: "select p.payment_collection_id, null from payment p where p.id = changed.payment_id" },
  { table: "order_payment_collection", events: "insert or update or delete", touches: "select null, changed.order_id" },
  {
    table: "payment_collection", events: "update", touches: "select changed.id, null",
    when: "(old.captured_amount, old.refunded_amount, old.deleted_at) is distinct from (new.captured_amount, new.refunded_amount, new.deleted_at)",
  },
  { table: "order", events: "update", touches: "select null, changed.id", when: "(old.version, old.status, old.deleted_at) is distinct from (new.version, new.status, new.deleted_at)" },
  {
    table: "fulfillment", events: "update", touches: "select null, f.order_id from order_fulfillment f where f.fulfillment_id = changed.id and f.deleted_at is null",
    when: "(old.delivered_at, old.canceled_at, old.deleted_at) is distinct from (new.delivered_at, new.canceled_at, new.deleted_at)",
  },
  { table: "acceptance_fact", events: "insert", touches: "select null, changed.order_id" },
  { table: "refund_cause", events: "insert", touches: "select p.payment_collection_id, null from payment p where p.id in (select payment_id from refund where id = changed.refund_id)" },
  { table: "payment_fact", events: "insert", touches: "select p.payment_collection_id, null from payment p where p.id in (select payment_id from capture where id = changed.capture_id union all select payment_id from refund where id = changed.refund_id)" },
]

const nameOf = ({ table }: CoreTrigger) => `ledger_note_${table}`

function functionOf(trigger: CoreTrigger): string {
  return `create or replace function "${nameOf(trigger)}"() returns trigger language plpgsql as $$
    declare changed record;
    begin
      if tg_op = 'DELETE' then changed := old; else changed := new; end if;
      insert into ledger_outbox (payment_collection_id, order_id) ${trigger.touches};
      return null;
    end $$`
}

function triggerOf(trigger: CoreTrigger): string {
  const name = nameOf(trigger)
  return `create trigger "${name}" after ${trigger.events} on "${trigger.table}" for each row ${trigger.when ? `when (${trigger.when})` : ""} execute function "${name}"()`
}

/**
 * Installs what is missing on core's tables, triggers and indexes, at every start: plugin migrations run before core's, so no migration can. Two processes
 * that start together take turns. Answers the tables that do not exist yet (before the first migration nothing is installed).
 */
export async function installCoreTriggers(connection: Knex): Promise<string[]> {
  return await connection.transaction(async (transaction) => {
    await transaction.raw("select pg_advisory_xact_lock(hashtextextended('ledger:triggers', 0))")
    const tables = [...TRIGGERS.map(({ table }) => table), "ledger_outbox"]
    const { rows } = await transaction.raw("select t from unnest(?::text[]) t where to_regclass(quote_ident(t)) is null", [tables])
    if (rows.length > 0) return (rows as { t: string }[]).map(({ t }) => t)
    const missing = new Set(await missingTriggers(transaction))
    for (const trigger of TRIGGERS) {
      await transaction.raw(functionOf(trigger))
      if (missing.has(nameOf(trigger))) await transaction.raw(triggerOf(trigger))
    }
    await indexOrders(transaction)
    return []
  })
}

/** A unit's or a campaign's orders are found by what core keeps in their metadata. Looked for first: asking again would wait for everybody who writes. */
async function indexOrders(transaction: Knex): Promise<void> {
  const { rows } = await transaction.raw(`select name from unnest(array['organisation', 'campaign']) name where to_regclass(quote_ident('IDX_order_of_' || name)) is null`)
  for (const { name } of rows as { name: string }[]) await transaction.raw(`create index if not exists "IDX_order_of_${name}" on "order" ((metadata ->> '${name}_id')) where metadata ->> '${name}_id' is not null`)
}

/** Names of triggers that are not there or not enabled; a sale would go unseen until the nightly sweep. */
export async function missingTriggers(connection: Knex): Promise<string[]> {
  const names = TRIGGERS.map(nameOf)
  const { rows } = await connection.raw("select tgname from pg_trigger where tgname = any(?) and tgenabled in ('O', 'A') and not tgisinternal", [names])
  const present = new Set((rows as { tgname: string }[]).map(({ tgname }) => tgname))
  return names.filter((name) => !present.has(name))
}
