import { allowed, refusal } from "@fupin/access"
import type { InvoiceInput, InvoiceState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { planInvoice } from "../../domain/statement/plan-invoice"
import { rowsOf } from "../spending/sql"
import type { Act } from "./draw"
import { insertRows } from "../campaign/sql"
import { lockUnit } from "./read"
import { readUnitOrders } from "./unit-orders"

export interface SealedFile {
  id: string
  mime: string
  sha256: string
  content_sealed: string
}

export interface InvoiceRow extends Omit<InvoiceInput, "orders" | "campaigns"> {
  id: string
  seller_id: string
  state: InvoiceState
  requested_at: Date
  number: string | null
  issued_on: string | null
  file_id: string | null
  sha256: string | null
  red_number: string | null
  red_on: string | null
  red_reason: string | null
  red_file_id: string | null
  red_sha256: string | null
  declined_reason: string | null
  amount_fen: number
  /** Orders named one by one; those of campaigns are counted. */
  orders: { order_id: string; display_id: number; amount_fen: number }[]
  campaigns: { campaign_id: string; title: string; orders: number; amount_fen: number }[]
}

/** Asks a seller for one invoice. Answers its id. Errors: those of `planInvoice`. */
export async function requestInvoice(transaction: Knex, { orders, campaigns, ...input }: InvoiceInput, { actor_id, at }: Act): Promise<string> {
  await lockUnit(transaction, input.organisation_id)
  const held = await readUnitOrders(transaction, { organisation_ids: [input.organisation_id], order_ids: orders.map(({ order_id }) => order_id), about_ids: campaigns.map(({ campaign_id }) => campaign_id) })
  const plan = planInvoice(input.organisation_id, { orders, campaigns }, held)
  const { seller_id, lines } = allowed(plan, !plan.ok && plan.code === "not_found" ? "not_found" : "invalid_data")
  const id = generateEntityId(undefined, "invc")
  await transaction.raw(`insert into invoice (id, organisation_id, seller_id, title, tax_number, kind, note, state, requested_by, requested_at)
    values (:id, :organisation_id, :seller_id, :title, :tax_number, :kind, :note, 'requested', :actor_id, :at)`, { ...input, id, seller_id, actor_id, at } as never)
  await insertRows(transaction, "invoice_line", { invoice_id: "text", order_id: "text", amount_fen: "bigint" }, lines.map((line) => ({ invoice_id: id, ...line })))
  return id
}

export interface IssuedInvoice {
  number: string
  issued_on: string
  /** Of a red-letter invoice. */
  reason?: string
}

/** The invoice, or the red-letter invoice that takes it back, with its file. The same again changes nothing. Errors: not_found, invoice_state, invoice_number_taken. */
export async function writeInvoice(transaction: Knex, id: string, as: "issued" | "red", { number, issued_on, reason }: IssuedInvoice, file: SealedFile, { actor_id, at }: Act): Promise<void> {
  const [held] = await rowsOf<{ state: InvoiceState; number: string | null; red_number: string | null }>(transaction, "select state, number, red_number from invoice where id = :id for update", { id })
  if (!held) throw refusal("not_found", "not_found")
  if (held.state === as && (as === "issued" ? held.number : held.red_number) === number) return
  if (held.state !== (as === "issued" ? "requested" : "issued")) throw refusal("conflict", "invoice_state")
  const taken = await rowsOf(transaction, "select 1 from invoice where number = :number or red_number = :number", { number })
  if (taken.length > 0) throw refusal("conflict", "invoice_number_taken")
  await transaction.raw("insert into statement_file (id, mime, sha256, content_sealed, uploaded_by, uploaded_at) values (:id, :mime, :sha256, :content_sealed, :actor_id, :at)", { ...file, actor_id, at } as never)
  await transaction.raw(as === "issued"
    ? "update invoice set state = 'issued', number = :number, issued_on = :issued_on, file_id = :file_id where id = :id"
    : "update invoice set state = 'red', red_number = :number, red_on = :issued_on, red_reason = :reason, red_file_id = :file_id where id = :id", { id, number, issued_on, reason: reason ?? null, file_id: file.id } as never)
}

/** Takes a request back that nobody has answered yet. Errors: not_found, invoice_state. */
export async function withdrawInvoice(transaction: Knex, id: string): Promise<void> {
  const done = await rowsOf(transaction, "update invoice set state = 'withdrawn' where id = :id and state = 'requested' returning id", { id })
  if (done.length === 0) throw refusal("conflict", "invoice_state")
}

/** Says why it will not be issued; what it covered can be asked for anew. The same reason again changes nothing. Errors: not_found, invoice_state. */
export async function declineInvoice(transaction: Knex, id: string, reason: string, { actor_id, at }: Act): Promise<void> {
  const [held] = await rowsOf<{ state: InvoiceState; declined_reason: string | null }>(transaction, "select state, declined_reason from invoice where id = :id for update", { id })
  if (!held) throw refusal("not_found", "not_found")
  if (held.state === "declined" && held.declined_reason === reason) return
  if (held.state !== "requested") throw refusal("conflict", "invoice_state")
  await transaction.raw("update invoice set state = 'declined', declined_reason = ?, declined_by = ?, declined_at = ? where id = ?", [reason, actor_id, at, id])
}

export interface InvoiceWhere {
  ids?: string[]
  organisation_ids?: string[]
  seller_ids?: string[]
  /** Those that cover an order of this campaign. */
  campaign_id?: string
}

const LINES = `select l.order_id, l.amount_fen, g.campaign_id from invoice_line l left join campaign_order g on g.id = l.order_id where l.invoice_id = i.id`

/** The newest in front. */
export async function readInvoices(connection: Knex, { ids = null, organisation_ids = null, seller_ids = null, campaign_id = null }: { [Name in keyof InvoiceWhere]: InvoiceWhere[Name] | null }): Promise<InvoiceRow[]> {
  return rowsOf(connection, `select i.id, i.organisation_id, i.seller_id, i.title, i.tax_number, i.kind, i.note, i.state, i.requested_at, i.number, i.issued_on, i.file_id, f.sha256, i.red_number, i.red_on, i.red_reason, i.red_file_id, r.sha256 as red_sha256, i.declined_reason,
      (select sum(l.amount_fen)::float8 from invoice_line l where l.invoice_id = i.id) as amount_fen,
      (select coalesce(jsonb_agg(jsonb_build_object('order_id', n.order_id, 'display_id', o.display_id, 'amount_fen', n.amount_fen) order by n.order_id), '[]') from (${LINES}) n join "order" o on o.id = n.order_id where n.campaign_id is null) as orders,
      (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from (select c.id as campaign_id, c.title, count(*)::integer as orders, sum(n.amount_fen)::float8 as amount_fen from (${LINES}) n join campaign c on c.id = n.campaign_id group by c.id) s) as campaigns
    from invoice i left join statement_file f on f.id = i.file_id left join statement_file r on r.id = i.red_file_id
    where (cast(:ids as text[]) is null or i.id = any(:ids)) and (cast(:organisation_ids as text[]) is null or i.organisation_id = any(:organisation_ids))
      and (cast(:seller_ids as text[]) is null or i.seller_id = any(:seller_ids))
      and (cast(:campaign_id as text) is null or exists (select 1 from invoice_line l join campaign_order g on g.id = l.order_id where l.invoice_id = i.id and g.campaign_id = :campaign_id))
    order by i.requested_at desc, i.id limit 500`, { ids, organisation_ids, seller_ids, campaign_id })
}

export async function readFile(connection: Knex, id: string): Promise<SealedFile | null> {
  return (await rowsOf<SealedFile>(connection, "select id, mime, sha256, content_sealed from statement_file where id = :id", { id }))[0] ?? null
}
