import { expect, it } from "vitest"
import { decideRegistration } from "./decide-registration"

it.each([
  ["a new unit", null, 2, "new"], ["one too many that nobody verified", null, 3, "too_many_registrations"],
  ["the same again", { is_mine: true }, 3, "again"], ["somebody else's unit", { is_mine: false }, 0, "organisation_known"],
])("%s", (_name, held, open, expected) => {
  const decided = decideRegistration(held, open)
  expect(decided.ok ? decided.value : decided.code).toBe(expected)
})
