import { allowed } from "@fupin/access"
import { decidePeriod } from "@fupin/benefit/domain/period"
import type { PaperRequest } from "@fupin/benefit/queries/paper-scope"
import { readEvidence } from "@fupin/benefit/queries/read-evidence"
import { readRoster } from "@fupin/benefit/queries/read-roster"
import type { EvidencePack } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { campaignsOf } from "../campaign/facts"
import type { OrganisationRow } from "../medusa"
import type { CampaignRow } from "../modules/campaign/rows"
import type { ContractRow } from "../modules/preorder/service"
import type { InvoiceRow, SheetRow, StatementRow } from "../modules/statement/service"
import { readNames } from "../reads/people"
import { type Delivery, institutionOf, readAgreements, readOccurrences, withPlans } from "../reads/plans"
import { readParties, showStatements } from "../reads/show-statements"
import { loadOfBatch } from "../preorder/door"
import { preordersOf } from "../preorder/facts"
import { statementsOf } from "../statement"
import { type Load, loadOfOccurrence } from "../statement/delivery-note"

/** What a pack is made of, before any file is opened. */
export interface PackContents {
  organisation: OrganisationRow
  request: PaperRequest
  statements: StatementRow[]
  invoices: InvoiceRow[]
  deliveries: (Arrival & { sheet: SheetRow | null; photos: { id: string; variant_id: string }[] })[]
  /** Signed, with their scan: supply agreements in force at some time of it, and contracts of a harvest of which something came in. */
  agreements: { id: string; kind: "supply" | "preorder"; number: string; sha256: string }[]
  /** Those that were paid in it, or part of them. */
  campaigns: { campaign: CampaignRow; received_fen: number; has_minutes: boolean }[]
}

/** Accepted goods, whatever ordered them. */
interface Arrival {
  id: string
  day: string
  name: string
  page: string
  loads: Load[]
}

/** The unit's forms name nobody in full: it is handed a masked copy. Error: invalid_period. */
export async function readContents(container: MedusaContainer, organisation: OrganisationRow, period: string): Promise<PackContents> {
  const bounds = allowed(decidePeriod(period))
  const within = (day: string | null) => day !== null && day >= bounds.first_day && day <= bounds.last_day
  const module = statementsOf(container)
  const [statements, invoices, occurrences, contracts, agreements, campaigns] = await Promise.all([
    module.readStatements({ organisation_ids: [organisation.id], month: period, states: ["sent", "disputed", "adjusted", "confirmed", "settled"] }),
    module.readInvoices({ organisation_ids: [organisation.id] }),
    readOccurrences(container, { standing_order: { agreement: { organisation_id: organisation.id } }, delivery_date: { $gte: bounds.first_day, $lte: bounds.last_day } }),
    preordersOf(container).readContracts({ organisation_ids: [organisation.id] }), readSigned(container, organisation.id, bounds), readPaidCampaigns(container, organisation.id, within),
  ])
  const dates = await withPlans(container, occurrences.filter(({ accepted_at }) => accepted_at !== null))
  const arrivals = [...dates.map((date) => arrivalOfDate(container, date)), ...(await readBatches(container, organisation, contracts, within))]
  const { sheets, photos } = await module.readDoors(arrivals.map(({ id }) => id))
  const delivered = new Set(arrivals.map(({ page }) => page))
  const scanned = contracts.flatMap(({ id, number, scan }) => (scan && delivered.has(`/desk/preorders/${id}`) ? [{ id, kind: "preorder" as const, number: number ?? "", sha256: scan.sha256 }] : []))
  return {
    organisation, statements, campaigns, agreements: [...agreements, ...scanned], invoices: invoices.filter(({ issued_on, red_on }) => within(issued_on) || within(red_on)),
    request: { period, bounds, subject: { kind: "organisation", id: organisation.id }, regions: ["*"], clear: [] },
    deliveries: arrivals.map((arrival) => ({ ...arrival, sheet: sheets.get(arrival.id) ?? null, photos: photos.get(arrival.id) ?? [] })),
  }
}

function arrivalOfDate(container: MedusaContainer, date: Delivery): Arrival {
  const { occurrence: { id, delivery_date, order_ids }, standing_order: { name } } = date
  return { id, day: delivery_date, name, page: `/desk/occurrences/${id}`, loads: order_ids.map((order) => loadOfOccurrence(container, date, order)) }
}

