import { readUnitDocument } from "@fupin/benefit/papers/unit-documents"
import { type PaidPart, readPaidParts } from "@fupin/benefit/queries/read-paid-parts"
import { readUnitBenefit } from "@fupin/benefit/queries/read-unit-benefit"
import type { UnitImpact } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import type { OrganisationRow } from "../medusa"
import { pairingOf } from "../pairing"
import { showBaseFigures } from "../pairing/show-bases"
import { spendingOf } from "../spending"

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
    organisation_id: id, organisation_name: name, year, as_of: businessDay(now), ...benefit, paid_fen: paid.reduce((sum, { amount_fen }) => sum + amount_fen, 0), reasons: sumByReason(paid),
    bases: await showBaseFigures(container, await pairingOf(container).readBases({ organisation_id: id }), year, id),
    seal: unsealed === 0 ? seal : null, certificate: await readUnitDocument(container, "impact", id, certificatePeriod(year)),
  }
}

/** What was bought for a stated reason; own use says nothing. */
function sumByReason(paid: Pick<PaidPart, "reason" | "amount_fen">[]): UnitImpact["reasons"] {
  return (["instead_of_donating", "buying_to_help"] as const).map((reason) => ({ reason, paid_fen: paid.filter((part) => part.reason === reason).reduce((sum, { amount_fen }) => sum + amount_fen, 0) })).filter(({ paid_fen }) => paid_fen !== 0)
}
