import type { ChecklistItem, FilingDetail, FilingHead } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"
import { leaf, plain, straw, vermilion } from "./labels"

const STATES = {
  submitted: straw("已报送，待受理"),
  returned: vermilion("已退回，待补正"),
  accepted: leaf("已受理"),
} as const satisfies Record<Exclude<FilingHead["state"], "open">, StateLabel>

/** Where a month stands: one that still runs cannot be submitted, one that may is waited for. */
export function stateOf({ state, may_submit_from }: Pick<FilingHead, "state" | "may_submit_from">, now: Date): StateLabel {
  if (state !== "open") return STATES[state]
  return now < new Date(may_submit_from) ? plain("进行中") : straw("待报送")
}

export const ITEMS = {
  invoice: "发票", payment: "付款凭证", voucher: "直接采购等凭证", child: "下级填报", suspense: "待说明的受益", unaccrued: "未入账收款", unsealed: "待封存凭证", unbalanced: "与台账核对",
} as const satisfies Record<ChecklistItem["kind"], string>

/** invoice:order_1 → 发票 */
export const itemText = (key: string): string => ITEMS[key.split(":")[0] as ChecklistItem["kind"]] ?? "其他材料"

export const ACTS = { submitted: "报送", returned: "退回", accepted: "受理", attached: "上传", withdrawn: "撤回附件", explained: "说明" } as const satisfies Record<FilingDetail["history"][number]["act"], string>

export interface ChecklistGroup {
  kind: ChecklistItem["kind"]
  name: string
  open: ChecklistItem[]
  /** How many are attached, explained or done by themselves. */
  met: number
  may_explain: boolean
}

/** The checklist by what it asks for; what is missing first. 附件1 and 附件2 stand apart: they are always there. */
export function groupsOf(checklist: ChecklistItem[]): ChecklistGroup[] {
  const kinds = [...new Set(checklist.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const items = checklist.filter((item) => item.kind === kind)
    const open = items.filter(({ state }) => state === "open")
    return { kind, name: ITEMS[kind], open, met: items.length - open.length, may_explain: items.some((item) => item.may_explain) }
  }).sort((one, other) => Number(other.open.length > 0) - Number(one.open.length > 0))
}

/** What a scan or a reason may be given for: all of a kind where several are missing, then one by one. */
export function targetsOf(checklist: ChecklistItem[]): { value: string; text: string }[] {
  return groupsOf(checklist).filter(({ may_explain, open }) => may_explain && open.length > 0).flatMap(({ kind, name, open }) => [
    ...(open.length > 1 ? [{ value: kind, text: `${name}：全部 ${open.length} 项` }] : []),
    ...open.map(({ key, label }) => ({ value: key, text: `${name}：${label}` })),
  ])
}

/** invoice:order_1：原因 → 发票：原因 */
export function noteText({ act, note }: Pick<FilingDetail["history"][number], "act" | "note">): string {
  const end = note.indexOf("：")
  return act === "explained" && end > 0 ? `${itemText(note.slice(0, end))}${note.slice(end)}` : note
}
