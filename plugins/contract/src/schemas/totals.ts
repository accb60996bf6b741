import { z } from "zod"
import { FenAmount, Period, RegionCode } from "./common.js"

/** Under which heading sales are counted (R58): 贫困村, 贫困户, 带贫成效突出的企业、合作社, 其他. */
export const SaleSource = z.enum(["poor_village", "poor_household", "enterprise", "cooperative", "other"])
export type SaleSource = z.infer<typeof SaleSource>

/** How benefit came about: by a sale, or proved by evidence. */
export const BenefitCategory = z.enum(["sale", "direct_purchase", "wages", "rent"])
export type BenefitCategory = z.infer<typeof BenefitCategory>

export const TotalsBy = z.enum(["month", "region", "producer", "product", "organisation", "source", "category"])
export type TotalsBy = z.infer<typeof TotalsBy>
export const RegionGrain = z.enum(["province", "city", "county", "township", "village"])
export type RegionGrain = z.infer<typeof RegionGrain>

/** `GET /admin/benefit/totals`: sums of the ledger by one heading; `from` and `to` are filing periods, both inclusive. */
export const TotalsQuery = z.strictObject({
  by: TotalsBy,
  from: Period.optional(),
  to: Period.optional(),
  /** Households of this division only, with `by=region` or `by=month`. */
  region: RegionCode.optional(),
  /** How fine regions are told apart; the level below `region` unless said. */
  grain: RegionGrain.optional(),
})
export type TotalsQuery = z.infer<typeof TotalsQuery>

const Stages = { provisional_fen: FenAmount, payable_fen: FenAmount, settled_fen: FenAmount, total_fen: FenAmount }

/** `sales_fen`: goods paid less refunded, where sales have such a heading; `households`: those to whom something is left. */
export const TotalsRow = z.object({ key: z.string(), name: z.string(), ...Stages, households: z.number().int().nullable(), sales_fen: FenAmount.nullable() })
export type TotalsRow = z.infer<typeof TotalsRow>
export const BenefitTotals = z.object({ by: TotalsBy, grain: RegionGrain.nullable(), rows: z.array(TotalsRow), sum: TotalsRow })
export type BenefitTotals = z.infer<typeof BenefitTotals>
