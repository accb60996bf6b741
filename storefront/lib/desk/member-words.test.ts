import { type Member, MemberAct, type MemberEvent } from "@fupin/contract/schemas"
import { expect, it } from "vitest"
import { byPerson, eventText, roleOption } from "./member-words"

const member = (customer_id: string, role: Member["role"]): Member => ({ id: `${customer_id}:${role}`, organisation_id: "o", customer_id, email: `${customer_id}@example.cn`, name: "", role, verified_at: null, left_at: null, refused_at: null, refusal_reason: null })
const event = (change: Partial<MemberEvent>): MemberEvent => ({ id: "e", act: "added", role: "finance", counts: false, name: "赵师傅", by_name: "李主任", at: "2026-11-23T00:00:00Z", note: "", ...change })

it("shows each person once, managers first", () => {
  expect(byPerson([member("zhao", "buyer"), member("li", "viewer"), member("zhao", "receiver"), member("li", "manager")]).map(({ email, roles }) => [email, roles.length])).toEqual([["li@example.cn", 2], ["zhao@example.cn", 2]])
})

it("says of whom the office hears first", () => expect([roleOption("buyer"), roleOption("approver")]).toEqual(["采购", "审批（帮扶办核验后生效）"]))

it.each(MemberAct.options.flatMap((act) => [[act, "赵师傅"], [act, null]] as const))("tells what was %s of %s", (act, name) => expect(eventText(event({ act, name, note: "缺证件" }))).not.toMatch(/undefined/))

it("says who did what", () => {
  expect(eventText(event({}))).toBe("李主任 为 赵师傅 增加角色：财务，待帮扶办核验")
  expect(eventText(event({ act: "verified", by_name: null, counts: true }))).toBe("帮扶办 核验通过：赵师傅，财务")
  expect(eventText(event({ act: "refused", by_name: null, name: null, role: null, note: "证件看不清" }))).toBe("帮扶办 退回单位登记：证件看不清")
})
