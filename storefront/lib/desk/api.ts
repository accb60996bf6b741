import "server-only"
import { DeliveryPreview, type InstitutionOrderQuery, InstitutionOrders, MyOrganisation, Occurrence, StandingOrder, SupplyAgreement } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const BASE = "/store/institution"
/** The most that the backend hands out at once. */
const PAGE_MAX = 200
const Organisations = z.object({ organisations: z.array(MyOrganisation) })
const Agreements = z.object({ agreements: z.array(SupplyAgreement) })
const StandingOrders = z.object({ standing_orders: z.array(StandingOrder) })
const OneStandingOrder = z.object({ standing_order: StandingOrder })
const Occurrences = z.object({ occurrences: z.array(Occurrence), count: z.number() })
const OneOccurrence = z.object({ occurrence: Occurrence })

const path = (...parts: string[]) => [BASE, ...parts.map(encodeURIComponent)].join("/")

export async function getOrganisations(token: string): Promise<MyOrganisation[]> {
  return (await request(path("organisations"), Organisations, { token })).organisations
}

export async function getAgreements(token: string, organisation_id: string): Promise<SupplyAgreement[]> {
  return (await request(path("agreements"), Agreements, { token, query: { organisation_id } })).agreements
}

export async function getStandingOrders(token: string, organisation_id: string): Promise<StandingOrder[]> {
  return (await request(path("standing-orders"), StandingOrders, { token, query: { organisation_id } })).standing_orders
}

export async function getStandingOrder(token: string, id: string): Promise<StandingOrder | null> {
  return (await requestOrNull(path("standing-orders", id), OneStandingOrder, { token }))?.standing_order ?? null
}

/** Deliveries between two dates, both included, by date. */
export async function getOccurrences(token: string, query: { organisation_id?: string; standing_order_id?: string; from: string; to: string }): Promise<Occurrence[]> {
  const occurrences = await readAll(async (page) => {
    const answer = await request(path("occurrences"), Occurrences, { token, query: { ...query, ...page } })
    return { rows: answer.occurrences, count: answer.count }
  })
  return occurrences.toSorted((a, b) => a.delivery_date.localeCompare(b.delivery_date))
}

export async function getOccurrence(token: string, id: string): Promise<Occurrence | null> {
  return (await requestOrNull(path("occurrences", id), OneOccurrence, { token }))?.occurrence ?? null
}

/** One page of all orders of the organisation, whatever the way they came, and what is due over all of them. */
export async function getInstitutionOrders(token: string, organisation_id: string, query: Partial<InstitutionOrderQuery>): Promise<InstitutionOrders> {
  return request(path("orders"), InstitutionOrders, { token, query: { ...query, organisation_id } })
}

/** Page after page until all are there; a page without rows ends it too. */
async function readAll<Row>(readPage: (page: { offset: number; limit: number }) => Promise<{ rows: Row[]; count: number }>): Promise<Row[]> {
  const all: Row[] = []
  for (let count = Infinity; all.length < count;) {
    const page = await readPage({ offset: all.length, limit: PAGE_MAX })
    all.push(...page.rows)
    count = page.rows.length === 0 ? 0 : page.count
  }
  return all
}

export async function getDeliveryPreview(token: string, body: { agreement_id: string; lines: { variant_id: string; quantity: number }[] }): Promise<DeliveryPreview> {
  return request(path("preview"), DeliveryPreview, { method: "POST", token, body })
}

/** Every act on a standing order or a delivery: a POST whose answer the page asks for anew. */
export async function act(token: string, parts: string[], body: unknown): Promise<void> {
  await request(path(...parts), z.unknown(), { method: "POST", token, body })
}

/** Creates a standing order; answers its id. */
export async function createStandingOrder(token: string, body: unknown): Promise<string> {
  return (await request(path("standing-orders"), OneStandingOrder, { method: "POST", token, body })).standing_order.id
}
