import { allowed, refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { decideAct } from "../../domain/statement/decide-statement"
import { lastDayOf } from "../../domain/statement/months"
import { statementNumber } from "../../domain/statement/number"
import { type DeliveredLine, planLines, type StatedLine } from "../../domain/statement/plan-lines"
import { rowsOf } from "../spending/sql"
import { lockStatement, lockUnit, type StatementRow } from "./read"

export interface Act {
  actor_id: string
  at: Date
}

/** What goods are called, asked for once a draft is drawn: it stays on the statement. */
export type NameGoods = (variantIds: string[]) => Promise<Map<string, { title: string; specification: string }>>

type SoldLine = DeliveredLine & { seller_id: string }

const DELIVERED = `
  select l.order_id, l.variant_id, o.id as occurrence_id, o.delivery_date, coalesce(l.seller_id, '') as seller_id, l.unit_price_fen, l.settle_by,
    case when o.state = 'cancelled' then 0 else l.accepted end::float8 as quantity, case when o.state = 'cancelled' then 0 else l.amount_fen end::float8 as amount_fen
  from occurrence_line l join occurrence o on o.id = l.occurrence_id join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id
  where a.organisation_id = :organisation_id and o.delivery_date <= :last and o.accepted_at is not null and l.order_id is not null and l.deleted_at is null and o.deleted_at is null`

/** A statement that went out has said its lines for good; a draft of an earlier month is about to. */
const STATED = `
  select l.order_id, l.variant_id, sum(l.quantity)::float8 as quantity, sum(l.amount_fen)::float8 as amount_fen from statement_line l join statement s on s.id = l.statement_id
  where s.organisation_id = :organisation_id and s.month <> :month and (s.state <> 'draft' or s.month < :month) group by l.order_id, l.variant_id`

/** Draws up a month of an organisation, one draft a producer; what went out stays. Answers how many drafts there are. Locks the unit. */
export async function drawMonth(transaction: Knex, organisation_id: string, month: string, names: NameGoods, at: Date): Promise<number> {
  await lockUnit(transaction, organisation_id)
  const lines = await readNews(transaction, organisation_id, month)
  const held = await rowsOf<StatementRow>(transaction, "select id, seller_id, state from statement where organisation_id = :organisation_id and month = :month", { organisation_id, month })
  const gone = new Set(held.filter(({ state }) => state !== "draft").map(({ seller_id }) => seller_id))
  const sellers = new Set([...lines.map(({ seller_id }) => seller_id), ...held.map(({ seller_id }) => seller_id)])
  for (const seller_id of gone) sellers.delete(seller_id)
  const goods = await names([...new Set(lines.map(({ variant_id }) => variant_id))])
  for (const seller_id of sellers) {
    const id = held.find((one) => one.seller_id === seller_id)?.id ?? (await openDraft(transaction, organisation_id, seller_id, month, at))
    await writeDraft(transaction, id, { organisation_id, seller_id, month }, lines.filter((line) => line.seller_id === seller_id), goods, at)
  }
  return sellers.size
}

async function readNews(transaction: Knex, organisation_id: string, month: string): Promise<SoldLine[]> {
  const values = { organisation_id, month, last: lastDayOf(month) }
  const delivered = await rowsOf<SoldLine>(transaction, DELIVERED, values)
  const stated = await rowsOf<StatedLine>(transaction, STATED, values)
  const sellers = new Map(delivered.map(({ order_id, seller_id }) => [order_id, seller_id]))
  return planLines(delivered, stated).map((line) => ({ ...line, seller_id: sellers.get(line.order_id)! }))
}

async function openDraft(transaction: Knex, organisation_id: string, seller_id: string, month: string, at: Date): Promise<string> {
  const id = generateEntityId(undefined, "stmt")
  const [counter] = await rowsOf<{ last: number }>(transaction, `insert into statement_counter (month, last) values (:month, 1) on conflict (month) do update set last = statement_counter.last + 1 returning last`, { month })
  await transaction.raw("insert into statement (id, number, organisation_id, seller_id, month, state, drawn_at) values (:id, :number, :organisation_id, :seller_id, :month, 'draft', :at)",
    { id, number: statementNumber(month, counter!.last), organisation_id, seller_id, month, at } as never)
  return id
}

async function writeDraft(transaction: Knex, id: string, draft: { organisation_id: string; seller_id: string; month: string }, lines: SoldLine[], goods: Awaited<ReturnType<NameGoods>>, at: Date): Promise<void> {
  await transaction.raw("delete from statement_line where statement_id = ?", [id])
  for (const line of lines) {
    const { title, specification } = goods.get(line.variant_id) ?? { title: "商品已下架", specification: "" }
    await transaction.raw(`insert into statement_line (id, statement_id, order_id, variant_id, occurrence_id, delivery_date, title, specification, quantity, settle_by, unit_price_fen, amount_fen, due_fen)
      values (:id, :statement_id, :order_id, :variant_id, :occurrence_id, :delivery_date, :title, :specification, :quantity, :settle_by, :unit_price_fen, :amount_fen, :amount_fen)`,
    { ...line, id: generateEntityId(undefined, "stln"), statement_id: id, title, specification } as never)
  }
  await transaction.raw(`update statement set drawn_at = :at, waiting = (
    select count(distinct o.id) from occurrence o join occurrence_line l on l.occurrence_id = o.id join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id
    where a.organisation_id = :organisation_id and coalesce(l.seller_id, '') = :seller_id and o.accepted_at is null and l.order_id is not null and o.deleted_at is null
      and o.state in ('placed', 'short', 'delivered', 'paid') and o.delivery_date between :first and :last) where id = :id`,
  { ...draft, id, at, first: `${draft.month}-01`, last: lastDayOf(draft.month) } as never)
}

/** Puts a draft, drawn anew, before the organisation. Errors: not_found, statement_state, nothing_to_state. */
export async function sendStatement(transaction: Knex, id: string, names: NameGoods, { actor_id, at }: Act): Promise<void> {
  const { organisation_id, month, state } = await lockStatement(transaction, id)
  allowed(decideAct("send", state), "not_allowed")
  await drawMonth(transaction, organisation_id, month, names, at)
  const sent = await rowsOf(transaction, `update statement s set state = 'sent', sent_by = :actor_id, sent_at = :at
    where id = :id and exists (select 1 from statement_line l where l.statement_id = s.id) returning id`, { id, actor_id, at })
  if (sent.length === 0) throw refusal("not_allowed", "nothing_to_state")
}
