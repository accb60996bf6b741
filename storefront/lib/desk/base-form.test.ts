import { describe, expect, it } from "vitest"
import { readBase } from "./base-form"

const form = (change: Record<string, string | string[]> = {}): FormData => {
  const data = new FormData()
  const typed = { organisation_id: "org", name: "观峰洋芋基地", town: "500238104", village: "500238104201", scale: "300", scale_unit: "mu", since: "2026-03-01", goods: ["coop:potato", "coop:rice", "farm:plum"], ...change }
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) data.append(name, one)
  return data
}

describe("a base that a unit proposes", () => {
  it("names the producers of its goods once", () =>
    expect(readBase(form())).toMatchObject({ ok: true, value: { region_code: "500238104201", scale: 300, producer_ids: ["coop", "farm"], product_ids: ["potato", "rice", "plum"] } }))

  it("lies in the whole town where no village is chosen", () => expect(readBase(form({ village: "" }))).toMatchObject({ ok: true, value: { region_code: "500238104" } }))

  it.each([["goods", { goods: [] }], ["scale", { scale: "三百亩" }], ["scale", { scale: "" }], ["since", { since: "" }], ["name", { name: "" }]] as const)("says what is missing: %s", (field, change) => {
    const read = readBase(form(change as never))
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field])
  })
})
