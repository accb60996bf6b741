/** Two-byte characters of GBK by what they mean: Node reads the encoding and does not write it. */
const GBK = new Map<string, Buffer>()
const decoder = new TextDecoder("gb18030")
for (let high = 0x81; high <= 0xf7; high++) for (let low = 0x40; low <= 0xfe; low++) {
  const bytes = Buffer.from([high, low])
  const sign = decoder.decode(bytes)
  if (low !== 0x7f && [...sign].length === 1 && !GBK.has(sign)) GBK.set(sign, bytes)
}

export const asGbk = (text: string): Buffer => Buffer.concat([...text].map((sign) => (sign.charCodeAt(0) < 0x80 ? Buffer.from(sign) : GBK.get(sign)!)))

/** A bank's CSV with a banner; rows are date, reference, received, paid out, payer, memo. */
export const bankFile = (rows: (string | number)[][]): string =>
  ["账户：扶贫馆运营中心,,,,,", "交易日期,流水号,收入金额（元）,支出金额（元）,对方户名,附言", ...rows.map((row) => row.join(","))].join("\r\n")
