import { describe, expect, it } from "vitest"
import { isTimeToSeal } from "./decide-sealing"

const now = new Date("2026-11-22T10:00:00Z")
const ago = (ms: number) => new Date(now.getTime() - ms)

describe("sealing", () => {
  it.each([
    ["nothing waits", null, false], ["sales are coming in", { oldest: ago(20_000), newest: ago(50) }, false], ["there is a lull", { oldest: ago(1_500), newest: ago(1_000) }, true],
    ["sales never pause, but something has waited for half a minute", { oldest: ago(30_000), newest: ago(1) }, true],
  ] as const)("when %s", (_name, waiting, due) => expect(isTimeToSeal(waiting, now)).toBe(due))
})
