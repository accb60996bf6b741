import type { Eligibility, FundSource, GapCloser } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isRunning } from "../domain/group-buy/decide-join"
import { addDays } from "../domain/business-day"
import { type Calendar, planDates } from "../domain/plan-dates"
import { piecesFor, spreadOver } from "../domain/spending/close-gap"
import { isEligible } from "../domain/spending/plan-progress"
import { groupBuysOf } from "../group-buy/facts"
import { showGroupBuys } from "../group-buy/show"
import type { AgreementRow, OrganisationRow } from "../medusa"
import { readCertified, readDesignations, stoppedBecause } from "./certified"
import { readRests } from "./days-off"
import { readDirectory } from "./directory"
import { readExpectedBenefit } from "./expected-benefit"
import { readGoodsWithSellers } from "./goods"
import { ownSource } from "./paid-items"
import { institutionOf, readAgreements, unique } from "./plans"
import { priceShown, readPriceFacts, readShelf } from "./price-facts"
import { type AheadLine, readOrigins } from "./read-ahead"

/** What is open of a plan, and what counts for it. */
interface Gap {
  open_fen: number
  eligible: Eligibility
}

/** One way to spend, with the money it spends and what of a gap it closes. */
interface Candidate {
  way: GapCloser["way"]
  source: FundSource
  variant_id: string
  unit_price_fen: number
  group_buy_id: string | null
  close: (gap_fen: number) => (Pick<GapCloser, "quantity" | "total_fen" | "remaining_fen"> & { order: GapCloser["order"] }) | null
}

/** Of each way so many are shown. */
const MOST: Record<GapCloser["way"], number> = { order: 6, group_buy: 3, campaign: 4, demand: 4, shop: 4 }

/** What would close each of these gaps of the running year by money that counts for it; what helps most for its price comes first, way by way. */
export async function readClosers(container: MedusaContainer, organisation: OrganisationRow, gaps: Gap[], ahead: AheadLine[], now: Date, today: string): Promise<GapCloser[][]> {
  const open = gaps.filter(isToClose)
  if (open.length === 0) return gaps.map(() => [])
  const candidates = await readCandidates(container, organisation, open, ahead, now, today)
  const ids = unique(candidates.map(({ variant_id }) => variant_id))
  const goods = await readGoodsWithSellers(container, ids, now)
  const origins = await readOrigins(container, ids)
  const units = [...new Map(candidates.map(({ variant_id, unit_price_fen }) => [variant_id, { variant_id, quantity: 1, unit_price_fen }])).values()]
  const benefit = new Map((await readExpectedBenefit(container, units)).lines.map(({ variant_id, total_fen }) => [variant_id, total_fen]))
  const worth = ({ variant_id, unit_price_fen }: Candidate) => (benefit.get(variant_id) ?? 0) / unit_price_fen
  const ranked = candidates.filter(({ variant_id }) => goods.has(variant_id)).sort((one, other) => worth(other) - worth(one))
  return gaps.map((gap) => (isToClose(gap) ? (Object.keys(MOST) as GapCloser["way"][]).flatMap((way) => ranked
    .filter((one) => one.way === way && isEligible({ platform: "here", source: one.source, origin_code: origins.get(one.variant_id) ?? null }, gap.eligible))
    .flatMap(({ close, source: _source, ...one }): GapCloser[] => {
      const closes = close(gap.open_fen)
      const { handle, title, specification, seller } = goods.get(one.variant_id)!
      return closes ? [{ ...one, handle, title, specification, seller: seller?.name ?? "", ...closes, benefit_fen: (benefit.get(one.variant_id) ?? 0) * closes.quantity }] : []
    }).slice(0, MOST[way])) : []))
}

const isToClose = ({ open_fen, eligible }: Gap): boolean => open_fen > 0 && eligible.platforms.includes("here")

/** A unit's orders and group buys spend its own money, campaigns the union's, members their own. Where no agreement offers anything, goods of the directory are put out for quotes. */
async function readCandidates(container: MedusaContainer, organisation: OrganisationRow, gaps: Gap[], ahead: AheadLine[], now: Date, today: string): Promise<Candidate[]> {
  const own = ownSource(organisation.kind)
  const orders = await orderCandidates(container, organisation, ahead, now, today)
  const ways = [{ way: "campaign", source: "union" }, { way: "shop", source: "personal" }, ...(orders.length === 0 ? [{ way: "demand", source: own } as const] : [])] as const
  const wanted = ways.filter(({ source }) => gaps.some(({ eligible }) => eligible.sources.includes(source)))
  const shelf = wanted.length === 0 ? [] : await shelfPrices(container, gaps, now)
  const directory = wanted.flatMap(({ way, source }) => shelf.map(([variant_id, unit_price_fen]): Candidate => ({ way, source, variant_id, unit_price_fen, group_buy_id: null, close: whole(unit_price_fen) })))
  return [...orders, ...(await groupBuyCandidates(container, own, now)), ...directory]
}

