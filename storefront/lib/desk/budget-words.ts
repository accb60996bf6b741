import type { FundSource, OutsidePurchase, PlanKind, PlanProgress } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"

export const PLAN_KINDS = { canteen_share: "食堂预留份额", local: "地方消费帮扶计划", union: "工会慰问", pair: "结对帮扶", floor: "只增不减" } as const satisfies Record<PlanKind, string>
export const SOURCES = { canteen: "食堂经费", union: "工会经费", personal: "干部职工个人" } as const satisfies Record<FundSource, string>

export const PLAN_STATES = {
  met: { text: "已完成", tone: "leaf" },
  on_track: { text: "进度正常", tone: "leaf" },
  behind: { text: "进度落后", tone: "vermilion" },
  no_target: { text: "不考核", tone: "plain" },
} as const satisfies Record<PlanProgress["state"], StateLabel>

export const OUTSIDE_STATES = {
  proposed: { text: "待核", tone: "straw" },
  approved: { text: "已计入", tone: "leaf" },
  refused: { text: "未通过", tone: "vermilion" },
} as const satisfies Record<OutsidePurchase["state"], StateLabel>
