import "server-only"
import { AcceptanceAnswer, EvidencePack, Invoice, InvoiceableSeller, Statement, StatementSummary } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"
import type { Door } from "./door"

const BASE = "/store/institution"
const Statements = z.object({ statements: z.array(StatementSummary) })
const OneStatement = z.object({ statement: Statement })
const Invoices = z.object({ invoices: z.array(Invoice) })
const Sellers = z.object({ sellers: z.array(InvoiceableSeller) })

/** Statements that went out, the latest month first. */
export async function getStatements(token: string, organisation_id: string): Promise<StatementSummary[]> {
  return (await request(`${BASE}/statements`, Statements, { token, query: { organisation_id } })).statements
}

export async function getStatement(token: string, id: string): Promise<Statement | null> {
  return (await requestOrNull(`${BASE}/statements/${encodeURIComponent(id)}`, OneStatement, { token }))?.statement ?? null
}

/** All invoices of the unit, or those of one campaign. */
export async function getInvoices(token: string, organisation_id: string, campaign_id?: string): Promise<Invoice[]> {
  return (await request(`${BASE}/invoices`, Invoices, { token, query: { organisation_id, campaign_id } })).invoices
}

/** What no live invoice covers yet, by seller: of the unit, or of one campaign, group buy, contract or delivery. */
export async function getInvoiceable(token: string, organisation_id: string, about_id?: string): Promise<InvoiceableSeller[]> {
  return (await request(`${BASE}/invoiceable`, Sellers, { token, query: { organisation_id, about_id }, timeoutMs: 60_000 })).sellers
}

/** What was signed at the door, with its pictures. */
export async function getAcceptance(token: string, { kind, id }: Pick<Door, "kind" | "id">): Promise<AcceptanceAnswer> {
  return request(`${BASE}/${kind}/${encodeURIComponent(id)}/acceptance`, AcceptanceAnswer, { token })
}

/** What proves the unit's purchases of a reporting period (YYYY-MM). */
export async function getEvidencePack(token: string, organisation_id: string, period: string): Promise<EvidencePack> {
  return request(`${BASE}/evidence`, EvidencePack, { token, query: { organisation_id, period } })
}
