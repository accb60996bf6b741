import { BaseInput } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { baseOf, type BaseDraft, BLANK_BASE, toggled } from "./draft"

const draft: BaseDraft = { ...BLANK_BASE, name: "观峰洋芋基地", path: ["500000", "500238", "500238104", "500238104201"], scale: "300", producer_ids: ["p"], product_ids: ["g"], since: "2026-01-01", supports: [{ organisation_id: "o", since: "2026-02-01", until: "" }] }

describe("a base as it is typed", () => {
  it("lies in the nearest division picked, and a support without an end goes on", () =>
    expect(BaseInput.parse(baseOf(draft, 2))).toMatchObject({ region_code: "500238104201", scale: 300, version: 2, supports: [{ organisation_id: "o", since: "2026-02-01", until: null }] }))

  it.each([["scale", { scale: "三百" }], ["scale", { scale: "0" }], ["scale", { scale: "1.5" }], ["region_code", { path: ["500000", "500238"] }], ["region_code", { path: [] }], ["producer_ids", { producer_ids: [] }]] as const)("is refused for its %s: %o", (field, change) => {
    const read = BaseInput.safeParse(baseOf({ ...draft, ...change } as BaseDraft, null))
    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field)
  })

  it("ticks and unticks", () => expect([toggled(["a"], "b"), toggled(["a", "b"], "a")]).toEqual([["a", "b"], ["b"]]))
})
