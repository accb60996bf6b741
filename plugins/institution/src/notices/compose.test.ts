import { NoticeKind } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { composeDigest, composeInvitation, composeLetter, composeNotice, composeRefusal, type Fact, recipientsOf } from "./compose"

const fact = (change: Partial<Fact> = {}): Fact => ({ key: "k", kind: "approval_waiting", owner_id: "org_1", id: "id_1", subject: "中秋慰问", day: "2026-09-10", amount_fen: 70_003, count: 2, reason: null, people: null, goods: null, ...change })
const seats = [{ customer_id: "b", role: "buyer" }, { customer_id: "b", role: "finance" }, { customer_id: "a", role: "approver" }, { customer_id: "v", role: "viewer" }] as const

describe("a notice", () => {
  it.each(NoticeKind.options.map((kind) => [kind]))("of %s says something and leads to a page of who reads it", (kind) => {
    const { title, body, href } = composeNotice(fact({ kind, goods: [] }))
    expect([/[\u4e00-\u9fff]/.test(title), /[\u4e00-\u9fff]/.test(body), href.startsWith(kind.startsWith("producer_") ? "/workbench/" : "/desk/"), `${title}${body}`.includes("undefined"), `${title}${body}`.includes("null 人")]).toEqual([true, true, true, false, false])
  })

  it("of a decision says which and why", () => {
    expect(composeNotice(fact({ kind: "approval_decided" }))).toMatchObject({ title: "审批通过：中秋慰问", body: "金额 ¥700.03，已经批准。" })
    expect(composeNotice(fact({ kind: "approval_decided", reason: "超出预算" }))).toMatchObject({ title: "审批未通过：中秋慰问", body: expect.stringContaining("没有批准：超出预算。") })
  })

  it("of a group buy says what becomes of the money", () => {
    expect(composeNotice(fact({ kind: "group_buy_off", reason: null })).body).toBe("付款的件数没有达到起订量。本单位订了 2 份，已付的 ¥700.03 全部退回原付款账户；占用的预算已经退还，仍需要的请另行采购。")
    expect(composeNotice(fact({ kind: "group_buy_off", reason: "连日大雨，无法采收", amount_fen: 0 }))).toMatchObject({ title: "团购取消了：中秋慰问", body: expect.stringMatching(/^连日大雨，无法采收。.*还没有付款，不必再付/) })
  })

  it("of a shortage names each kind of goods, what can be had and what may take its place", () => {
    const goods = [{ variant_id: "v", title: "巫溪洋芋", requested: 10, expected: 6, substitute: "恩施土豆", settle_by: "weight" as const }, { variant_id: "w", title: "大宁河米", requested: 5, expected: 0, substitute: null, settle_by: "count" as const }]
    expect(composeNotice(fact({ kind: "shortage", goods, reason: "2026-09-08" })).body).toBe("巫溪洋芋订 10 公斤、预计可供 6 公斤，可换成恩施土豆；大宁河米订 5 份、预计可供 0 份。截单日 2026-09-08，在那之前可以调整。")
    expect(composeNotice(fact({ kind: "delivery_short", goods, reason: "库存不足" })).body).toBe("没有订足：巫溪洋芋订 10 公斤、实际下单 6 公斤；大宁河米订 5 份、实际下单 0 份。库存不足。")
  })
})

it.each([
  ["approval_waiting", null, ["a"]], ["agreement_renewal", null, ["b"]], ["statement_ready", null, ["a", "b"]], ["campaign_paid", null, ["b"]],
  ["approval_decided", ["v", "gone"], ["v"]], ["approval_decided", [], []],
  ["member_joined", ["v", "ended"], ["v"]],
] as const)("%s for %s goes to %s", (kind, people, told) => expect(recipientsOf({ kind, people: people === null ? null : [...people] }, seats)).toEqual(told))

it("puts a day's notices into one mail, and link and code into letters", () => {
  expect(composeDigest([{ title: "一", body: "甲", href: "/desk/a" }, { title: "二", body: "乙", href: "/desk/b" }], "https://x.cn")).toEqual({ subject: "扶贫馆今日通知（2 条）", text: "一\n甲\nhttps://x.cn/desk/a\n\n二\n乙\nhttps://x.cn/desk/b" })
  const letter = { organisation: "翠溪总工会", title: "中秋慰问", choose_by: "2026-09-10", link: "https://x.cn/gift/t", code: "123456" }
  for (const kind of ["invite", "remind"] as const) expect(composeLetter(kind, letter).text).toMatch(/2026-09-10[\s\S]*https:\/\/x\.cn\/gift\/t[\s\S]*123456/)
  const invitation = { organisation: "翠溪总工会", role: "审批", code: "AB-CD", site: "https://x.cn" }
  expect(composeInvitation({ ...invitation, waits: true }).text).toMatch(/翠溪总工会.*审批[\s\S]*AB-CD[\s\S]*核验后生效/)
  expect(composeInvitation({ ...invitation, role: "采购", waits: false }).text).not.toContain("核验")
  expect(composeRefusal({ organisation: "翠溪总工会", reason: "证书看不清", site: "https://x.cn" }).text).toMatch(/翠溪总工会[\s\S]*证书看不清[\s\S]*https:\/\/x\.cn\/desk/)
})
