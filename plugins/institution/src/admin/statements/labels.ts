import type { BankMatch, InvoiceState, PayableKind, StatementState } from "@fupin/contract/schemas"

type Colour = "grey" | "blue" | "green" | "orange" | "red"
export const STATEMENT_STATES: Record<StatementState, [Colour, string]> = {
  draft: ["grey", "草稿"], sent: ["blue", "待单位确认"], disputed: ["red", "有异议"], adjusted: ["blue", "已调整，待确认"], confirmed: ["orange", "已确认，待付款"], settled: ["green", "已结清"],
}
export const MATCHES: Record<BankMatch, [Colour, string]> = { exact: ["green", "全额"], partial: ["blue", "部分"], over: ["orange", "多付"], unmatched: ["red", "未匹配"], known: ["grey", "已导入过"] }
export const INVOICE_STATES: Record<InvoiceState, [Colour, string]> = { requested: ["orange", "待开具"], issued: ["green", "已开具"], red: ["red", "已红冲"], withdrawn: ["grey", "已撤回"], declined: ["orange", "卖方谢绝"] }
/** What money can be given to by hand. */
export const PAYABLE_KINDS: Record<PayableKind, string> = { statement: "对账单", order: "订单", campaign: "节日慰问", preorder: "预购合同" }
