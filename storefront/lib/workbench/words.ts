import type { WorkbenchDemand } from "@fupin/contract/schemas"
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
