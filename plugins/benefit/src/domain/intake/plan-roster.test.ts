import { describe, expect, it } from "vitest"
import { type Agreement, decideMember, decideRosterRow, householdOf, planMembership } from "./plan-roster"

const row = { code: "GL-1", kind: null, name: "李秀英", payee_name: null, id_number: "500238189001010010", phone: null, bank_account: null, region_code: "500238104201", status: "lifted" as const, status_from: null }
const known = (id: string, region_code = "500238104201") => ({ id, code: "GL-1", region_code, id_number_index: null })
const here = (region: string) => region.startsWith("500238")

describe("a row of the roster", () => {
  it("says what is filled in and leaves the rest as it is", () =>
    expect(householdOf(row, "2026-11-22")).toEqual({ code: "GL-1", name: "李秀英", id_number: row.id_number, region_code: row.region_code, statuses: [{ status: "lifted", valid_from: "2026-11-22" }] }))

  it.each<[string, Parameters<typeof decideRosterRow>[1], string | null]>([
    ["new", { byCode: null, byIdNumber: null, before: null, mayWrite: here }, null],
    ["known, with its own ID number", { byCode: known("a"), byIdNumber: known("a"), before: null, mayWrite: here }, null],
    ["an ID number of another", { byCode: known("a"), byIdNumber: known("b"), before: null, mayWrite: here }, "id_number"],
    ["an ID number twice in the file", { byCode: null, byIdNumber: null, before: 4, mayWrite: here }, "id_number"],
    ["a code of another region", { byCode: known("a", "420102001001"), byIdNumber: null, before: null, mayWrite: here }, "code"],
    ["a village elsewhere", { byCode: null, byIdNumber: null, before: null, mayWrite: () => false }, "region_code"],
  ])("%s", (_name, facts, key) => expect(decideRosterRow(row, facts)?.key ?? null).toBe(key))
})

describe("a membership", () => {
  const agreement: Agreement = { number: "X-1", title: "t", producer_id: "p", rules: [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 100 } }], members: new Map([["a", "2026-01-01T00:00:00.000Z"]]) }
  const member = { number: "X-1", household_code: "GL-1", id_number: null, name: "李 秀英", weight: 3, valid_from: "2026-12-01" }
  const household = { name: "李秀英", payee_name: "李大" }

  it("keeps the day of whoever belonged to it, and begins on the file's day for the others", () =>
    expect(planMembership(agreement, [{ row: 2, beneficiary_id: "a", weight: 3, valid_from: "2026-12-01" }, { row: 3, beneficiary_id: "b", weight: 1, valid_from: "2026-12-01" }])).toMatchObject({
      number: "X-1", valid_from: "2026-12-01T00:00:00+08:00", rules: agreement.rules, members: [{ beneficiary_id: "a", weight: 3, from: "2026-01-01T00:00:00.000Z" }, { beneficiary_id: "b", weight: 1, from: "2026-12-01T00:00:00+08:00" }],
    }))

  it.each<[string, Parameters<typeof decideMember>[1], string | null]>([
    ["right", { agreement, household, first_day: "2026-12-01" }, null], ["no such agreement", { agreement: null, household, first_day: null }, "number"], ["nobody", { agreement, household: null, first_day: null }, "name"],
    ["another's name", { agreement, household: { name: "张三", payee_name: "张四" }, first_day: null }, "name"], ["another day than the first row's", { agreement, household, first_day: "2026-12-02" }, "valid_from"],
  ])("%s", (_name, facts, key) => expect(decideMember(member, facts)?.key ?? null).toBe(key))
})
