import { describe, expect, it } from "vitest"
import { errorsOf, refused, textsOf } from "./form-state"

describe("a form that comes back", () => {
  it("keeps what was typed, but never a password", () => {
    const form = new FormData()
    form.set("name", " 王小明 ")
    form.set("password", "a secret")
    form.set("new_password", "another")
    form.set("$ACTION_ID", "x")
    form.set("file", new Blob(["x"]))
    expect(textsOf(form)).toEqual({ name: "王小明" })
  })

  it("puts our sentence beside the field, or the schema's, the first one only", () => {
    const issues = [{ path: ["address", "name"], message: "Too small" }, { path: ["address", "name"], message: "later" }, { path: ["email"], message: "请填写有效的邮箱" }]
    expect(errorsOf(issues)).toEqual({ name: "Too small", email: "请填写有效的邮箱" })
    expect(errorsOf(issues, { "address.name": "请填写收货人" })).toEqual({ name: "请填写收货人", email: "请填写有效的邮箱" })
  })

  it("says how many fields need another look", () => {
    expect(refused({}, { a: "x", b: "y" }).message).toBe("还有 2 处需要修改")
    expect(refused({}, {}, "库存不足").message).toBe("库存不足")
  })
})
