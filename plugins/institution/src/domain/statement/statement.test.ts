import { fenOfQuantity } from "@fupin/contract/money"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allocate, openOf } from "./allocate"
import { decodeBankFile, readBankFile } from "./bank-file"
import { decideAdjust, decideConfirm, decideDispute, statementHash } from "./decide-statement"
import { matchRow, type Payable } from "./match-row"
import { findNumbers, statementNumber } from "./number"
import { type DeliveredLine, planLines } from "./plan-lines"
import { leftBySeller } from "./invoiceable"
import { planInvoice } from "./plan-invoice"
import { planRepricing } from "./plan-repricing"

const code = (decision: { ok: true; value: unknown } | { ok: false; code: string }) => (decision.ok ? decision.value : decision.code)

describe("a statement's number", () => {
  it("is found in what people write, and no single wrong digit turns it into another", () => {
    expect(statementNumber("2026-11", 17)).toMatch(/^DZ261100017\d$/)
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (running, place, digit) => {
      const number = statementNumber("2026-11", running)
      const wrong = `${number.slice(0, 2 + place)}${digit}${number.slice(3 + place)}`
      expect(findNumbers(`货款 ${number}`).numbers).toEqual([number])
      if (wrong !== number) expect(findNumbers(wrong)).toEqual({ numbers: [], mistyped: true })
    }))
    const number = statementNumber("2026-11", 3)
    expect(findNumbers(`付${number.toLowerCase().slice(0, 6)}-${number.slice(6)}，${number}`)).toEqual({ numbers: [number], mistyped: false })
    expect(findNumbers("食堂货款")).toEqual({ numbers: [], mistyped: false })
  })
})

describe("the lines of a statement", () => {
  const line = (quantity: number, more: Partial<DeliveredLine> = {}): DeliveredLine =>
    ({ order_id: "o1", variant_id: "rice", occurrence_id: "c1", delivery_date: "2026-10-30", quantity, settle_by: "weight", unit_price_fen: 100, amount_fen: fenOfQuantity(quantity, 100), ...more })
  it("say what stands now less what was said before", () => {
    expect(planLines([line(8)], [])).toMatchObject([{ quantity: 8, amount_fen: 800 }])
    expect(planLines([line(8)], [line(8)])).toEqual([])
    expect(planLines([line(0)], [line(8)])).toMatchObject([{ quantity: -8, amount_fen: -800 }])
    expect(planLines([line(8), line(2, { variant_id: "tea" })], [line(8)])).toMatchObject([{ variant_id: "tea" }])
  })
  it("add up to what stands, over any number of statements", () => {
    fc.assert(fc.property(fc.array(fc.nat(50_000).map((grams) => grams / 1000), { minLength: 1, maxLength: 8 }), (course) => {
      const stated: DeliveredLine[] = []
      for (const quantity of course) stated.push(...planLines([line(quantity)], stated))
      expect(stated.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(fenOfQuantity(course.at(-1)!, 100))
      expect(stated.every(({ quantity }) => Number(quantity.toFixed(3)) === quantity)).toBe(true)
    }))
  })
})

describe("disputes and confirmation", () => {
  const lines = [{ id: "a", amount_fen: 500, dispute: "数量不对", resolution: null }, { id: "b", amount_fen: 300, dispute: null, resolution: null }, { id: "c", amount_fen: -200, dispute: "不认", resolution: null }]
  it.each([
    [["a"], 400, "disputed"], [["a"], 501, "adjustment_too_high"], [["a"], -1, "adjustment_too_high"], [["b"], 100, "line_not_disputed"], [["x"], 100, "unknown_statement_line"], [["c"], -300, "adjustment_too_high"],
  ])("adjusting %s to %i gives %s", (ids, due_fen, expected) => expect(code(decideAdjust("disputed", lines, ids.map((line_id) => ({ line_id, due_fen }))))).toBe(expected))
  it("ends when every dispute is answered", () => {
    expect(code(decideAdjust("disputed", lines, [{ line_id: "a", due_fen: 0 }, { line_id: "c", due_fen: -200 }]))).toBe("adjusted")
    expect(code(decideAdjust("sent", lines, []))).toBe("statement_state")
    expect(code(decideDispute("confirmed", lines, ["a"]))).toBe("statement_state")
    expect(code(decideDispute("sent", lines, ["other"]))).toBe("unknown_statement_line")
  })
  it.each([
    ["sent", 1, "confirm"], ["adjusted", 1, "confirm"], ["confirmed", 1, "again"], ["settled", 1, "again"], ["disputed", 1, "dispute_open"], ["draft", 1, "statement_state"], ["sent", 2, "statement_changed"],
  ] as const)("confirming one that is %s as revision %i is %s", (state, revision, expected) => expect(code(decideConfirm({ state, revision: 1 }, revision))).toBe(expected))
  it("is hashed whatever the order of its lines, and every fen counts", () => {
    const row = { order_id: "o", variant_id: "v", delivery_date: "2026-11-02", quantity: 1, unit_price_fen: 100, due_fen: 100 }
    const frozen = { number: "DZ1", organisation_id: "g", seller_id: "s", month: "2026-11", lines: [row, { ...row, variant_id: "w" }] }
    expect(statementHash({ ...frozen, lines: frozen.lines.toReversed() })).toBe(statementHash(frozen))
    expect(statementHash({ ...frozen, lines: [{ ...row, due_fen: 99 }, frozen.lines[1]!] })).not.toBe(statementHash(frozen))
  })
})

describe("what was taken off a line", () => {
  const line = { order_id: "o", line_item_id: "l", ordered: 10, accepted: 8, amount_fen: 28_800, adjusted_fen: -2_000, priced_fen: 36_000 }
  it.each([
    ["prices the whole of it so that what was accepted costs the rest", {}, 33_500], ["once", { priced_fen: 33_500 }, null], ["not where nothing was taken off", { adjusted_fen: 0 }, null],
    ["down to nothing", { adjusted_fen: -28_800 }, 0], ["not where nothing was accepted", { accepted: 0, amount_fen: 0 }, null], ["of goods settled by weight alike", { accepted: 9.876, amount_fen: 35_554 }, 33_975],
  ])("%s", (_name, more, total_fen) => expect(planRepricing([{ ...line, ...more }])).toEqual(total_fen === null ? [] : [{ line_item_id: "l", quantity: 10, total_fen }]))
  it("leaves exactly what was agreed on for what was accepted, and nothing to do after it", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), fc.integer({ min: 1, max: 50_000 }), fc.nat(), (ordered, grams, price, off) => {
      const accepted = (grams % (ordered * 1000) + 1) / 1000
      const amount_fen = fenOfQuantity(accepted, price)
      const adjusted_fen = -(off % (amount_fen + 1))
      const facts = { ...line, ordered, accepted, amount_fen, adjusted_fen, priced_fen: ordered * price }
      const [plan] = planRepricing([facts])
      const priced_fen = plan?.total_fen ?? facts.priced_fen
      if (adjusted_fen !== 0) expect(Math.floor((2 * priced_fen * Math.round(accepted * 1000) + ordered * 1000) / (2 * ordered * 1000))).toBe(amount_fen + adjusted_fen)
      expect(planRepricing([{ ...facts, priced_fen }])).toEqual([])
    }))
  })
})