const whole = (unit_price_fen: number, most?: number): Candidate["close"] => (gap_fen) => {
  const pieces = piecesFor(gap_fen, unit_price_fen, most)
  return pieces && { ...pieces, order: null }
}

const shelfPrices = async (container: MedusaContainer, gaps: Gap[], now: Date): Promise<[variant_id: string, unit_price_fen: number][]> =>
  [...(await readShelf(container, await readDirectory(container, gaps.some(({ eligible }) => eligible.origins.length === 0) ? [] : gaps.flatMap(({ eligible }) => eligible.origins), now)))]

/** Lines of signed agreements whose goods may be sold, spread over the days the year still has for them: from the first that can be ordered to the last of year and term. */
async function orderCandidates(container: MedusaContainer, { id, kind, region_code }: OrganisationRow, ahead: AheadLine[], now: Date, today: string): Promise<Candidate[]> {
  const agreements = await readAgreements(container, { organisation_id: id, stage: "signed" })
  const goods = await readGoodsWithSellers(container, agreements.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)), now)
  const designations = await readDesignations(container, goods.values())
  const isSold = (variantId: string) => goods.has(variantId) && stoppedBecause(designations.get(goods.get(variantId)!.product_id) ?? [], now) === null
  const prices = await readPriceFacts(container, agreements)
  const [vacations, regional_holidays] = [await institutionOf(container).readVacations([id]), (await readRests(container))(region_code)]
  const asked = await institutionOf(container).readTermSums(agreements.map((one) => one.id), null)
  return agreements.flatMap((agreement) => {
    const dates = datesLeft(agreement, { vacations, regional_holidays }, today)
    return agreement.lines.filter(({ variant_id }) => isSold(variant_id)).map(({ variant_id, min_quantity, max_quantity, term_max }): Candidate => {
      const unit_price_fen = priceShown(agreement, variant_id, today, prices)
      const isOf = (one: { agreement_id: string | null; variant_id: string }) => one.agreement_id === agreement.id && one.variant_id === variant_id
      const taken = (asked.find(isOf)?.requested ?? 0) + ahead.filter(isOf).reduce((sum, { quantity }) => sum + quantity, 0)
      const bounds = { unit_price_fen, min_quantity, max_quantity, term_left: term_max === null ? null : term_max - taken }
      return { way: "order", source: ownSource(kind), variant_id, unit_price_fen, group_buy_id: null, close: (gap_fen) => orderOf(agreement, dates, spreadOver(gap_fen, bounds, dates.length)) }
    })
  })
}

function datesLeft({ weekdays, valid_from, valid_to, lead_time_days }: AgreementRow, rests: Pick<Calendar, "vacations" | "regional_holidays">, today: string): { date: string; weekday: number }[] {
  const first = addDays(today, lead_time_days)
  const calendar = { weekdays, starts_on: first, ends_on: null, paused_from: null, resume_on: null, skip_statutory_holidays: true, deliver_on_makeup_workdays: false, term_from: valid_from, term_to: valid_to, lead_time_days, ...rests }
  return planDates(calendar, first, `${today.slice(0, 4)}-12-31`).filter(({ skipped }) => skipped === null).map(({ date }) => ({ date, weekday: new Date(`${date}T00:00:00Z`).getUTCDay() || 7 }))
}

function orderOf({ id, number }: AgreementRow, dates: ReturnType<typeof datesLeft>, spread: ReturnType<typeof spreadOver>): ReturnType<Candidate["close"]> {
  if (!spread) return null
  const { quantity, deliveries, total_fen, remaining_fen } = spread
  const days = dates.slice(0, deliveries)
  const order = { agreement_id: id, agreement_number: number, quantity, deliveries, weekdays: unique(days.map(({ weekday }) => weekday)).sort(), starts_on: days[0]!.date, ends_on: days.at(-1)!.date }
  return { quantity: quantity * deliveries, total_fen, remaining_fen, order }
}

/** Group buys of certified goods that one can join now, within what one buyer may take and what is left. */
async function groupBuyCandidates(container: MedusaContainer, source: FundSource, now: Date): Promise<Candidate[]> {
  const running = (await groupBuysOf(container).readGroupBuys({ states: ["open"] })).filter((group) => isRunning(group, now))
  const certified = await readCertified(container, running.map(({ variant_id }) => variant_id), now)
  const { shown } = await showGroupBuys(container, running.filter(({ variant_id }) => certified.has(variant_id)), now)
  return shown.map(({ id, variant_id, opening_price_fen, per_buyer_cap, left }) => (
    { way: "group_buy", source, variant_id, unit_price_fen: opening_price_fen, group_buy_id: id, close: whole(opening_price_fen, Math.min(per_buyer_cap, left)) }))
}
