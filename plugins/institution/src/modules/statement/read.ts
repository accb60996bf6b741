import { refusal } from "@fupin/access"
import type { SettleBy, StatementState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../spending/sql"

export interface StatementRow {
  id: string
  number: string
  organisation_id: string
  /** Empty: the house itself. */
  seller_id: string
  month: string
  state: StatementState
  revision: number
  waiting: number
  sent_at: Date | null
  confirmed_at: Date | null
  settled_at: Date | null
  sha256: string | null
}

export interface StatementLineRow {
  id: string
  statement_id: string
  order_id: string
  variant_id: string
  occurrence_id: string
  delivery_date: string
  title: string
  specification: string
  quantity: number
  settle_by: SettleBy
  unit_price_fen: number
  amount_fen: number
  due_fen: number
  dispute: string | null
  resolution: string | null
}

/** What a statement says of an order, and what all statements that went out say of it together. */
export interface StatedOrder {
  statement_id: string
  order_id: string
  delivery_date: string
  due_fen: number
  stated_fen: number
}

const HEAD = "id, number, organisation_id, seller_id, month, state, revision, waiting, sent_at, confirmed_at, settled_at, sha256"

/** One unit's statements and money at a time, in every process. */
export async function lockUnit(transaction: Knex, organisation_id: string): Promise<void> {
  await transaction.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`statement:${organisation_id}`])
}

/** The statement, under its unit's lock. Error: not_found. */
export async function lockStatement(transaction: Knex, id: string): Promise<StatementRow> {
  const [known] = await rowsOf<{ organisation_id: string }>(transaction, "select organisation_id from statement where id = :id", { id })
  if (!known) throw refusal("not_found", "not_found")
  await lockUnit(transaction, known.organisation_id)
  const [row] = await rowsOf<StatementRow>(transaction, `select ${HEAD} from statement where id = :id for update`, { id })
  return row!
}

export interface StatementWhere {
  ids?: string[]
  organisation_ids?: string[]
  seller_ids?: string[]
  numbers?: string[]
  month?: string
  states?: StatementState[]
}

export async function readStatements(connection: Knex, where: StatementWhere): Promise<StatementRow[]> {
  const { ids = null, organisation_ids = null, seller_ids = null, numbers = null, month = null, states = null } = where
  return rowsOf(connection, `select ${HEAD} from statement where (cast(:ids as text[]) is null or id = any(:ids)) and (cast(:organisation_ids as text[]) is null or organisation_id = any(:organisation_ids))
    and (cast(:seller_ids as text[]) is null or seller_id = any(:seller_ids)) and (cast(:numbers as text[]) is null or number = any(:numbers)) and (cast(:month as text) is null or month = :month) and (cast(:states as text[]) is null or state = any(:states)) order by month desc, number desc limit 500`,
  { ids, organisation_ids, seller_ids, numbers, month, states })
}

export async function readStatementLines(connection: Knex, statementIds: string[]): Promise<StatementLineRow[]> {
  return rowsOf(connection, `select id, statement_id, order_id, variant_id, occurrence_id, delivery_date, title, specification, quantity::float8 as quantity, settle_by, unit_price_fen::float8 as unit_price_fen,
    amount_fen::float8 as amount_fen, due_fen::float8 as due_fen, dispute, resolution from statement_line where statement_id = any(:ids) order by delivery_date, title, order_id, id`, { ids: statementIds })
}

export async function readStatedOrders(connection: Knex, statementIds: string[]): Promise<StatedOrder[]> {
  return rowsOf(connection, `select l.statement_id, l.order_id, min(l.delivery_date) as delivery_date, sum(l.due_fen)::float8 as due_fen,
      (select coalesce(sum(a.due_fen), 0) from statement_line a join statement s on s.id = a.statement_id where a.order_id = l.order_id and (s.state <> 'draft' or s.id = l.statement_id))::float8 as stated_fen
    from statement_line l where l.statement_id = any(:ids) group by l.statement_id, l.order_id order by 3, 2`, { ids: statementIds })
}
