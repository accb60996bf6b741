import { tonnesText } from "@fupin/contract/codes"
import type { Demand, DemandState, Standing } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"

export const DEMAND_STATES = {
  open: { text: "征集报价", tone: "straw" },
  comparing: { text: "待选定", tone: "vermilion" },
  chosen: { text: "已选定", tone: "leaf" },
  withdrawn: { text: "已撤回", tone: "plain" },
} as const satisfies Record<DemandState, StateLabel>

/** Why a quote stands where it stands. */
export const STANDINGS = {
  lowest: { text: "总价最低", tone: "leaf" },
  equal_terms_more_benefit: { text: "同等条件下，农户受益更多", tone: "leaf" },
  equal_terms: { text: "同等条件（总价相差不超过 1%）", tone: "plain" },
  dearer: { text: "总价较高", tone: "plain" },
  above_limit: { text: "有商品超过限价", tone: "vermilion" },
  incomplete: { text: "没有报全", tone: "straw" },
  expired: { text: "报价已过有效期", tone: "plain" },
} as const satisfies Record<Standing, StateLabel>

/** 5 千克 of 5000 thousandths. */
export const contentText = (milli: number, unit: string): string => `${milli / 1000} ${unit}`

/** How much of a line is sought: raw material in tonnes. */
export const soughtText = ({ bulk }: Pick<Demand, "bulk">, { quantity, unit }: { quantity: number; unit: string }): string => (bulk ? tonnesText(quantity) : `${quantity} ${unit}`)
