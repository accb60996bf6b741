import type { Invoice, Statement, StatementSummary } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import type { InvoiceRow, StatementRow } from "../modules/statement/service"
import { statementsOf } from "../statement"
import { readOpen } from "../statement/money"
import type { Seller } from "./goods"
import { readOrderStates } from "./order-states"
import { readOrganisations, unique } from "./plans"
import { readBankAccount } from "./show-orders"

const iso = (moment: Date | null): string | null => (moment === null ? null : new Date(moment).toISOString())

/** Names of sellers and organisations by id; the house itself sells what has no seller. */
export async function readParties(container: MedusaContainer, rows: { organisation_id: string; seller_id: string }[]) {
  const sellerIds = unique(rows.map(({ seller_id }) => seller_id)).filter(Boolean)
  const [organisations, sellers] = await Promise.all([
    readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) }), sellerIds.length === 0 ? [] : graph<Seller>(container, "producer", ["id", "name"], { id: sellerIds }),
  ])
  return {
    organisationOf: (id: string) => ({ id, name: organisations.find((one) => one.id === id)?.name ?? "" }),
    sellerOf: (id: string) => (id === "" ? null : { id, name: sellers.find((one) => one.id === id)?.name ?? "" }),
  }
}

export async function showStatements(container: MedusaContainer, rows: StatementRow[]): Promise<StatementSummary[]> {
  const { organisationOf, sellerOf } = await readParties(container, rows)
  const open = await readOpen(container, rows.map(({ id }) => id))
  return rows.map(({ id, number, month, state, revision, waiting, sha256, organisation_id, seller_id, sent_at, confirmed_at, settled_at }) => {
    const { due_fen, open_fen } = open.get(id)!
    return {
      id, number, month, state, revision, waiting, sha256, organisation: organisationOf(organisation_id), seller: sellerOf(seller_id), due_fen, open_fen, paid_fen: Math.max(0, due_fen - open_fen),
      sent_at: iso(sent_at), confirmed_at: iso(confirmed_at), settled_at: iso(settled_at),
    }
  })
}

/** One statement with its lines; where to pay is for those who pay, once it is confirmed. */
export async function showStatement(container: MedusaContainer, row: StatementRow, maySeePayment: boolean): Promise<Statement> {
  const [summary] = await showStatements(container, [row])
  const lines = await statementsOf(container).readLines([row.id])
  const orders = new Map((await readOrderStates(container, unique(lines.map(({ order_id }) => order_id)))).map(({ id, display_id }) => [id, display_id]))
  const account = row.state === "confirmed" && summary!.open_fen > 0 && maySeePayment ? await readBankAccount(container) : null
  return {
    ...summary!, transfer: account ? { ...account, reference: row.number, due_fen: summary!.open_fen } : null,
    lines: lines.map(({ statement_id: _statement, variant_id: _variant, ...line }) => ({ ...line, display_id: orders.get(line.order_id) ?? 0, is_late: line.delivery_date < row.month })),
  }
}

export async function showInvoices(container: MedusaContainer, rows: InvoiceRow[]): Promise<Invoice[]> {
  const { organisationOf, sellerOf } = await readParties(container, rows)
  return rows.map(({ organisation_id, seller_id, requested_at, file_id: _file, red_file_id: _red, ...row }) => ({ ...row, organisation: organisationOf(organisation_id), seller: sellerOf(seller_id), requested_at: iso(requested_at)! }))
}
