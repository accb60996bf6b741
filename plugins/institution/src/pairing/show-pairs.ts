import { regionContains } from "@fupin/access"
import { readUnitSales } from "@fupin/benefit/queries/read-unit-sales"
import { Pair } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { measurePair, type PaidOnDay } from "../domain/pairing/measure-pair"
import type { OrganisationRow } from "../medusa"
import type { PairRow } from "../modules/pairing/service"
import type { CountedRow } from "../modules/spending/relations"
import { readOrganisations, unique } from "../reads/plans"
import { readRegionNames } from "../reads/region-names"
import { spendingOf } from "../spending"

/** The organisations whose purchases count for a pair. */
export function payersOf({ payer_kind, payer }: Pick<PairRow, "payer_kind" | "payer">, organisations: readonly OrganisationRow[]): OrganisationRow[] {
  return organisations.filter(({ id, region_code }) => (payer_kind === "organisation" ? id === payer : regionContains(payer, region_code)))
}

/** Pairs with their figures of a year, from sums that the ledger keeps; as many questions to the database however many there are. */
export async function showPairs(container: MedusaContainer, pairs: PairRow[], year: number, now: Date): Promise<Pair[]> {
  const organisations = await readOrganisations(container, {})
  const payerIds = unique(pairs.flatMap((pair) => payersOf(pair, organisations).map(({ id }) => id)))
  const counted = await spendingOf(container).readCounted(payerIds, `${year - 1}-01-01`, `${year}-12-31`)
  const paid = await readPaid(container, unique(counted.map(({ id }) => id)), year)
  const names = await readRegionNames(container, unique(pairs.flatMap(({ helped_code, payer_kind, payer }) => [helped_code, ...(payer_kind === "region" ? [payer] : [])])))
  const nameOf = (id: string) => organisations.find((one) => one.id === id)?.name ?? ""
  return pairs.map((pair) => {
    const payers = new Set(payersOf(pair, organisations).map(({ id }) => id))
    const { units, ...figures } = measurePair(pair, paidFor(payers, counted, paid), year, businessDay(now))
    const { payer_kind, payer, helped_code, ...rest } = pair
    return Pair.parse({
      ...rest, ...figures, year, payer: { kind: payer_kind, id: payer, name: payer_kind === "organisation" ? nameOf(payer) : names.get(payer) },
      helped: { code: helped_code, name: names.get(helped_code) }, units: units.map((unit) => ({ ...unit, name: nameOf(unit.id) })),
    })
  })
}

/** What counts for the paying side: its own, and what its caterers and the units below it bought while they belonged to it (R30); each purchase once. */
function paidFor(payers: ReadonlySet<string>, counted: readonly CountedRow[], paid: readonly PaidOnDay[]): PaidOnDay[] {
  const spans = new Map<string, CountedRow[]>()
  for (const row of counted.filter(({ counts_for }) => payers.has(counts_for))) spans.set(row.id, [...(spans.get(row.id) ?? []), row])
  return paid.filter(({ organisation_id, on }) => spans.get(organisation_id)?.some(({ since, until }) => since <= on && on <= until))
}

/** Of this year and the one before: orders, members' own that they credited, and purchases elsewhere whose proof was approved. */
async function readPaid(container: MedusaContainer, organisation_ids: string[], year: number): Promise<PaidOnDay[]> {
  if (organisation_ids.length === 0) return []
  const [credits, outside] = [await spendingOf(container).readCredits(organisation_ids), await spendingOf(container).readOutside({ organisation_ids, states: ["approved"] })]
  const [from, to] = [new Date(`${year - 1}-01-01T00:00:00+08:00`), new Date(`${year + 1}-01-01T00:00:00+08:00`)]
  const here = await readUnitSales(container, { organisation_ids, credits, from, to })
  return [...here, ...outside.map(({ organisation_id, paid_on, origin_code, amount_fen }) => ({ organisation_id, on: paid_on, origin_code, amount_fen }))]
}
