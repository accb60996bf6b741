import { describe, expect, it } from "vitest"
import { keyOf, readCheckout } from "./checkout-input"

const lines = [{ variant_id: "variant_a", quantity: 2 }]
const typed = {
  form_key: "0b7c5f0e-6c0a-4c39-9c49-3f6a7f9c1f10", name: "王小明", phone: "138 0000 0000", county_code: "500238", detail: "古路镇一号",
  email: "wang@example.cn", shipping_option_id: "so_1", payment_provider_id: "pp_demo_cn", remark: "",
}

describe("a checkout form", () => {
  it("becomes what the backend wants", () => {
    const read = readCheckout(typed, lines)
    expect(read).toMatchObject({ ok: true, input: { items: lines, address: { phone: "13800000000", county_code: "500238" } } })
  })

  it.each([
    ["name", ""], ["phone", "12345"], ["county_code", ""], ["detail", ""], ["email", "wang"], ["shipping_option_id", ""], ["payment_provider_id", ""], ["remark", "长".repeat(201)],
  ])("asks again for %s when it is %j, in Chinese", (field, value) => {
    const read = readCheckout({ ...typed, [field]: value }, lines)
    expect(read.ok).toBe(false)
    expect(read.ok ? {} : read.errors).toEqual({ [field]: expect.stringMatching(/[\u4e00-\u9fff]/) })
  })

  it("gives the goods to a unit instead of sending them home", () => {
    const gift = { ...typed, destination: "gift", recipient_id: "dnrc_1", donor: "王小明", reason: "instead_of_donating" }
    expect(readCheckout(gift, lines)).toMatchObject({ ok: true, input: { address: null, donation: { recipient_id: "dnrc_1", donor: "王小明" }, reason: "instead_of_donating" } })
    expect(readCheckout({ ...gift, recipient_id: "", donor: "" }, lines)).toMatchObject({ ok: false, errors: { recipient_id: "请选择受赠单位", donor: expect.stringContaining("捐赠人") } })
  })

  it("names every faulty field at once, and an empty cart", () => {
    const read = readCheckout({ form_key: typed.form_key }, [])
    expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(
      ["county_code", "detail", "email", "items", "name", "payment_provider_id", "phone", "shipping_option_id"])
  })

  it("is refused when its key was tampered with", () => {
    expect(readCheckout({ ...typed, form_key: "x" }, lines)).toEqual({ ok: false, errors: { idempotency_key: "页面已过期，请刷新后重试" } })
  })
})

describe("its key", () => {
  it("stays the same for the same content and changes with form or content", () => {
    const key = keyOf(typed.form_key, typed)
    expect(keyOf(typed.form_key, { ...typed })).toBe(key)
    expect(keyOf(typed.form_key, { ...typed, detail: "二号" })).not.toBe(key)
    expect(keyOf("1b7c5f0e-6c0a-4c39-9c49-3f6a7f9c1f10", typed)).not.toBe(key)
    expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
