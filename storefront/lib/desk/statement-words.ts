import type { Invoice, Statement, StatementState } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"

export const STATEMENT_STATES = {
  draft: { text: "草稿", tone: "plain" },
  sent: { text: "待确认", tone: "straw" },
  disputed: { text: "异议处理中", tone: "vermilion" },
  adjusted: { text: "已调整，待确认", tone: "straw" },
  confirmed: { text: "已确认，待付款", tone: "straw" },
  settled: { text: "已结清", tone: "leaf" },
} as const satisfies Record<StatementState, StateLabel>

export const INVOICE_STATES = {
  requested: { text: "已申请", tone: "straw" },
  issued: { text: "已开具", tone: "leaf" },
  red: { text: "已红冲", tone: "vermilion" },
  withdrawn: { text: "已撤回", tone: "plain" },
} as const satisfies Record<Invoice["state"], StateLabel>

export const monthText = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** Orders of a statement that live invoices do not name yet: what a new request is about. */
export function uninvoiced({ lines }: Pick<Statement, "lines">, invoices: Pick<Invoice, "state" | "orders">[]): string[] {
  const named = new Set(invoices.filter(({ state }) => state === "requested" || state === "issued").flatMap(({ orders }) => orders.map(({ order_id }) => order_id)))
  return [...new Set(lines.filter(({ due_fen }) => due_fen > 0).map(({ order_id }) => order_id))].filter((id) => !named.has(id))
}

/** The disputes typed beside lines: `d:<line>` and why. */
export function readDisputes(values: Record<string, string>): { line_id: string; reason: string }[] {
  return Object.entries(values).flatMap(([name, reason]) => (name.startsWith("d:") && reason !== "" ? [{ line_id: name.slice(2), reason }] : []))
}
