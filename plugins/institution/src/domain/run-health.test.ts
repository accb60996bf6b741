import { expect, it } from "vitest"
import { isRunOverdue, troubleOf, whatBroke } from "./run-health"

const NOW = new Date("2026-11-23T10:00:00Z")

it.each([
  ["2026-11-23T08:31:00Z", null, false], ["2026-11-23T08:30:00Z", "2026-11-01T08:00:00Z", false], ["2026-11-23T08:29:00Z", "2026-11-23T09:00:00Z", true],
  [null, "2026-11-23T09:00:00Z", false], [null, "2026-11-23T08:29:00Z", true], [null, null, false],
])("a run that ended well at %s, with orders since %s, is overdue at ten: %s", (ended, since, overdue) =>
  expect(isRunOverdue(ended === null ? null : new Date(ended), since === null ? null : new Date(since), NOW)).toBe(overdue))

it.each([
  [{ error: null, failures: [], gaps: [] }, null],
  [{ error: null, failures: [{ count: 2 }, { count: 1 }], gaps: [{ count: 4 }] }, "3 次配送没有下成单，4 次配送没有排期"],
  [{ error: "connection lost", failures: [], gaps: [] }, "中途出错，没有做完"],
])("of %j staff hear %s", (run, sentence) => expect(troubleOf(run)?.sentence ?? null).toBe(sentence))

it.each([
  [{ type: "not_allowed", message: "该协议已到期，请续签" }, "该协议已到期，请续签"],
  [Object.assign(new Error("insert into organisation (phone) values ('13800000000') - duplicate key"), { code: "23505" }), "Error 23505"],
  [{ name: "TimeoutError", message: "周雅琴" }, "TimeoutError"],
  [{ type: "database_error", message: "周雅琴" }, "unknown"],
  ["周雅琴", "unknown"], [null, "unknown"],
])("of %j is kept: %s", (error, kept) => expect(whatBroke(error)).toBe(kept))
