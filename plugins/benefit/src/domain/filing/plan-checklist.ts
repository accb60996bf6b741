/** What a filing's checklist looks at. Every list names what is missing; what is attached or explained is taken off here. */
export interface ChecklistFacts {
  orders_without_payment: OrderRef[]
  orders_without_invoice: OrderRef[]
  vouchers_open: { id: string; label: string }[]
  children_open: { id: string; label: string }[]
  suspense_fen: number
  unaccrued_captures: number
  unsealed_journals: number
  unbalanced_papers: string[]
  /** Keys for which something is attached or a reason is stated. */
  settled: ReadonlySet<string>
}

export interface OrderRef {
  id: string
  label: string
}

export interface ChecklistItem {
  /** payment:order_…, invoice:order_…, suspense: what an attachment or a reason names. */
  key: string
  kind: "payment" | "invoice" | "voucher" | "child" | "suspense" | "unaccrued" | "unsealed" | "unbalanced"
  /** What it is about: an order, a voucher, a filing; empty for the whole. */
  subject_id: string
  label: string
  /** open: must be done; explained: attached or a reason stated; told: will be done by itself. */
  state: "open" | "explained" | "told"
  /** Whether a stated reason or an attachment settles it; what cannot be explained must be repaired. */
  may_explain: boolean
}

type Subject = Pick<ChecklistItem, "kind" | "subject_id" | "label">

/** What must be done before a unit may submit (R61: 发票或凭证). A reason for the kind as a whole holds for each of its items. */
export function planChecklist(facts: ChecklistFacts): ChecklistItem[] {
  const explainable = (subject: Subject): ChecklistItem => {
    const key = subject.subject_id ? `${subject.kind}:${subject.subject_id}` : subject.kind
    return { ...subject, key, state: facts.settled.has(key) || facts.settled.has(subject.kind) ? "explained" : "open", may_explain: true }
  }
  const all = (kind: ChecklistItem["kind"], refs: OrderRef[]) => refs.map(({ id, label }) => explainable({ kind, subject_id: id, label }))
  const repair = (kind: ChecklistItem["kind"], label: string, state: "open" | "told" = "open"): ChecklistItem => ({ key: kind, kind, subject_id: "", label, state, may_explain: false })
  return [
    ...facts.unbalanced_papers.map((paper) => repair("unbalanced", `${paper}与台账不相符`)),
    ...(facts.unaccrued_captures > 0 ? [repair("unaccrued", `${facts.unaccrued_captures} 笔收款还没有入账`)] : []),
    ...(facts.unsealed_journals > 0 ? [repair("unsealed", `${facts.unsealed_journals} 张凭证待封存，报送时自动封存`, "told")] : []),
    ...(facts.suspense_fen !== 0 ? [explainable({ kind: "suspense", subject_id: "", label: "有待说明的受益，请说明原因" })] : []),
    ...all("child", facts.children_open), ...all("voucher", facts.vouchers_open),
    ...all("payment", facts.orders_without_payment), ...all("invoice", facts.orders_without_invoice),
  ]
}

export function countOpen(items: ChecklistItem[]): number {
  return items.filter(({ state }) => state === "open").length
}
