import { expect, it } from "vitest"
import { decideApplyAgain, decideRefusal, decideRegistration } from "./decide-registration"

it.each([
  ["a new unit", null, 2, "new"], ["one too many that nobody verified", null, 3, "too_many_registrations"],
  ["the same again", { is_mine: true }, 3, "again"], ["somebody else's unit", { is_mine: false }, 0, "organisation_known"],
])("%s", (_name, held, open, expected) => {
  const decided = decideRegistration(held, open)
  expect(decided.ok ? decided.value : decided.code).toBe(expected)
})

const day = new Date("2026-11-23T00:00:00Z")
const [pending, refused, verified] = [{ verified_at: null, refused_at: null }, { verified_at: null, refused_at: day }, { verified_at: day, refused_at: null }]

it.each([["what waits", pending, null], ["what was refused", refused, "already_refused"], ["what was verified", verified, "already_verified"]])("staff refuse %s", (_name, checked, code) => {
  const decided = decideRefusal(checked)
  expect(decided.ok ? null : decided.code).toBe(code)
})

it.each([
  ["its unit that was refused", refused, [refused], true, true, true], ["itself alone where the unit was not refused", verified, [refused, verified], true, false, false], ["itself, invited to a unit that was refused", refused, [refused], false, false, false],
  ["a unit that was not refused", pending, [refused], true, true, null], ["a unit that another registered", refused, [refused], false, true, null], ["nothing that was refused", verified, [pending], false, false, null],
  ["itself alone where the unit must be corrected", refused, [refused], true, false, null],
])("somebody applies again for %s", (_name, unit, own, is_registrant, says_unit, ofUnit) => {
  const decided = decideApplyAgain(unit, own, { is_registrant, says_unit })
  expect(decided.ok ? decided.value.unit : null).toBe(ofUnit)
})
