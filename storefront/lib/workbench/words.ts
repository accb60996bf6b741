import type { Lot, PackedLot, WorkbenchDemand } from "@fupin/contract/schemas"
import { leaf, plain, straw, vermilion } from "../desk/labels"
import type { StateLabel } from "../orders/states"

/** How a demand stands for the producer that looks at it. */
export function demandLabel({ state, quote, outcome }: Pick<WorkbenchDemand, "state" | "quote" | "outcome">): StateLabel {
  if (outcome === "won") return leaf("已中选")
  if (outcome === "lost") return plain("未中选")
  if (state === "withdrawn") return plain("需求已撤回")
  if (state === "open") return quote === null ? vermilion("可报价") : leaf("已报价")
  return straw("等待选定")
}

/** Whether a lot can be packed. */
export function lotLabel({ withdrawn, expired }: Pick<Lot, "withdrawn" | "expired">): StateLabel {
  if (withdrawn !== null) return vermilion("已撤回")
  return expired ? plain("已过保质期") : leaf("可装箱")
}

/** Of these lots those that goods to be handed over on a day can be packed from; the shop decides again when one is chosen. */
export const lotChoices = (lots: readonly Lot[], product_id: string, on: string): PackedLot[] =>
  lots.filter((lot) => lot.product_id === product_id && lot.withdrawn === null && (lot.best_before === null || lot.best_before >= on))
