import { allowed } from "@fupin/access"
import { decideBadge } from "@fupin/provenance/domain/designation"
import { PreorderContract, PreorderOffer, type PreorderPaymentStep, type PreorderPreview } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { owedBack } from "../domain/preorder/book"
import { balanceDueOn, canCancel, canTakeMore, canWithdraw, decideBooking, isBookable, moneyOf, payNext, quantityOf, stepsOf } from "../domain/preorder/contract"
import { coverSteps, planSteps } from "../domain/preorder/schedule"
import { graph } from "../medusa"
import type { ContractRow, OfferRow } from "../modules/preorder/service"
import { readDesignations } from "../reads/certified"
import { readExpectedBenefit, readExpectedBenefits } from "../reads/expected-benefit"
import { goneGoods, readGoods, type Seller } from "../reads/goods"
import { readOrganisations, unique } from "../reads/plans"
import { readPackedLots } from "../reads/packed-lots"
import { readRegionNames } from "../reads/region-names"
import { readBankAccount } from "../reads/show-orders"
import { preordersOf } from "./facts"
import { readStaffNames } from "./people"

/** Offers as everybody at the desk sees them, in as many queries as for one. */
export async function showOffers(container: MedusaContainer, rows: OfferRow[], now: Date): Promise<PreorderOffer[]> {
  if (rows.length === 0) return []
  const goods = await readGoods(container, rows.map(({ variant_id }) => variant_id))
  const product_id = unique([...goods.values()].map((one) => one.product_id))
  const designations = await readDesignations(container, goods.values())
  const producers = new Map((await graph<Seller>(container, "producer", ["id", "name"], { id: unique(rows.map(({ producer_id }) => producer_id)) })).map((one) => [one.id, one]))
  const profiles = product_id.length === 0 ? [] : await graph<{ product_id: string; origin_code: string }>(container, "product_profile", ["product_id", "origin_code"], { product_id, valid_to: null })
  const regions = await readRegionNames(container, profiles.map(({ origin_code }) => origin_code))
  const nameOf = await readStaffNames(container, rows.flatMap(({ harvest_by }) => harvest_by ?? []))
  return rows.map((row) => {
    const held = goods.get(row.variant_id) ?? goneGoods(row.variant_id)
    const origin = profiles.find((one) => one.product_id === held.product_id)?.origin_code ?? ""
    const { producer_id, region_code: _region, booked, actual_yield, harvest_reason, harvest_by, confirmed_at, answer_by, shared_at: _shared, ...shown } = row
    return PreorderOffer.parse({
      ...shown, product_title: held.title, specification: held.specification, handle: held.handle, thumbnail: held.thumbnail, producer: producers.get(producer_id) ?? { id: producer_id, name: "" },
      origin: regions.get(origin) ?? "", designation: decideBadge(designations.get(held.product_id) ?? [], now)?.number ?? null, left: Math.max(0, row.expected_yield - booked), can_book: isBookable(row, businessDay(now)),
      harvest: actual_yield === null ? null : { actual_yield, reason: harvest_reason ?? "", entered_by: nameOf(harvest_by ?? ""), confirmed_at: confirmed_at?.toISOString() ?? null, answer_by },
    })
  })
}

/** Contracts with their whole money; where to pay only for those who buy or pay. */
export async function showContracts(container: MedusaContainer, rows: ContractRow[], now: Date, maySeePayment: (organisationId: string) => boolean): Promise<PreorderContract[]> {
  if (rows.length === 0) return []
  const offers = await preordersOf(container).readOffers({ ids: unique(rows.map(({ offer_id }) => offer_id)) })
  const shown = await showOffers(container, offers, now)
  const organisations = new Map((await readOrganisations(container, { id: unique(rows.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name]))
  const benefits = await readExpectedBenefits(container, rows.map((row) => [{ variant_id: offers.find(({ id }) => id === row.offer_id)!.variant_id, quantity: quantityOf(row), unit_price_fen: row.price_fen }]))
  const account = await readBankAccount(container)
  const nameOf = await readStaffNames(container, rows.flatMap(({ paybacks }) => paybacks.map(({ actor_id }) => actor_id)))
  const lots = await readPackedLots(container, rows.flatMap(({ deliveries }) => deliveries.map(({ id }) => id)))
  return rows.map((row, index) => {
    const offer = offers.find(({ id }) => id === row.offer_id)!
    const shownRow = contractOf(row, offer, businessDay(now))
    const due_fen = payNext(row, businessDay(now))
    const transfer = account && row.number !== null && due_fen > 0 && maySeePayment(row.organisation_id) ? { ...account, reference: row.number, due_fen } : null
    return PreorderContract.parse({
      ...shownRow, deliveries: shownRow.deliveries.map((delivery) => ({ ...delivery, lots: lots(delivery.id, offer.variant_id) })), due_fen, transfer, offer: shown.find(({ id }) => id === row.offer_id)!, benefit: benefits[index]!, organisation: { id: row.organisation_id, name: organisations.get(row.organisation_id) ?? "" },
      paybacks: row.paybacks.map(({ actor_id, ...payback }) => ({ ...payback, paid_by: nameOf(actor_id) })),
    })
  })
}

function contractOf(row: ContractRow, offer: OfferRow, today: string) {
  const money = moneyOf(row)
  const { id, number, state, ended_reason, booked, allotted, wants_more, extra, applications, scan } = row
  return {
    id, number: number ?? "", state, ended_reason, booked, allotted, wants_more, extra, booked_at: row.booked_at.toISOString(),
    total_fen: money.total_fen, received_fen: money.received_fen, paid_back_fen: money.paid_back_fen, owed_back_fen: owedBack(money),
    applied_fen: applications.reduce((sum, { amount_fen, is_booked }) => sum + (is_booked ? amount_fen : 0), 0),
    steps: showSteps(row, today), payments: row.payments.map(({ amount_fen, received_on, reference }) => ({ amount_fen, received_on, reference })),
    deliveries: row.deliveries.map(({ line_item_id: _line, laid_by: _by, applied_fen: _applied, order_id, accepted_at, ...delivery }) =>
      ({ ...delivery, order_id: delivery.state === "placed" || delivery.state === "accepted" ? order_id : null, accepted_at: accepted_at === null ? null : new Date(accepted_at).toISOString() })),
    scan: scan && { ...scan, uploaded_at: new Date(scan.uploaded_at).toISOString() },
    may_withdraw: canWithdraw(offer, row, today), may_take_more: canTakeMore(offer, row, today), may_cancel: canCancel(offer, row),
  }
}

/** Advances with what arrived laid over them. */
function showSteps(row: ContractRow, today: string): PreorderPaymentStep[] {
  const { received_fen, paid_back_fen } = moneyOf(row)
  const steps = stepsOf(row).map((step) => (step.kind === "balance" ? { ...step, due_on: balanceDueOn(row) } : step))
  return coverSteps(steps, received_fen - paid_back_fen, today)
}

/** What booking so many would come to, when it is due and what it would bring; nothing is written. Error: preorder_full, preorder_not_open. */
export async function showPreview(container: MedusaContainer, offer: OfferRow, quantity: number, now: Date): Promise<PreorderPreview> {
  const today = businessDay(now)
  allowed(decideBooking(offer, quantity, today), "not_allowed")
  const total_fen = quantity * offer.price_fen
  const benefit = await readExpectedBenefit(container, [{ variant_id: offer.variant_id, quantity, unit_price_fen: offer.price_fen }])
  return { total_fen, left: offer.expected_yield - offer.booked, steps: coverSteps(planSteps(offer.rule, total_fen, today), 0, today), benefit }
}
