import { expect, it } from "vitest"
import { decideRun, decideSecond, isDone, type RunAct, type RunFacts } from "./decide-run"

const run = (state: RunFacts["state"], more: Partial<RunFacts> = {}): RunFacts => ({ state, prepared_by: "finance", submitted_by: "finance", unexplained: 0, ...more })

it.each<[RunFacts, RunAct, string, string]>([
  [run("draft"), "submit", "finance", "submitted"], [run("submitted"), "submit", "finance", "submitted"], [run("approved"), "submit", "finance", "settlement_state"],
  [run("submitted"), "approve", "office", "approved"], [run("approved"), "approve", "office", "approved"], [run("draft"), "approve", "office", "settlement_state"],
  [run("submitted"), "approve", "finance", "settlement_second_person"], [run("submitted", { prepared_by: "office" }), "approve", "office", "settlement_second_person"],
  [run("submitted", { unexplained: 1 }), "approve", "office", "suspense_unexplained"], [run("cancelled"), "approve", "office", "settlement_state"],
  [run("draft"), "cancel", "finance", "cancelled"], [run("submitted"), "cancel", "office", "cancelled"], [run("approved"), "cancel", "office", "settlement_state"], [run("done"), "cancel", "office", "settlement_state"],
  [run("approved"), "pay", "finance", "paying"], [run("paying"), "pay", "finance", "paying"], [run("submitted"), "pay", "finance", "settlement_state"], [run("done"), "pay", "finance", "settlement_state"],
])("%j: %s by %s → %s", (facts, act, actor, expected) => {
  const decision = decideRun(facts, act, actor)
  expect(decision.ok ? decision.value : decision.code).toBe(expected)
})

it("nobody decides on what they proposed themselves", () => expect([decideSecond("a", "a").ok, decideSecond("a", "b").ok]).toEqual([false, true]))
it("a run is done when all is paid, came back or was given up", () => expect([isDone([]), isDone(["paid", "returned", "released"]), isDone(["paid", "failed"]), isDone(["sent"])]).toEqual([true, true, false, false]))
