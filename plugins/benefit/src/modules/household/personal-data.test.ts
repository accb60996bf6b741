import { describe, expect, it } from "vitest"
import { PersonalData } from "./personal-data"

const data = new PersonalData({ personal_data_key: "a".repeat(64), blind_index_key: "b".repeat(64) })

describe("personal data", () => {
  it("comes back as it went in, and never looks the same twice", () => {
    const [first, second] = [data.seal("hh_1:phone", "13800000000"), data.seal("hh_1:phone", "13800000000")]
    expect(first).not.toBe(second)
    expect(first).not.toContain("138")
    expect(data.open("hh_1:phone", first)).toBe("13800000000")
  })

  it("cannot be moved to another household, changed, or opened with another key", () => {
    const sealed = data.seal("hh_1:phone", "13800000000")
    expect(() => data.open("hh_2:phone", sealed)).toThrow()
    expect(() => data.open("hh_1:phone", `${sealed.slice(0, -2)}AA`)).toThrow()
    const other = new PersonalData({ personal_data_key: "c".repeat(64), blind_index_key: "b".repeat(64) })
    expect(() => other.open("hh_1:phone", sealed)).toThrow(/needs key/)
  })

  it("is found by its index, by field", () => {
    expect(data.blindIndex("id_number", "x")).toBe(data.blindIndex("id_number", "x"))
    expect(data.blindIndex("id_number", "x")).not.toBe(data.blindIndex("phone", "x"))
  })

  it("has another code on every receipt", () => {
    expect(data.receiptCode("order_1", "hh_1")).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(data.receiptCode("order_1", "hh_1")).not.toBe(data.receiptCode("order_2", "hh_1"))
  })

  it("refuses to work without keys", () => expect(() => new PersonalData({})).toThrow(/personal_data_key/))
})
