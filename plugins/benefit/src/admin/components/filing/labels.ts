import type { ChecklistItem, FilingDetail, FilingHead, ReportingUnitKind, RosterStage } from "@fupin/contract/schemas"

export const STATE: Record<FilingHead["state"], string> = { open: "待报送", submitted: "已报送", returned: "已退回", accepted: "已受理" }
export const STATE_COLOUR = { open: "grey", submitted: "blue", returned: "orange", accepted: "green" } as const
export const UNIT_KIND: Record<ReportingUnitKind, string> = { town: "乡镇", office: "主管单位", organisation: "采购单位、工会" }
export const ROSTER_STAGE: Record<RosterStage, string> = { payable: "应付（货物已验收）", settled: "已兑付" }
export const ITEM: Record<ChecklistItem["kind"], string> = {
  invoice: "发票", payment: "付款凭证", voucher: "凭证（直接采购、劳务、财产性收入）", child: "下级填报", suspense: "待说明受益", unaccrued: "未入账收款", unsealed: "待封存凭证", unbalanced: "材料与台账",
}
export const ACT: Record<FilingDetail["history"][number]["act"], string> = { submitted: "报送", returned: "退回", accepted: "受理", attached: "上传", withdrawn: "撤回附件", explained: "说明" }
export const WHY = { late: "补报", reversal: "冲回" } as const

/** invoice:order_1 → 发票; what it is about is said beside it. */
export const itemLabel = (key: string): string => ITEM[key.split(":")[0] as ChecklistItem["kind"]] ?? key
