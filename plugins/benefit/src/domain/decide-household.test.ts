import { describe, expect, it } from "vitest"
import { decideReason, decideReveal, decideStatuses, type Status } from "./decide-household"

const poor = (valid_from: string, valid_to: string | null): Status => ({ status: "registered_poor", valid_from, valid_to })

describe("dated status", () => {
  it.each<[string, Status[], boolean]>([
    ["none", [], true],
    ["poor until lifted", [poor("2014-01-01", "2020-12-31"), { status: "lifted", valid_from: "2020-12-31", valid_to: null }], true],
    ["poor twice, apart", [poor("2018-01-01", null), poor("2014-01-01", "2016-01-01")], true],
    ["poor twice at once", [poor("2014-01-01", null), poor("2016-01-01", null)], false],
    ["ending on the day it begins", [poor("2014-01-01", "2014-01-01")], false],
  ])("%s", (_what, statuses, expected) => expect(decideStatuses(statuses).ok).toBe(expected))
})

describe("a reason", () => {
  it.each([["核对银行账号", true], ["核对账号", true], ["看看", false], ["   a   ", false], ["", false]])("%s: %s", (reason, expected) =>
    expect(decideReason(reason).ok).toBe(expected))
})

describe("a reveal", () => {
  const here = { region_code: "500238104201", restricted_at: null }
  it.each([
    ["in region, for a reason", here, "核对银行账号", undefined], ["without a reason", here, "", "reason_required"], ["next door", { ...here, region_code: "500237001001" }, "核对银行账号", "not_in_your_region"],
    ["while an erasure is asked for", { ...here, restricted_at: new Date(0) }, "核对银行账号", "household_restricted"],
  ])("%s", (_what, household, reason, code) => expect(decideReveal(household, ["500238"], reason)).toMatchObject(code ? { code } : { ok: true }))
})
