import { refusal, type StaffRequest } from "@fupin/access"
import type { BaseSupport, SupplyBase } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import type { GrownGoods } from "../domain/pairing/decide-base"
import { graph } from "../medusa"
import type { BaseRow } from "../modules/pairing/bases"
import { pairingOf } from "../pairing"
import { readGrownGoods } from "../pairing/base-goods"
import { showBases } from "../pairing/show-bases"
import { readOrganisations } from "../reads/plans"
import { mayIn, refuseOutside } from "./_scope"

export const thisYear = (now: Date): number => Number(businessDay(now).slice(0, 4))

/** The base, if it lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function baseInScope(req: StaffRequest, id: string): Promise<BaseRow> {
  const [base] = await pairingOf(req.scope).readBases({ ids: [id] })
  if (!base) throw refusal("not_found", "not_found")
  refuseOutside(req, base.region_code)
  return base
}

/** Units that are new to a base must be the staff member's own: nobody says of others' units that they support something. Errors: not_found, not_in_your_region. */
export async function refuseForeignSupports(req: StaffRequest, supports: readonly BaseSupport[], known: readonly BaseSupport[] = []): Promise<void> {
  const fresh = [...new Set(supports.map(({ organisation_id }) => organisation_id))].filter((id) => !known.some(({ organisation_id }) => organisation_id === id))
  const organisations = await readOrganisations(req.scope, { id: fresh })
  if (organisations.length < fresh.length) throw refusal("not_found", "not_found")
  for (const { region_code } of organisations) refuseOutside(req, region_code)
}

/** The goods named, as they are now. Error: unknown_region. */
export async function goodsOfBase(container: MedusaContainer, { region_code, product_ids }: { region_code: string; product_ids: string[] }, now: Date): Promise<GrownGoods[]> {
  if ((await graph(container, "division", ["code"], { code: region_code })).length === 0) throw refusal("invalid_data", "unknown_region")
  return await readGrownGoods(container, { product_id: product_ids }, now)
}

export async function shownBase(container: MedusaContainer, id: string, now: Date): Promise<SupplyBase> {
  const { bases: [base] } = await showBases(container, await pairingOf(container).readBases({ ids: [id] }), thisYear(now))
  return base!
}

/** Both sides see a base: those who answer for where it lies, and those who answer for a unit that supports it. */
export async function basesInScope(req: StaffRequest): Promise<BaseRow[]> {
  const regions = new Map((await readOrganisations(req.scope, {})).map(({ id, region_code }) => [id, region_code]))
  return (await pairingOf(req.scope).readBases()).filter(({ region_code, supports }) => [region_code, ...supports.map(({ organisation_id }) => regions.get(organisation_id) ?? "")].some((code) => mayIn(req, code)))
}
