import type { Occurrence, PreorderContract, PreorderDelivery, SettleBy } from "@fupin/contract/schemas"

/** Goods at the unit's door, whatever ordered them: a date of a standing order, a batch of a harvest. */
export interface Door {
  id: string
  kind: "occurrences" | "preorder-deliveries"
  /** The page on which it is accepted. */
  page: string
  title: string
  lines: { variant_id: string; title: string; specification: string; supplied: number; settle_by: SettleBy; /** What its agreement says of it and where it is from; null: nothing is agreed (a harvest). */ origin: Pick<Occurrence["lines"][number], "grade" | "temperature" | "lots"> | null }[]
  /** Delivery notes to look at. */
  notes: string[]
  /** Where its pictures are. */
  photos: string
}

export function occurrenceDoor({ id, lines, order_ids }: Occurrence): Door {
  const page = `/desk/occurrences/${id}`
  return {
    id, kind: "occurrences", page, title: "送货与验收", notes: order_ids.map((order) => `${page}/delivery-notes/${order}`), photos: `${page}/photos`,
    lines: lines.flatMap(({ variant_id, title, specification, supplied, settle_by, grade, temperature, lots }) => (supplied ? [{ variant_id, title, specification, supplied, settle_by, origin: { grade, temperature, lots } }] : [])),
  }
}

export function batchDoor({ id, offer: { variant_id, product_title, specification } }: PreorderContract, delivery: PreorderDelivery): Door {
  return {
    id: delivery.id, kind: "preorder-deliveries", page: `/desk/preorders/${id}`, title: `第 ${delivery.sequence} 批的验收`, notes: delivery.order_id ? [`/desk/preorders/deliveries/${delivery.id}/delivery-note`] : [], photos: `/desk/preorders/deliveries/${delivery.id}/photos`,
    lines: [{ variant_id, title: product_title, specification, supplied: delivery.quantity, settle_by: "count", origin: null }],
  }
}
