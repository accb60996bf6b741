import { readUnitDocument } from "@fupin/benefit/papers/unit-documents"
import { readPaidParts } from "@fupin/benefit/queries/read-paid-parts"
import { readUnitBenefit } from "@fupin/benefit/queries/read-unit-benefit"
import type { UnitImpact } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { sumByRecipient } from "../domain/giving"
import { sumByReason } from "../domain/purchase-reason"
import type { OrganisationRow } from "../medusa"
import { pairingOf } from "../pairing"
import { showBaseFigures } from "../pairing/show-bases"
import { spendingOf } from "../spending"
import { readPaidItems } from "./paid-items"

/** Certificates of a year are versions of one document. */
export const certificatePeriod = (year: number): string => `${year}-12`
const startOf = (year: number) => new Date(`${year}-01-01T00:00:00+08:00`)

/** Whom a unit's orders of a year helped, and those of its members that count for it: from the ledger, by town, no person named. */
export async function showImpact(container: MedusaContainer, { id, name }: Pick<OrganisationRow, "id" | "name">, year: number, now: Date): Promise<UnitImpact> {
  const order_ids = (await spendingOf(container).readCredits([id])).map(({ order_id }) => order_id)
  const scope = { organisation_ids: [id], order_ids, from: startOf(year), to: startOf(year + 1) }
  const { unsealed, seal, ...benefit } = await readUnitBenefit(container, scope)
  const paid = await readPaidParts(container, scope)
  return {
    organisation_id: id, organisation_name: name, year, as_of: businessDay(now), ...benefit, paid_fen: paid.reduce((sum, { amount_fen }) => sum + amount_fen, 0), reasons: sumByReason(paid), given: sumByRecipient(paid),
    counted: sumOfOthers(id, await readPaidItems(container, id, year)),
    bases: await showBaseFigures(container, await pairingOf(container).readBases({ organisation_id: id }), year, id),
    seal: unsealed === 0 ? seal : null, certificate: await readUnitDocument(container, "impact", id, certificatePeriod(year)),
  }
}

/** What others paid here that counts for the unit's plans, each by itself; their benefit stands on their own page. */
function sumOfOthers(own: string, items: Awaited<ReturnType<typeof readPaidItems>>): UnitImpact["counted"] {
  const sums = new Map<string, UnitImpact["counted"][number]>()
  for (const { buyer, organisation_name, platform, amount_fen } of items) {
    if (buyer === own || platform !== "here") continue
    const held = sums.get(buyer) ?? { organisation_id: buyer, name: organisation_name, paid_fen: 0 }
    sums.set(buyer, { ...held, paid_fen: held.paid_fen + amount_fen })
  }
  return [...sums.values()].filter(({ paid_fen }) => paid_fen !== 0).toSorted((one, other) => other.paid_fen - one.paid_fen)
}
