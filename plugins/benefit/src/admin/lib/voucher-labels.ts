import type { PaymentWay, RefundCause, VoucherKind, VoucherState } from "@fupin/contract/schemas"

export const VOUCHER_KIND: Record<VoucherKind, string> = { direct_purchase: "直接采购", wages: "劳务报酬", rent: "财产性收入" }
export const VOUCHER_STATE: Record<VoucherState, string> = { draft: "待审核", approved: "已入账", rejected: "已退回", withdrawn: "已撤回", corrected: "已更正" }
export const STATE_COLOR: Record<VoucherState, "orange" | "green" | "red" | "grey" | "blue"> = { draft: "orange", approved: "green", rejected: "red", withdrawn: "grey", corrected: "blue" }
export const PAYMENT_WAY: Record<PaymentWay, string> = { bank_transfer: "银行转账", cash: "现金", mobile: "微信、支付宝", card: "公务卡" }
export const REFUND_CAUSE: Record<RefundCause, string> = { goods_bad: "商品质量问题（经营主体承担）", damaged_in_transport: "运输损坏（承运方承担）", shop_fault: "商城责任（平台承担）", goodwill: "善意退款（平台承担）" }
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
