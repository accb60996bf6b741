import { describe, expect, it } from "vitest"
import { type Held, planReceipt, planStatus, stagesOf, type PublicHousehold } from "./plan-receipt"

const place = { county: "巫溪县", town: "古路镇", village: "观峰村" }
const household = (code: string, changes: Partial<PublicHousehold> = {}): PublicHousehold =>
  ({ kind: "household", name: `王${code}`, name_consent_on: null, region_code: "500238104201", place, is_producer: false, code, ...changes })
const receipt = (households: PublicHousehold[]) =>
  planReceipt(households.map(({ code }, i) => ({ household_id: code, amount_fen: 100 + i })), new Map(households.map((one) => [one.code, one])), "2026-11-22")
const codes = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`)

describe("a receipt", () => {
  it("says the town where four households of a village share it", () =>
    expect(new Set(receipt(codes(4).map((code) => household(code))).map(({ place: shown }) => shown))).toEqual(new Set(["巫溪县古路镇"])))
  it("says the village where five do", () =>
    expect(new Set(receipt(codes(5).map((code) => household(code))).map(({ place: shown }) => shown))).toEqual(new Set(["巫溪县古路镇观峰村"])))
  it("does not count a collective or another village among the five", () => {
    const others = [household("v", { kind: "collective" }), household("w", { region_code: "500238104202" })]
    expect(receipt([...codes(4).map((code) => household(code)), ...others]).filter(({ place: shown }) => shown.endsWith("村"))).toHaveLength(1)
  })
  it.each([
    ["without consent", {}, null],
    ["with consent", { name_consent_on: "2026-11-22" }, "王a"],
    ["with consent from tomorrow", { name_consent_on: "2026-11-23" }, null],
    ["of a collective", { kind: "collective" as const }, "王a"],
  ])("names a household %s: %s", (_what, changes, name) => expect(receipt([household("a", changes)])[0]!.display_name).toBe(name))
  it("shows the village of a producer that is a single household", () => expect(receipt([household("a", { is_producer: true })])[0]!.place).toBe("巫溪县古路镇观峰村"))
  it("orders by amount and leaves out what is nothing", () =>
    expect(planReceipt([{ household_id: "a", amount_fen: 0 }, { household_id: "b", amount_fen: 1 }], new Map([["a", household("a")], ["b", household("b")]]), "2026-11-22")).toHaveLength(1))
})

it.each([
  [{ posted: false, provisional_fen: 0, payable_fen: 0, settled_fen: 0 }, "expected"],
  [{ posted: true, provisional_fen: 1, payable_fen: 5, settled_fen: 0 }, "provisional"],
  [{ posted: true, provisional_fen: 0, payable_fen: 5, settled_fen: 5 }, "payable"],
  [{ posted: true, provisional_fen: 0, payable_fen: 0, settled_fen: 5 }, "settled"],
  [{ posted: true, provisional_fen: 0, payable_fen: 0, settled_fen: 0 }, "reversed"],
])("the stage of %o is %s", (stages, status) => expect(planStatus(stages)).toBe(status))

const held = (household_id: string | null, account: Held["account"], amount_fen: number): Held => ({ household_id, account, amount_fen })
it.each<[Held[], string]>([
  [[held("a", "payable", 100), held("a", "payable", -100), held("a", "settled", 100)], "settled"],
  [[held("a", "payable", 0), held("a", "settled", 100), held("b", "payable", 50)], "payable"],
  [[held("a", "payable", -50), held("a", "settled", 100), held("b", "payable", 50)], "payable"],
  [[held("a", "payable", -30), held("a", "settled", 100)], "settled"],
  [[held("a", "payable", -100), held("a", "settled", 100)], "reversed"],
  [[held(null, "payable", 7), held("a", "settled", 100)], "payable"],
])("%o of an order paid out or taken back make it %s", (shares, status) => expect(planStatus(stagesOf(shares))).toBe(status))
