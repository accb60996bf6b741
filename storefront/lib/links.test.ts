import { describe, expect, it } from "vitest"
import { pathText, productHref } from "./links"

describe("addresses that carry names", () => {
  it.each(["巫溪洋芋", "a/b", "100%", "<script>", "a b"])("brings %s there and back", (name) => {
    expect(pathText(productHref(name).slice("/products/".length))).toBe(name)
  })

  it("answers null to a cut-off name", () => expect(pathText("%E4%B8")).toBeNull())
})
