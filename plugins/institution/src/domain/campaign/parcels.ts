import type { Cell } from "@fupin/benefit/domain/intake/cell"
import { day, digits, type Field, text } from "@fupin/benefit/domain/intake/fields"
import { optional, required, type Values } from "@fupin/benefit/domain/intake/table"
import { type Decision, no, yes } from "@fupin/contract/codes"

/** A tracking number as carriers print it; a long one that a spreadsheet turned into a number has lost its end. */
export const TRACKING_NUMBER = /^[A-Z0-9]{6,30}$/
const trackingNumber: Field<string> = (cell: Cell) => {
  if (cell.kind === "number") return digits(/^\d{6,15}$/, "运单号是数字格式，后几位可能已失真；请设为文本后重新填写")(cell)
  const value = cell.text.replace(/[\s-]/g, "").toUpperCase()
  return TRACKING_NUMBER.test(value) ? { ok: true, value } : { ok: false, message: "运单号应为 6 到 30 位字母或数字" }
}

/** Parcels that went to members' homes: who, by whom, and when it was signed for. */
export const parcelColumns = (today: string) => ({
  employee_number: required("工号", text(40, /^[\p{Script=Han}A-Za-z0-9-]{1,40}$/u, "工号应为字母、数字或汉字"), "职工编号", "会员编号"),
  seller: optional("卖方", text(80), "发货方", "供货方"),
  carrier: required("快递公司", text(30), "承运商", "物流公司"),
  tracking_number: required("运单号", trackingNumber, "快递单号", "物流单号"),
  signed_on: optional("签收日期", day({ to: today }), "签收时间"),
})
export type ParcelColumns = Values<ReturnType<typeof parcelColumns>>

/** An order that goes to a member's home. */
export interface HomeOrder {
  order_id: string
  seller: string
  seller_id: string
}

type ParcelError = "parcel_unknown" | "parcel_seller_required"

/** Which of a member's parcels is meant: the only one, or the one of the seller named (by name or id). Errors: parcel_unknown, parcel_seller_required. */
export function decideParcel(orders: readonly HomeOrder[], seller: string | null): Decision<string, ParcelError> {
  const meant = seller === null ? orders : orders.filter((one) => one.seller === seller || one.seller_id === seller)
  if (meant.length === 0) return no("parcel_unknown", seller !== null && orders.length > 0 ? `该职工没有“${seller}”发的包裹；有：${orders.map((one) => one.seller).join("、")}` : undefined)
  return meant.length > 1 ? no("parcel_seller_required", `该职工有 ${meant.length} 个卖方的包裹，请写明卖方：${meant.map((one) => one.seller).join("、")}`) : yes(meant[0]!.order_id)
}

/** A parcel as it stands: the day on which it was ordered, and what proves that it came. */
export interface ParcelFacts {
  placed_on: string
  signed_on: string | null
  proof: "carrier" | "member" | "organiser" | "returned" | null
}

type SignedError = "parcel_signed_later" | "parcel_signed_early" | "parcel_proved"

/**
 * Whether a carrier's day of signing may be written down on the business day `today`; null: none yet. The first proof stands: another
 * day of the carrier's is refused, as is any for what came back; where the member or the union said so before, it changes nothing.
 */
export function decideSigned({ placed_on, signed_on: held, proof }: ParcelFacts, signed_on: string | null, today: string): Decision<true, SignedError> {
  if (signed_on === null) return yes(true)
  if (signed_on > today) return no("parcel_signed_later")
  if (signed_on < placed_on) return no("parcel_signed_early", `签收日期不能早于下单日期 ${placed_on}，请核对`)
  return proof === "returned" || (proof === "carrier" && held !== signed_on) ? no("parcel_proved") : yes(true)
}

/** Parcels by what they have in common. */
export function groupParcels<P>(parcels: readonly P[], nameOf: (parcel: P) => string): Map<string, P[]> {
  const groups = new Map<string, P[]>()
  for (const parcel of parcels) groups.set(nameOf(parcel), [...(groups.get(nameOf(parcel)) ?? []), parcel])
  return groups
}

const NAMED = 5

/** Whether the hand-out may end: nobody's parcel stands without proof. Error: parcels_unproven, with who by number. */
export function decideProven(waiting: readonly string[]): Decision<true, "parcels_unproven"> {
  if (waiting.length === 0) return yes(true)
  return no("parcels_unproven", `还有 ${waiting.length} 位职工的包裹没有签收凭据（工号 ${waiting.slice(0, NAMED).join("、")}${waiting.length > NAMED ? " 等" : ""}）：请登记运单号和签收日期、由职工本人确认，或写明原因登记`)
}