describe("money over orders", () => {
  it("goes to the oldest first and never vanishes", () => {
    const order = (order_id: string, delivery_date: string, open_fen: number) => ({ order_id, campaign_id: null, preorder_id: null, statement_id: "s", delivery_date, open_fen })
    expect(allocate(150, [order("late", "2026-11-09", 100), order("early", "2026-11-02", 100)])).toMatchObject({ shares: [{ order_id: "early", amount_fen: 100 }, { order_id: "late", amount_fen: 50 }], left_fen: 0 })
    fc.assert(fc.property(fc.nat(10_000), fc.array(fc.nat(2_000), { maxLength: 9 }), (amount, open) => {
      const { shares, left_fen } = allocate(amount, open.map((open_fen, place) => order(`o${place}`, `2026-11-0${place + 1}`, open_fen)))
      expect(shares.reduce((sum, { amount_fen }) => sum + amount_fen, left_fen)).toBe(amount)
      expect(shares.every(({ order_id, amount_fen }) => amount_fen > 0 && amount_fen <= open[Number(order_id!.slice(1))]!)).toBe(true)
      expect(left_fen === 0 || shares.reduce((sum, { amount_fen }) => sum + amount_fen, 0) === open.reduce((sum, fen) => sum + fen, 0)).toBe(true)
    }))
  })
  it.each([[100, 100, 0, 100], [100, 100, 40, 60], [100, 80, 100, 0], [-20, 80, 0, 0], [100, 80, 0, 80]])("of %i in the statement, %i in all and %i paid, %i is open", (due_fen, stated_fen, paid_fen, open) =>
    expect(openOf({ due_fen, stated_fen, paid_fen })).toBe(open))
})

