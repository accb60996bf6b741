import fc from "fast-check"
import { expect, it } from "vitest"
import { readCsv, writeCsv } from "./csv"
import { decodeText, readReturnFile } from "./return-file"

it("what is written as CSV is read back, whatever is in it", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "王", ",", '"', "\n", "\r\n", "1", "=") }).map((value) => value.trim().replaceAll("\r\n", "\n"))
  fc.assert(fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rows) => {
    expect(readCsv(writeCsv(rows))!.map(({ fields }) => fields)).toEqual(rows.filter((row) => row.some((value) => value !== "")))
  }))
})

const said = (text: string) => {
  const decision = readReturnFile(text)
  return decision.ok ? decision.value.map(({ line, reference, amount_fen, result, reason }) => [line, reference, amount_fen, result, reason].join("|")) : decision.message
}

it.each([
  ["凭号,结果,原因\r\nDF1,成功,\r\nDF2,失败,户名不符\r\n", ["2|DF1||paid|", "3|DF2||failed|户名不符"]],
  ["\"原因\",result,Reference,金额\n,success,DF1,\"1,234.5\"\n\n账号已销,退票,DF2,3", ["2|DF1|123450|paid|", "4|DF2|300|returned|账号已销"]],
  ["", expect.stringContaining("空的")],
  ["凭号,结果\r\n", expect.stringContaining("没有内容行")],
  ["凭号,状态\r\nDF1,成功", "回盘文件第一行没有“结果”一列"],
  ["凭号,结果\r\nDF1,成功\r\nDF2,也许", expect.stringMatching(/^第 3 行/)],
  ["凭号,结果,金额\r\nDF1,成功,12元", "第 2 行：金额“12元”不是数字"],
  ["凭号,结果\r\n\"DF1,成功", expect.stringContaining("引号")],
])("%#: reads a return file, or says where it is wrong", (text, expected) => expect(said(text)).toEqual(expected))

it("is read from UTF-8 with a mark and from GB 18030", () => {
  expect(decodeText(Buffer.from("\ufeff凭号,结果"))).toBe("凭号,结果")
  expect(decodeText(Buffer.from([0xc6, 0xbe, 0xba, 0xc5, 0x2c, 0xbd, 0xe1, 0xb9, 0xfb]))).toBe("凭号,结果")
})
