import { describe, expect, it } from "vitest"
import { type ChosenPack, type Concerned, decideRemedy, shortPacks, standIns } from "./remedy"
import { replanOrders } from "./replan-orders"
import { toldOf } from "./told"

const pack = (id: string, price_fen: number, variant_id: string, more: Partial<ChosenPack> = {}): ChosenPack => ({
  id, name: `礼包${id}`, price_fen, is_halal: false, is_default: false, stock_limit: null, taken: 0, components: [{ variant_id, quantity: 2 }], ...more,
})
const TEA = pack("tea", 20_000, "tea", { taken: 5, is_halal: true })
const RICE = pack("rice", 20_000, "rice", { taken: 3 })
const HONEY = pack("honey", 15_000, "honey", { is_halal: true, stock_limit: 2 })
const DEAR = pack("dear", 20_001, "rice")
const PACKS = [TEA, RICE, HONEY, DEAR]
/** Three pieces of tea are missing, four of rice are left over. */
const SPARE = new Map([["tea", -3], ["rice", 4], ["honey", 50]])
const some = (heads: number, diet: Concerned["diet"] = "none"): Concerned => ({ heads, diet })

describe("packs that cannot be supplied", () => {
  it.each<[string, Map<string, number>, [string, number][]]>([
    ["so many packs as the missing pieces stand for", SPARE, [["tea", 2]]],
    ["nobody where all is there to the last piece", new Map([["tea", 0], ["rice", 0]]), []],
    ["no more than have it", new Map([["rice", -100]]), [["rice", 3]]],
    ["nobody where stock is not counted", new Map(), []],
  ])("concern %s", (_name, spare, short) => expect([...shortPacks(PACKS, spare)]).toEqual(short))

  it("may be stood in for by what costs no more, as far as it is there", () =>
    expect(standIns(PACKS, SPARE, TEA).map(({ id, left }) => [id, left])).toEqual([["rice", 2], ["honey", 2]]))

  it.each<[string, { from: string; to: string | null }, Concerned[], number | null, number | string]>([
    ["another of the same price gives nothing back", { from: "tea", to: "rice" }, [some(2)], null, 0],
    ["a cheaper one gives back the difference of every head", { from: "tea", to: "honey" }, [some(1), some(1, "halal")], null, 10_000],
    ["who is dropped gives back all of it", { from: "tea", to: null }, [some(2), some(1)], null, 60_000],
    ["a dearer one needs another approval", { from: "tea", to: "dear" }, [some(1)], null, "pack_dearer"],
    ["no more than there are", { from: "tea", to: "rice" }, [some(3)], null, "pack_sold_out"],
    ["no more than the pack's own limit", { from: "tea", to: "honey" }, [some(2), some(1)], null, "pack_sold_out"],
    ["nothing that is not halal to who needs it", { from: "tea", to: "rice" }, [some(1, "halal")], null, "pack_not_for_diet"],
    ["nothing below the floor that was kept", { from: "tea", to: "honey" }, [some(1)], 18_000, "pack_below_floor"],
    ["nothing of what is there", { from: "rice", to: "honey" }, [some(1)], null, "pack_is_supplied"],
    ["nobody twice", { from: "tea", to: "rice" }, [], null, "members_changed"],
    ["not to itself", { from: "tea", to: "tea" }, [some(1)], null, "unknown_pack"],
    ["not to a pack of another campaign", { from: "tea", to: "other" }, [some(1)], null, "unknown_pack"],
    ["not from one", { from: "other", to: "rice" }, [some(1)], null, "unknown_pack"],
  ])("change: %s", (_name, way, members, floor, expected) => {
    const decision = decideRemedy(PACKS, SPARE, way, members, floor)
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })

  it("that share what is missing do not stand in for each other", () => {
    const both = [pack("a", 200, "rice", { taken: 2 }), pack("b", 100, "rice", { taken: 2, components: [{ variant_id: "rice", quantity: 1 }] })]
    const decision = decideRemedy(both, new Map([["rice", -3]]), { from: "a", to: "b" }, [some(1)], null)
    expect(decision).toMatchObject({ ok: false, code: "pack_sold_out" })
  })
})

describe("orders laid down anew", () => {
  const item = (variant_id: string, quantity: number) => ({ variant_id, quantity, unit_price_fen: 100 })
  const order = (recipient_id: string | null, seller_id: string, ...items: ReturnType<typeof item>[]) => ({ recipient_id, seller_id, items, total_fen: items.reduce((sum, { quantity }) => sum + quantity * 100, 0) })
  const held = [{ id: "1", ...order(null, "s1", item("a", 2), item("b", 1)) }, { id: "2", ...order(null, "s2", item("c", 3)) }, { id: "3", ...order("m1", "s1", item("a", 1)) }]

  it("keep what stays the same, in whatever order its lines stand", () =>
    expect(replanOrders(held, [order(null, "s1", item("b", 1), item("a", 2)), order(null, "s2", item("c", 3)), order("m1", "s1", item("a", 1))])).toEqual({ withdraw: [], add: [] }))

  it("withdraw what changed or went, and add what takes its place", () => {
    const planned = [order(null, "s1", item("a", 4)), order("m1", "s1", item("a", 1)), order("m2", "s2", item("c", 1))]
    expect(replanOrders(held, planned)).toEqual({ withdraw: ["1", "2"], add: [planned[0], planned[2]] })
  })

  it("are none where nobody is left", () => expect(replanOrders(held, [])).toEqual({ withdraw: ["1", "2", "3"], add: [] }))
})

it.each([
  [{ from_pack: "茶", to_pack: "米", reason: "茶缺货" }, "您的礼包由“茶”改为“米”：茶缺货。"], [{ from_pack: "茶", to_pack: null, reason: "茶缺货" }, "本次慰问没有为您发放礼包：茶缺货。如有疑问请联系工会。"],
  [{ from_pack: null, to_pack: "米", reason: "新入职" }, "工会为您安排了“米”：新入职。"],
])("members are told %j as %s", (change, said) => expect(toldOf(change)).toBe(said))
