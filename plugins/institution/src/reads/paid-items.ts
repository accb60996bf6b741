import { readPaidParts } from "@fupin/benefit/queries/read-paid-parts"
import type { FundSource, OrganisationKind, PaidItem } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { spendingOf } from "../spending"
import { readOrganisations, unique } from "./plans"

/** Whose money a unit's own orders are: a union has no canteen. */
export const ownSource = (kind: OrganisationKind): FundSource => (kind === "union" ? "union" : "canteen")

/** Whose money placed an order: a campaign is the union's whoever holds it, a customer's is their own. */
const sourceOf = (kind: OrganisationKind | null, source: string | null): FundSource => (kind === null ? "personal" : source === "campaign" ? "union" : ownSource(kind))

/**
 * Everything paid in a year that counts for an organisation, by the day it was paid: its own orders and those of units whose purchases
 * count for it, members' own orders credited to it (R27), and purchases made elsewhere whose proof was approved.
 */
export async function readPaidItems(container: MedusaContainer, organisationId: string, year: number): Promise<(PaidItem & { buyer: string })[]> {
  const spending = spendingOf(container)
  const counted = await spending.readCounted([organisationId], `${year}-01-01`, `${year}-12-31`)
  const ids = unique(counted.map(({ id }) => id))
  const credits = await spending.readCredits(ids)
  const organisations = new Map((await readOrganisations(container, { id: ids })).map((one) => [one.id, one]))
  const isCounted = (id: string, on: string) => counted.some((one) => one.id === id && one.since <= on && on <= one.until)
  const from = new Date(`${year}-01-01T00:00:00+08:00`)
  const parts = await readPaidParts(container, { organisation_ids: ids, order_ids: credits.map(({ order_id }) => order_id), from, to: new Date(`${year + 1}-01-01T00:00:00+08:00`) })
  const here = parts.map(({ id, order_id, organisation_id, source, given_to, at, amount_fen, product, seller, quantity, origin_code }) => ({
    buyer: organisation_id ?? credits.find((credit) => credit.order_id === order_id)!.organisation_id,
    id, order_id, on: businessDay(at), amount_fen, source: sourceOf(organisation_id === null ? null : organisations.get(organisation_id)?.kind ?? null, source), platform: "here" as const, origin_code, title: `${product} ${quantity}`, seller, given_to,
  }))
  const outside = (await spending.readOutside({ organisation_ids: ids, states: ["approved"] })).filter(({ paid_on }) => paid_on.startsWith(String(year)))
  const elsewhere = outside.map(({ id, organisation_id, paid_on, amount_fen, source, platform, origin_code, goods, seller }) => ({ buyer: organisation_id, id, order_id: null, on: paid_on, amount_fen, source, platform, origin_code, title: goods, seller, given_to: null }))
  return [...here, ...elsewhere].filter(({ buyer, on }) => isCounted(buyer, on)).sort((one, other) => (one.on < other.on ? 1 : -1))
    .map((item) => ({ ...item, organisation_name: organisations.get(item.buyer)?.name ?? "" }))
}
