import { describe, expect, it } from "vitest"
import { decideParcel, decideProven, decideSigned, groupParcels, parcelColumns, type ParcelFacts } from "./parcels"

const ORDERS = [{ order_id: "o1", seller: "巫溪洋芋合作社", seller_id: "p1" }, { order_id: "o2", seller: "恩施茶叶合作社", seller_id: "p2" }]

describe("parcels to members' homes", () => {
  it.each<[string, typeof ORDERS, string | null, string]>([
    ["the only one needs no seller", ORDERS.slice(0, 1), null, "o1"], ["of several, the seller's by name", ORDERS, "恩施茶叶合作社", "o2"], ["or by id", ORDERS, "p1", "o1"],
    ["several and no seller named", ORDERS, null, "parcel_seller_required"], ["a seller who sent nothing", ORDERS, "别家", "parcel_unknown"], ["somebody to whom nothing goes", [], null, "parcel_unknown"],
  ])("are known: %s", (_name, orders, seller, expected) => {
    const decision = decideParcel(orders, seller)
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })

  it("hold up the end of the hand-out by name, at most five, until all are proved", () => {
    expect(decideProven([])).toEqual({ ok: true, value: true })
    expect(decideProven(["G1"])).toMatchObject({ ok: false, code: "parcels_unproven", message: expect.stringContaining("1 位职工的包裹没有签收凭据（工号 G1）") })
    expect(decideProven(["1", "2", "3", "4", "5", "6"])).toMatchObject({ message: expect.stringContaining("6 位职工的包裹没有签收凭据（工号 1、2、3、4、5 等）") })
  })

  const parcel = (proof: ParcelFacts["proof"], signed_on: string | null = null): ParcelFacts => ({ placed_on: "2026-09-10", proof, signed_on })
  it.each<[string, ParcelFacts, string | null, true | string]>([
    ["a number without a day", parcel(null), null, true], ["the day of the order", parcel(null), "2026-09-10", true], ["today", parcel(null), "2026-09-20", true],
    ["tomorrow", parcel(null), "2026-09-21", "parcel_signed_later"], ["before the order", parcel(null), "2026-09-09", "parcel_signed_early"],
    ["the same day again", parcel("carrier", "2026-09-12"), "2026-09-12", true], ["another day", parcel("carrier", "2026-09-12"), "2026-09-13", "parcel_proved"],
    ["another day than the member said", parcel("member", "2026-09-12"), "2026-09-13", true], ["any day for what came back", parcel("returned"), "2026-09-13", "parcel_proved"], ["the number of what came back", parcel("returned"), null, true],
  ])("are signed for once: %s", (_name, facts, signed_on, expected) => {
    const decision = decideSigned(facts, signed_on, "2026-09-20")
    expect(decision.ok || decision.code).toBe(expected)
  })

  it("stand together by member", () => expect([...groupParcels(["a1", "b1", "a2"], (name) => name[0]!)]).toEqual([["a", ["a1", "a2"]], ["b", ["b1"]]]))

  const { tracking_number, signed_on } = parcelColumns("2026-09-20")
  const text = (value: string) => ({ kind: "text" as const, text: value })
  it.each<[string, string | null]>([["ea 123-456789cn", "EA123456789CN"], ["SF1234567890123", "SF1234567890123"], ["12345", null], ["单号123456", null]])("reads the number %s", (typed, expected) => {
    const read = tracking_number.field(text(typed) as never)
    expect(read.ok ? read.value : null).toBe(expected)
  })
  it("takes no number that a spreadsheet cut, and no day that has not come", () => {
    expect(tracking_number.field({ kind: "number", text: "1.2345678901234568e+17" } as never).ok).toBe(false)
    expect([signed_on.field(text("2026-09-20") as never).ok, signed_on.field(text("2026-09-21") as never).ok]).toEqual([true, false])
  })
})
