import { describe, expect, it } from "vitest"
import { keyIdOfCell } from "../../sealing/keyring"
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

describe("a rotation of keys", () => {
  const rotated = new PersonalData({ personal_data_key: "c".repeat(64), former_personal_data_keys: ["a".repeat(64)], blind_index_key: "d".repeat(64), former_blind_index_keys: ["b".repeat(64)] })

  it("opens what was sealed before, re-seals it, and then needs the former key no more", () => {
    const before = data.seal("hh_1:phone", "13800000000")
    const after = rotated.reseal("hh_1:phone", before)
    expect([rotated.open("hh_1:phone", before), rotated.open("hh_1:phone", after)]).toEqual(["13800000000", "13800000000"])
    expect(after.split(".")[3]).toBe(before.split(".")[3])
    expect(after.startsWith(rotated.currentPrefix)).toBe(true)
    expect(rotated.reseal("hh_1:phone", after)).toBe(after)
    expect(new PersonalData({ personal_data_key: "c".repeat(64), blind_index_key: "d".repeat(64) }).open("hh_1:phone", after)).toBe("13800000000")
    expect(() => data.open("hh_1:phone", after)).toThrow(/needs key/)
    expect(() => rotated.reseal("hh_2:phone", before)).toThrow()
  })

  it("opens both older forms of a cell", () => {
    const direct = "v1.d6dd1cf3.lsa_8mkb78JHNkqkz0YCa03tpF76RAOEV571kKxwSptqRINGq4_g"
    const unnamed = "Bt3DfA0585QyoL55.0Tz66kcOyAS5ytiuY7LtXg==.2AWdmfCRg6JkrRI="
    expect([keyIdOfCell(direct), keyIdOfCell(unnamed)]).toEqual(["d6dd1cf3", "unnamed"])
    expect(rotated.open("hh_1:phone", direct)).toBe("13800000000")
    expect(rotated.open("anywhere", unnamed)).toBe("13800000000")
    for (const cell of [direct, unnamed]) expect(rotated.open("hh_1:phone", rotated.reseal("hh_1:phone", cell))).toBe("13800000000")
    expect(() => rotated.open("hh_1:phone", "13800000000")).toThrow(/not sealed/)
  })

  it("finds a number under either index, and keeps the codes of receipts already printed", () => {
    expect(rotated.blindIndexes("phone", "13800000000")).toEqual([rotated.blindIndex("phone", "13800000000"), data.blindIndex("phone", "13800000000")])
    expect(rotated.receiptCode("order_1", "hh_1")).toBe(data.receiptCode("order_1", "hh_1"))
  })
})
