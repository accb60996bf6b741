import type { Cell, SheetRow } from "@fupin/benefit/domain/intake/cell"
import { choice, day, text, yuan } from "@fupin/benefit/domain/intake/fields"
import { type Heading, required, type Values } from "@fupin/benefit/domain/intake/table"

const PLATFORMS = { "832平台": "platform_832", 其他渠道: "other" } as const
const SOURCES = { 食堂经费: "canteen", 工会经费: "union", 干部职工个人: "personal" } as const
/** Up to 100 亿元, as in the form. */
const MOST_FEN = 1_000_000_000_000
export const MAX_OUTSIDE_ROWS = 300

/** The columns of a list of purchases made elsewhere; nothing was paid after `today`. The origin is a county's code or its name. */
export const outsideColumns = (today: string) => ({
  paid_on: required("付款日期", day({ from: "2020-01-01", to: today }), "日期", "交易时间"),
  seller: required("卖方", text(80, /^.{2,}$/, "至少 2 个字"), "供应商", "销售方"),
  goods: required("商品和数量", text(120, /^.{2,}$/, "至少 2 个字"), "商品", "产品名称"),
  origin: required("产地", text(40), "产地区县", "产地代码"),
  amount_fen: required("金额", yuan({ max_fen: MOST_FEN }), "金额（元）", "付款金额"),
  platform: required("渠道", choice(PLATFORMS), "平台"),
  source: required("经费", choice(SOURCES), "经费来源"),
})
export type OutsideColumns = ReturnType<typeof outsideColumns>
export type OutsideValues = Values<OutsideColumns>

const KEYS = ["paid_on", "seller", "goods", "origin", "amount_fen", "platform", "source"] as const satisfies (keyof OutsideColumns)[]
/** The columns of a pasted list that names none, in the template's order. */
export const PASTED: Heading = { row: 0, columns: new Map(KEYS.map((key, index) => [key, index + 1])) }

/** A pasted list as rows of cells, parted by tabs as spreadsheets copy them, else by commas. Blank lines are passed over. */
export function pastedRows(pasted: string): (SheetRow & { text: string })[] {
  return pasted.split(/\r\n|\r|\n/).map((line, index) => ({ row: index + 1, text: line.trim() })).filter((line) => line.text !== "")
    .map((line) => ({ ...line, cells: new Map(line.text.split(line.text.includes("\t") ? "\t" : /[,，]/).map((cell, at): [number, Cell] => [at + 1, { kind: "text", text: cell }])) }))
}

interface Division { code: string; name: string }

/** The county that a list names, by code or by name. A message when there is none, or more than one of that name. */
export function findOrigin(origin: string, counties: Division[]): { code: string } | { message: string } {
  const found = counties.filter(({ code, name }) => code === origin || name === origin)
  if (found.length === 1) return { code: found[0]!.code }
  return { message: found.length === 0 ? `产地：没有找到区县“${origin}”，请填区县全称或 6 位代码` : `产地：有 ${found.length} 个“${origin}”，请填 6 位代码` }
}
