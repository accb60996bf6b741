import type { Invoice, InvoiceTitle, Statement, StatementState } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"
import { leaf, plain, straw, vermilion } from "./labels"

export const STATEMENT_STATES = {
  draft: plain("草稿"),
  sent: straw("待确认"),
  disputed: vermilion("异议处理中"),
  adjusted: straw("已调整，待确认"),
  confirmed: straw("已确认，待付款"),
  settled: leaf("已结清"),
} as const satisfies Record<StatementState, StateLabel>

export const INVOICE_STATES = {
  requested: straw("已申请"),
  issued: leaf("已开具"),
  red: vermilion("已红冲"),
  withdrawn: plain("已撤回"),
  declined: vermilion("卖方谢绝"),
} as const satisfies Record<Invoice["state"], StateLabel>

export const monthText = (month: string): string => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** Orders of a statement with what live invoices do not cover of them yet, in fen: what a new request is about. */
export function uninvoiced({ lines }: Pick<Statement, "lines">, invoices: Pick<Invoice, "state" | "orders">[]): { order_id: string; left_fen: number }[] {
  const covered = invoices.filter(({ state }) => state === "requested" || state === "issued").flatMap(({ orders }) => orders)
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return [...new Set(lines.map(({ order_id }) => order_id))].map((order_id) => ({
    order_id, left_fen: sum(lines.filter((line) => line.order_id === order_id).map(({ due_fen }) => due_fen)) - sum(covered.filter((one) => one.order_id === order_id).map(({ amount_fen }) => amount_fen)),
  })).filter(({ left_fen }) => left_fen > 0)
}

/** The titles (发票抬头) that the unit keeps, the default first; without any, its own name and code. */
export function titlesOf(kept: Pick<InvoiceTitle, "title" | "tax_number" | "is_default">[], unit: { name: string; uscc: string }): { title: string; tax_number: string }[] {
  const titles = kept.toSorted((one, other) => Number(other.is_default) - Number(one.is_default)).map(({ title, tax_number }) => ({ title, tax_number }))
  return titles.length > 0 ? titles : [{ title: unit.name, tax_number: unit.uscc }]
}

/** The disputes typed beside lines: `d:<line>` and why. */
export function readDisputes(values: Record<string, string>): { line_id: string; reason: string }[] {
  return Object.entries(values).flatMap(([name, reason]) => (name.startsWith("d:") && reason !== "" ? [{ line_id: name.slice(2), reason }] : []))
}
