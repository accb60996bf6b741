import { describe, expect, it } from "vitest"
import { decideConsent, planConsent } from "./consent"

const open = { id: "c1", given_on: "2026-01-01" }

describe("a consent to be named", () => {
  it.each([
    ["absent changes nothing", open, undefined, { withdraw: null, give: null }], ["the same day again changes nothing", open, "2026-01-01", { withdraw: null, give: null }],
    ["null withdraws", open, null, { withdraw: "c1", give: null }], ["null without one changes nothing", null, null, { withdraw: null, give: null }],
    ["another day replaces", open, "2026-02-01", { withdraw: "c1", give: "2026-02-01" }], ["the first is given", null, "2026-02-01", { withdraw: null, give: "2026-02-01" }],
  ])("%s", (_what, held, wanted, plan) => expect(planConsent(held, wanted)).toEqual(plan))

  it("is not given in advance, nor while data may only be kept", () => {
    expect(decideConsent("2026-11-22", "2026-11-22", false)).toMatchObject({ ok: true })
    expect(decideConsent("2026-11-23", "2026-11-22", false)).toMatchObject({ code: "invalid_dates" })
    expect(decideConsent("2026-01-01", "2026-11-22", true)).toMatchObject({ code: "household_restricted" })
  })
})