/** Batches of harvests that came in. */
async function readBatches(container: MedusaContainer, organisation: OrganisationRow, contracts: ContractRow[], within: (day: string) => boolean): Promise<Arrival[]> {
  const came = contracts.flatMap((contract) => contract.deliveries.filter(({ accepted, deliver_on }) => accepted !== null && within(deliver_on)).map((delivery) => ({ contract, delivery })))
  if (came.length === 0) return []
  const offers = new Map((await preordersOf(container).readOffers({ ids: came.map(({ contract }) => contract.offer_id) })).map((offer) => [offer.id, offer]))
  return came.map(({ contract, delivery }) => {
    const load = loadOfBatch(container, { contract, delivery, offer: offers.get(contract.offer_id)! }, organisation)
    return { id: delivery.id, day: delivery.deliver_on, name: `预购 ${contract.number} 第 ${delivery.sequence} 批`, page: load.page, loads: [load] }
  })
}

async function readSigned(container: MedusaContainer, organisation_id: string, { first_day, last_day }: PaperRequest["bounds"]): Promise<PackContents["agreements"]> {
  const signed = await readAgreements(container, { organisation_id, valid_from: { $lte: last_day }, valid_to: { $gte: first_day }, stage: { $in: ["signed", "terminated"] } })
  const scans = await Promise.all(signed.map(async ({ id, number }) => ({ id, number, scan: await institutionOf(container).readScanHead(id) })))
  return scans.flatMap(({ id, number, scan }) => (scan ? [{ id, kind: "supply" as const, number, sha256: scan.sha256 }] : []))
}

async function readPaidCampaigns(container: MedusaContainer, organisationId: string, within: (day: string | null) => boolean): Promise<PackContents["campaigns"]> {
  const module = campaignsOf(container)
  const rows = await module.readCampaigns({ organisation_ids: [organisationId] })
  const paid = await Promise.all(rows.map(async (campaign) => ({ campaign, transfers: (await module.readTransfers(campaign.id)).filter(({ received_on }) => within(received_on)) })))
  const minutes = new Set((await module.readMinutes(rows.map(({ id }) => id))).map(({ campaign_id }) => campaign_id))
  return paid.filter(({ transfers }) => transfers.length > 0).map(({ campaign, transfers }) => ({ campaign, received_fen: transfers.reduce((sum, { amount_fen }) => sum + amount_fen, 0), has_minutes: minutes.has(campaign.id) }))
}

/** The pack as the desk shows it before it is downloaded. */
export async function showPack(container: MedusaContainer, { organisation, request, statements, invoices, deliveries, agreements, campaigns }: PackContents): Promise<EvidencePack> {
  const [roster, evidence, shown, { sellerOf }, nameOf] = await Promise.all([
    readRoster(container, request), readEvidence(container, request), showStatements(container, statements), readParties(container, invoices), readNames(container, deliveries.flatMap(({ sheet }) => sheet?.signed_by ?? [])),
  ])
  return {
    period: request.period, from: request.bounds.first_day, to: request.bounds.last_day, organisation: { id: organisation.id, name: organisation.name },
    people: roster.rows.length, payable_fen: roster.foot.ledger_fen, rows: evidence.rows.length, paid_fen: evidence.foot.rows_fen,
    statements: shown.flatMap(({ id, number, seller, state, due_fen }) => (state === "draft" ? [] : [{ id, number, seller: seller?.name ?? "扶贫馆自营", state, due_fen }])),
    invoices: invoices.map(({ id, number, seller_id, state, amount_fen }) => ({ id, number: number ?? "", seller: sellerOf(seller_id)?.name ?? "扶贫馆自营", is_red: state === "red", amount_fen })),
    deliveries: deliveries.map(({ id, day, name, page, loads, sheet, photos }) => ({ id, page, delivery_date: day, name, signed_by: sheet && nameOf(sheet.signed_by), photos: photos.length, notes: loads.length })),
    agreements, campaigns: campaigns.map(({ campaign: { id, title }, received_fen, has_minutes }) => ({ id, title, received_fen, has_minutes })),
  }
}
