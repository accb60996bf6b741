import "server-only"
import type { MyOrganisation } from "@fupin/contract/schemas"
import { getProfile } from "./spending"
import { titlesOf } from "./statement-words"
import { getInvoiceable, getInvoices } from "./statements"
import { has } from "./words"

/** Everything that asking for invoices needs: of all orders of the unit, or of what they belong to. */
export async function readInvoicing(token: string, unit: MyOrganisation, { campaign_id, about_id = campaign_id }: { campaign_id?: string; about_id?: string | undefined }) {
  const [sellers, invoices, { invoice_titles }] = await Promise.all([getInvoiceable(token, unit.id, about_id), getInvoices(token, unit.id, campaign_id), getProfile(token, unit.id)])
  return { organisationId: unit.id, sellers, invoices, titles: titlesOf(invoice_titles, unit), mayAsk: has(unit, "buyer", "finance", "approver") }
}
