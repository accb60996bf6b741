import { readFilingAnswers } from "@fupin/benefit/queries/read-unit-filings"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay } from "../domain/business-day"
import { RENEWAL_DAYS } from "../domain/negotiation"
import { decideSeat } from "../domain/spending/decide-approval"
import { readGoods } from "../reads/goods"
import { readOrganisations, unique } from "../reads/plans"
import { readProgress } from "../reads/show-budget"
import { spendingOf } from "../spending"
import { noticesOf } from "."
import { composeNotice, type Fact, recipientsOf } from "./compose"
import { readProducerFacts } from "./producer-facts"

/** Older facts are no news. */
const NEWS_DAYS = 7


/**
 * Tells what happened since, each fact once, whoever runs it. It reads what was committed, so that nothing is told that did not
 * happen, and no act fails because of it.
 */
export async function tellNotices(container: MedusaContainer, now: Date): Promise<void> {
  const module = noticesOf(container)
  const today = businessDay(now)
  await tellFacts(container, await withNames(container, await module.readFacts(today, addDays(today, RENEWAL_DAYS))), today)
  await tellFilings(container, now)
  await tellFacts(container, await readProducerFacts(container, now), today)
  await tellPlans(container, now)
}

/** What the office answered to a unit's filing, in the week that facts are news. */
async function tellFilings(container: MedusaContainer, now: Date): Promise<void> {
  const answers = await readFilingAnswers(container, new Date(now.getTime() - NEWS_DAYS * 86_400_000))
  await tellFacts(container, answers.map(({ id, filing_id, organisation_id, period, act, note }) => ({
    key: `filing:${id}`, kind: `filing_${act}`, owner_id: organisation_id, id: filing_id, subject: period, day: period, amount_fen: null, count: null, reason: note, people: null, goods: null,
  })), businessDay(now))
}

async function tellFacts(container: MedusaContainer, facts: Fact[], today: string): Promise<void> {
  const module = noticesOf(container)
  const seats = await module.readSeats(unique(facts.map(({ owner_id }) => owner_id)))
  for (const fact of facts) {
    const members = seats.filter(({ owner_id }) => owner_id === fact.owner_id)
    const concerned = fact.kind === "approval_waiting" ? { ...fact, people: await readDeciders(container, fact, today) } : fact
    const composed = composeNotice(fact)
    await module.tell(fact, recipientsOf(concerned, members).map((customer_id) => ({ customer_id, ...composed })))
  }
}

/** Plans of the year that will not be met as things stand, once a month each; each is looked at once a day. */
async function tellPlans(container: MedusaContainer, now: Date): Promise<void> {
  const module = noticesOf(container)
  const today = businessDay(now)
  const [year, month] = [Number(today.slice(0, 4)), today.slice(0, 7)]
  const due = await module.readDuePlans(year, month, now)
  for (const organisation of due.length === 0 ? [] : await readOrganisations(container, { id: unique(due.map(({ organisation_id }) => organisation_id)) })) {
    const plans = (await readProgress(container, organisation, year, now)).filter(({ id, state }) => state === "behind" && due.some((one) => one.id === id))
    await tellFacts(container, plans.map(({ id, title, gap_fen, warning }) => ({
      key: `plan-behind:${id}:${month}`, kind: "plan_behind", owner_id: organisation.id, id, subject: title, day: today, amount_fen: gap_fen, count: null, reason: warning, people: null, goods: null,
    })), today)
  }
  await module.markChecked(due, now)
}

/** Whoever may decide on a request now, in their own place or another's. */
async function readDeciders(container: MedusaContainer, { id, owner_id }: Fact, today: string): Promise<string[]> {
  const spending = spendingOf(container)
  const [request, unit, delegations] = await Promise.all([spending.readRequest(id), spending.readUnit(owner_id), spending.readDelegations(owner_id)])
  return request ? unit.members.filter((member) => decideSeat(request, member, unit, delegations, today).ok) : []
}

/** Goods of shortages by name; the query knows only what they are called inside. */
async function withNames(container: MedusaContainer, facts: Fact[]): Promise<Fact[]> {
  const variants = unique(facts.flatMap(({ goods }) => (goods ?? []).flatMap(({ variant_id, substitute }) => [variant_id, ...(substitute ? [substitute] : [])])))
  const goods = await readGoods(container, variants)
  const nameOf = (id: string) => goods.get(id)?.title ?? "已下架的商品"
  return facts.map((fact) => ({ ...fact, goods: fact.goods?.map((one) => ({ ...one, title: nameOf(one.variant_id), substitute: one.substitute === null ? null : nameOf(one.substitute) })) ?? null }))
}
