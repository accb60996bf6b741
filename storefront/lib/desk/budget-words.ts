import type { FundSource, OutsidePurchase, PlanKind, PlanProgress } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"
import { leaf, plain, straw, vermilion } from "./labels"

export const PLAN_KINDS = { canteen_share: "食堂预留份额", local: "地方消费帮扶计划", union: "工会慰问", pair: "结对帮扶", floor: "只增不减" } as const satisfies Record<PlanKind, string>
export const SOURCES = { canteen: "食堂经费", union: "工会经费", personal: "干部职工个人" } as const satisfies Record<FundSource, string>

export const PLAN_STATES = {
  met: leaf("已完成"),
  on_track: leaf("进度正常"),
  behind: vermilion("进度落后"),
  no_target: plain("不考核"),
} as const satisfies Record<PlanProgress["state"], StateLabel>

export const OUTSIDE_STATES = {
  proposed: straw("待核"),
  approved: leaf("已计入"),
  refused: vermilion("未通过"),
} as const satisfies Record<OutsidePurchase["state"], StateLabel>
