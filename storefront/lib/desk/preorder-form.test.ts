import { describe, expect, it } from "vitest"
import { readBooking } from "./preorder-form"

const WHOLE = { idempotency_key: "3f0c4a52-8a4e-4c0e-9f0e-6f2b8a4d1c11", organisation_id: "org_1", quantity: "60", name: "周雅琴", phone: "139 1234 5678", county_code: "500112", detail: "翠溪路18号" }
const form = (more: Record<string, string> = {}) => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...WHOLE, ...more })) data.set(name, value)
  return data
}

describe("what was typed of a booking", () => {
  it("is read whole", () => expect(readBooking(form())).toMatchObject({ ok: true, value: { quantity: 60, delivery: { phone: "13912345678" } } }))
  it.each([
    [{ quantity: "" }, { quantity: "请填写 1 至 9999 的整数" }], [{ quantity: "-3" }, { quantity: "请填写 1 至 9999 的整数" }], [{ quantity: "1.5" }, { quantity: "请填写 1 至 9999 的整数" }], [{ county_code: "" }, { county_code: "请选择省、市、区县" }],
    [{ phone: "12" }, { phone: "请填写 11 位手机号或带区号的座机" }], [{ detail: "" }, { detail: "请填写详细地址（120 字以内，不含引号、尖括号）" }],
  ])("%o: %o", (more, errors) => expect(readBooking(form(more as Record<string, string>))).toMatchObject({ ok: false, errors }))
})
