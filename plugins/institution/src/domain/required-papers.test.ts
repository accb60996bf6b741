import { describe, expect, it } from "vitest"
import { papersOf, requiredPapers } from "./required-papers"

describe("papers that must come with goods", () => {
  it.each([
    ["the usual one without a category", [], ["quality"]],
    ["the usual one where no category says anything", [undefined, null], ["quality"]],
    ["what the category says", [["quarantine", "quality"]], ["quality", "quarantine"]],
    ["none of handicraft", [[]], []],
    ["what any of several says", [["quality"], ["quarantine"], undefined], ["quality", "quarantine"]],
    ["the usual one where somebody wrote nonsense", ["检疫证", ["passport"], 7], ["quality"]],
  ])("are %s", (_name, categories, papers) => expect(papersOf(categories)).toEqual(papers))

  it("are told with the goods that need them", () =>
    expect(requiredPapers([{ variant_id: "rice", papers: ["quality"] }, { variant_id: "eggs", papers: ["quality", "quarantine"] }, { variant_id: "basket", papers: [] }]))
      .toEqual([{ kind: "quality", variant_ids: ["rice", "eggs"] }, { kind: "quarantine", variant_ids: ["eggs"] }]))

  it("are none of a load of baskets", () => expect(requiredPapers([{ variant_id: "basket", papers: [] }])).toEqual([]))
})
