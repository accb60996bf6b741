import { expect, it } from "vitest"
import { bankBatch } from "./bank-batch"

it("the bank's file has a mark, every payee once with a reference, and no formula", async () => {
  const line = (payee_name: string, reference: string) => ({ payee_name, account: "6217000011110001", place: "古路镇", amount_fen: 1205, reference })
  const { content, filename } = await bankBatch.write({ number: "DF-2026-11-500238-1", batch: 1, period: "2026-11", region_name: "巫溪县", lines: [line("王小一", "DF1"), line("=HYPERLINK(1),\"x\"", "DF2")] })
  expect(filename).toBe("银行代发-DF-2026-11-500238-1-1.csv")
  expect(content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  expect(content.toString("utf8").slice(1).split("\r\n")).toEqual([
    "序号,收款人,账号,金额,用途,凭号", "1,王小一,6217000011110001,12.05,消费帮扶受益 2026-11,DF1", "2,\"'=HYPERLINK(1),\"\"x\"\"\",6217000011110001,12.05,消费帮扶受益 2026-11,DF2", ""])
})
