import fc from "fast-check"
import { expect, it } from "vitest"
import { canonicalJson, sha256 } from "./canonical"
import { decideIssue, decideVoid, seriesOf } from "./decide-issue"
import { maskRoster } from "./mask-roster"

it("writes the same content as the same text, whatever the order of its keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "二" }], a: undefined })).toBe('{"b":[1,{"c":"二","d":null}]}')
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
    const turned = Object.fromEntries(Object.entries(content).reverse())
    expect(canonicalJson(turned)).toBe(canonicalJson(content))
    expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)))
  }))
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
})

it.each([
  ["nothing is there", null, "", { ok: true, value: { voids: null, reason: "" } }],
  ["the same is there", { id: "pdoc_1", content: "甲" }, "", { ok: true, value: { same: "pdoc_1" } }],
  ["other content is there and nobody says why", { id: "pdoc_1", content: "乙" }, "错了", { ok: false, code: "document_differs" }],
  ["other content is there and someone says why", { id: "pdoc_1", content: "乙" }, " 金额录入有误 ", { ok: true, value: { voids: "pdoc_1", reason: "金额录入有误" } }],
])("issues when %s", (_case, held, reason, decision) => expect(decideIssue(held, "甲", reason)).toMatchObject(decision))

it("voids once, for a reason", () => {
  expect(decideVoid("valid", "盖章有误")).toMatchObject({ ok: true, value: "盖章有误" })
  expect(decideVoid("valid", "  ")).toMatchObject({ ok: false, code: "void_reason_required" })
  expect(decideVoid("void", "盖章有误")).toMatchObject({ ok: false, code: "document_void" })
})

it.each([[["500238", "500112"], "FP-2026-11-500112"], [["*"], "FP-2026-11-000000"], [["500238104"], "FP-2026-11-500238104"]])("numbers %j in series", (regions, series) => expect(seriesOf("2026-11", regions)).toBe(series))

it("masks people and leaves amounts", () => {
  const row = { household_id: "hh_1", name: "王小明", id_number: "500238199001010017", phone: "13876540001", amount_fen: 5 }
  expect(maskRoster({ rows: [row], carried_forward: [{ ...row, id_number: null, phone: null }] })).toEqual({
    rows: [{ ...row, name: "王**", id_number: "5002************17", phone: "138****0001" }], carried_forward: [{ ...row, name: "王**", id_number: null, phone: null }],
  })
})
