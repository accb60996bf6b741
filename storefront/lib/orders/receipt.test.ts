import type { OrderBenefit } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { headlineOf, maskName, maskPhone } from "./receipt"

const household = (place: string, amount_fen: number) => ({ code: `H-${place}-${amount_fen}`, display_name: null, place, amount_fen })
const benefit = (status: OrderBenefit["status"], ...households: OrderBenefit["households"]): OrderBenefit =>
  ({ order_id: "order_1", status, total_fen: households.reduce((sum, { amount_fen }) => sum + amount_fen, 0), households })
const read = (one: OrderBenefit) => {
  const headline = headlineOf(one)
  return headline && [headline.before, headline.place, headline.after, headline.amount && ` ${headline.amount}`].join("")
}

describe("the sentence above a receipt", () => {
  const town = [household("巫溪县古路镇", 620), household("巫溪县古路镇", 621), household("巫溪县古路镇", 619)]

  it.each(["provisional", "payable", "settled"] as const)("tells place, households and amount when the benefit is %s", (status) => {
    expect(read(benefit(status, ...town))).toBe("这一单让巫溪县古路镇 3 户农家受益 ¥18.60")
  })

  it("promises only what payment will bring", () => {
    expect(read(benefit("expected", ...town))).toBe("付款后，这一单将让巫溪县古路镇 3 户农家受益 ¥18.60")
  })

  it("names the first of several places and counts them", () => {
    expect(read(benefit("payable", ...town, household("恩施市芭蕉乡", 5)))).toBe("这一单让巫溪县古路镇等 2 地 4 户农家受益 ¥18.65")
  })

  it("boasts of nothing after a refund, or where no household shares", () => {
    expect(read(benefit("reversed", ...town))).toBe("这一单已退款，农户受益已冲回")
    expect(read(benefit("provisional"))).toBeNull()
  })
})

it.each([["王小明", "王*明"], ["王明", "王*"], ["欧阳小明", "欧**明"], ["王", "*"], ["", "*"]])("masks %j as %j", (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

it("keeps of a phone what its owner recognises", () => {
  expect(maskPhone("13800001234")).toBe("138****1234")
  expect(maskPhone("123")).toBe("****")
})