describe("a bank's file", () => {
  const text = "账户：扶贫馆,,,\n期间,2026-11\n交易日期,流水号,收入金额（元）,支出金额,对方户名,摘要,附言\n2026-11-20,\"B001\t\",\"1,234.50\",,翠溪实验小学校,转账,DZ2611000016\n20261121,B002,,88.00,供应商,付款,\n合计,,1234.50,88.00,,,\n"
  it("is read by its headings below the banner, from UTF-8 and GBK; money that went out is passed over", () => {
    const expected = { rows: [{ line: 4, received_on: "2026-11-20", amount_fen: 123_450, payer: "翠溪实验小学校", reference: "B001", memo: "转账 DZ2611000016" }], passed_over: 1, faults: [] }
    expect(code(readBankFile(text))).toEqual(expected)
    expect(code(decodeBankFile(Buffer.from(`\ufeff${text}`)))).toMatchObject({ encoding: "utf-8" })
    expect(code(decodeBankFile(Buffer.from([0xc1, 0xf7, 0xcb, 0xae])))).toEqual({ text: "流水", encoding: "gbk" })
    expect(code(decodeBankFile(Buffer.from("流水,1", "utf16le")))).toBe("bank_file_encoding")
    expect(code(decodeBankFile(Buffer.from([0xff, 0xfe, 0x81])))).toBe("bank_file_encoding")
  })
  it("names the line of every fault", () => {
    const rows = ["x,B1,5,张三,", "2026-02-30,B2,5,张三,", "2026-11-01,,5,张三,", "2026-11-01,1.2E+18,5,张三,", "2026-11-01,B5,-5,张三,", "2026-11-01,B6,5.001,张三,", "2026-11-01,B7,五元,张三,", "2026-11-01,B8,5,张三,", "2026-11-01,B8,6,张三,"]
    const read = readBankFile(`日期,流水号,贷方发生额,付款人,用途\n${rows.join("\n")}`)
    expect(read.ok && [read.value.rows.length, read.value.faults.map(({ line }) => line)]).toEqual([1, [2, 3, 4, 5, 6, 7, 8, 10]])
    expect(code(readBankFile("姓名,金额\n张三,5"))).toBe("bank_file_columns")
    expect(code(readBankFile("日期,流水号,收入,付款人\n"))).toBe("bank_file_empty")
    expect(code(readBankFile('日期,流水号,收入,付款人\n"2026'))).toBe("bank_file_columns")
  })
  it("reads one amount with a direction, and columns parted by tabs", () => {
    expect(code(readBankFile("交易时间\t交易流水号\t交易金额\t借贷标志\t对方户名\t附言\n2026/11/3 10:11:12\tT1\t1,000.00\t贷\t学校\t\n2026/11/3\tT2\t5.00\t借\t学校\t"))).toMatchObject({ rows: [{ reference: "T1", amount_fen: 100_000, received_on: "2026-11-03" }], passed_over: 1 })
  })
})

describe("matching", () => {
  const number = statementNumber("2026-11", 1)
  const other = statementNumber("2026-11", 2)
  const statement = (more: Partial<Payable> = {}): Payable => ({ kind: "statement", id: "s1", number, organisation_id: "school", organisation_name: "翠溪实验小学校", closed: null, open_fen: 1_000, ...more })
  const match = (memo: string, amount_fen: number, payables = [statement()], payer = "财政局") => matchRow({ memo, amount_fen, payer }, payables)
  it("goes by the number first, whoever pays", () => {
    expect(match(`货款${number}`, 1_000)).toMatchObject({ match: "exact", organisation_id: "school", paid: [{ kind: "statement", id: "s1" }], reason: null })
    expect(match(number, 400).match).toBe("partial")
    expect(match(number, 1_400)).toMatchObject({ match: "over", reason: expect.any(String) })
    expect(match(number, 400, [statement({ open_fen: 0 })])).toMatchObject({ match: "over", reason: expect.stringContaining("重复") })
    expect(match(number, 1_000, [statement({ closed: "尚未确认" })])).toMatchObject({ match: "unmatched", organisation_id: "school", paid: [], reason: "尚未确认" })
    expect(match(`${number} ${other}`, 1_500, [statement(), statement({ id: "s2", number: other, open_fen: 500 })])).toMatchObject({ match: "exact", paid: [{ id: "s1" }, { id: "s2" }] })
    expect(match(`${number} ${other}`, 1_500, [statement(), statement({ id: "s2", number: other, organisation_id: "office" })]).match).toBe("unmatched")
    expect(match(statementNumber("2026-11", 9), 1_000).reason).toContain("没有识别码")
  })
  it("then by payer and amount, only when it can mean one thing", () => {
    expect(match("货款", 1_000, [statement()], "翠溪 实验小学校")).toMatchObject({ match: "exact" })
    expect(match("货款", 1_000, [statement(), statement({ id: "s2" })], "翠溪实验小学校").match).toBe("unmatched")
    expect(match("货款", 999, [statement()], "翠溪实验小学校").match).toBe("unmatched")
    expect(match("货款", 1_000, [statement()], "另一所学校").match).toBe("unmatched")
    expect(match("货款", 1_000, [statement({ closed: "尚未确认" })], "翠溪实验小学校").match).toBe("unmatched")
  })
  it("knows campaigns and single orders by their codes; an order's, which has no check digit, only beside its amount or its payer", () => {
    const [gift, order] = [statement({ kind: "campaign", id: "c1", number: "GH23456789" }), statement({ kind: "order", id: "o1", number: "FP000123", organisation_id: null, organisation_name: "王小明" })]
    expect(match("中秋慰问 gh23456789", 1_000, [gift])).toMatchObject({ match: "exact", paid: [{ kind: "campaign", number: "GH23456789" }] })
    expect(match("GH234567899", 1_000, [gift]).match).toBe("unmatched")
    expect(match("ＦＰ０００１２３ 货款", 1_000, [order])).toMatchObject({ match: "exact", organisation_id: null, paid: [{ kind: "order", id: "o1" }] })
    expect(match("FP000123", 400, [order])).toMatchObject({ match: "unmatched", reason: expect.stringContaining("校验位") })
    expect(match("FP000123", 400, [order], "王小明").match).toBe("partial")
    expect(match("FP000123", 1_400, [order], "王小明").match).toBe("over")
    expect(match(`${number} GH23456789`, 2_000, [statement(), gift]).match).toBe("unmatched")
  })
})

