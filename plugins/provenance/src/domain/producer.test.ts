import type { ProducerInput } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { matchProducer } from "./producer"

const A = "91350100M000100Y43"
const B = "91110108551385082Q"
const input = (change: Partial<ProducerInput>): ProducerInput => ({ name: "甲合作社", kind: "cooperative", uscc: A, region_code: "500238", beneficiary_id: null, public_name: null, ...change })
const held = [{ id: "1", name: "甲合作社", uscc: A, region_code: "500238" }, { id: "2", name: "张家农场", uscc: null, region_code: "500238" }]

describe("an input means", () => {
  it.each([
    ["the one with its credit code", input({ name: "甲合作社（新名）" }), "1"],
    ["the one with its name and region", input({ name: "张家农场", kind: "family_farm", uscc: null }), "2"],
    ["the one with its id, whatever the rest", input({ id: "2", name: "张家大农场", uscc: B }), "2"],
    ["a new one elsewhere", input({ name: "张家农场", kind: "family_farm", uscc: null, region_code: "500237" }), undefined],
    ["a new one with a preset id", input({ id: "9", uscc: B, name: "乙合作社" }), "none"],
  ] as const)("%s", (_name, wanted, id) => {
    const match = matchProducer(held, wanted)
    expect(match.ok && (match.value?.id ?? undefined)).toBe(id === "none" ? undefined : id)
  })
})

describe("an input is refused", () => {
  it.each([
    [input({ id: "2" }), "duplicate_uscc"], [input({ id: "9" }), "duplicate_uscc"], [input({ uscc: null }), "uscc_required"], [input({ uscc: "91350100M000100Y44" }), "invalid_uscc"],
  ])("%#", (wanted, code) => expect(matchProducer(held, wanted)).toMatchObject({ ok: false, code }))
})