it("an invoice covers orders of one seller, in whole or part, never more than is due", () => {
  const order = (order_id: string, more = {}) => ({ order_id, about_id: `occ-${order_id}`, organisation_id: "school", seller_id: "wuxi", due_fen: 1_000, invoiced_fen: 0, ...more })
  const orders = [order("a"), order("b", { invoiced_fen: 400 }), order("c", { seller_id: "enshi" }), order("d", { organisation_id: "office" })]
  const plan = (...asked: { order_id: string; amount_fen?: number }[]) => code(planInvoice("school", { orders: asked, campaigns: [] }, orders))
  expect(plan({ order_id: "a" }, { order_id: "b" })).toEqual({ seller_id: "wuxi", lines: [{ order_id: "a", amount_fen: 1_000 }, { order_id: "b", amount_fen: 600 }] })
  expect(plan({ order_id: "b", amount_fen: 601 })).toBe("invoice_exceeds_due")
  expect(plan({ order_id: "a" }, { order_id: "c" })).toBe("invoice_sellers_differ")
  expect(plan({ order_id: "d" })).toBe("not_found")
  expect(plan({ order_id: "a", amount_fen: 1 }, { order_id: "a", amount_fen: 2 })).toBe("duplicate_line")
  const gifts = [...orders, ...["e", "f"].map((id) => order(id, { about_id: "camp", due_fen: 300 })), order("g", { about_id: "camp", seller_id: "enshi" }), order("h", { about_id: "camp", organisation_id: "office" })]
  const give = (campaign_id: string, amount_fen?: number, also: string[] = []) =>
    code(planInvoice("school", { orders: also.map((order_id) => ({ order_id })), campaigns: [{ campaign_id, seller_id: "wuxi", ...(amount_fen === undefined ? {} : { amount_fen }) }] }, gifts))
  expect(give("camp")).toEqual({ seller_id: "wuxi", lines: [{ order_id: "e", amount_fen: 300 }, { order_id: "f", amount_fen: 300 }] })
  expect(give("camp", 301, ["a"])).toEqual({ seller_id: "wuxi", lines: [{ order_id: "a", amount_fen: 1_000 }, { order_id: "e", amount_fen: 300 }, { order_id: "f", amount_fen: 1 }] })
  expect([give("camp", 601), give("camp", undefined, ["e"]), give("camp", undefined, ["c"]), give("other")]).toEqual(["invoice_exceeds_due", "duplicate_line", "invoice_sellers_differ", "not_found"])
})

it("what is left to invoice stands by seller, a campaign's orders together", () => {
  const open = (order_id: string, more = {}) => ({ order_id, display_id: 1, about_id: "occ", organisation_id: "school", seller_id: "wuxi", source: "standing_order" as const, title: "食堂", on: "2026-11-02", due_fen: 100, invoiced_fen: 0, ...more })
  const gift = (order_id: string, more = {}) => open(order_id, { about_id: "camp", source: "campaign", title: "中秋慰问", ...more })
  expect(leftBySeller([open("a"), open("b", { invoiced_fen: 100 }), open("c", { invoiced_fen: 120 }), gift("d"), gift("e", { invoiced_fen: 40 }), gift("f", { seller_id: "" })])).toMatchObject([
    { seller_id: "", left_fen: 100, orders: [], campaigns: [{ campaign_id: "camp", orders: 1, left_fen: 100 }] },
    { seller_id: "wuxi", left_fen: 260, orders: [{ order_id: "a", left_fen: 100 }], campaigns: [{ campaign_id: "camp", title: "中秋慰问", orders: 2, left_fen: 160 }] },
  ])
})
