import type { SheetRow } from "@fupin/benefit/domain/intake/cell"
import { findHeading, isExample, readRow } from "@fupin/benefit/domain/intake/table"
import { readTable } from "@fupin/benefit/intake/read-table"
import { writeTemplate } from "@fupin/benefit/intake/template"
import { refusal } from "@fupin/access"
import type { OutsideList, OutsideRow } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { findOrigin, MAX_OUTSIDE_ROWS, outsideColumns, type OutsideValues, PASTED, pastedRows } from "../domain/spending/outside-list"
import { graph } from "../medusa"
import { unique } from "../reads/plans"

interface ReadLine {
  row: number
  text: string
  values: OutsideValues | null
  faults: string[]
}

/** A pasted list, row by row, each with what it says or what is wrong with it. Writes nothing. Error: intake_too_many_rows. */
export async function readPastedList(container: MedusaContainer, text: string, now: Date): Promise<OutsideList> {
  const columns = outsideColumns(businessDay(now))
  const rows = pastedRows(text)
  const heading = findHeading(rows.slice(0, 1), columns)
  const filled = rows.filter((row) => row.row !== heading?.row && !isExample(row))
  if (filled.length > MAX_OUTSIDE_ROWS) throw refusal("invalid_data", "intake_too_many_rows", `一次最多 ${MAX_OUTSIDE_ROWS} 行，请分几次提交`)
  return answer(container, filled.map((row: SheetRow & { text: string }) => {
    const { values, faults } = readRow(row, heading ?? PASTED, columns)
    return { row: row.row, text: row.text, values, faults: faults.map(({ message }) => message) }
  }))
}

/** The same of a workbook, each good row as text that can be pasted and corrected. Errors: those of `readTable`. */
export async function readListFile(container: MedusaContainer, file: Buffer, now: Date): Promise<OutsideList> {
  const lines: ReadLine[] = []
  for await (const batch of readTable(file, outsideColumns(businessDay(now)), { max_rows: MAX_OUTSIDE_ROWS })) {
    lines.push(...batch.rows.map(({ row, values }) => ({ row, text: textOf(values), values, faults: [] })), ...batch.faults.map(({ row, cell, message }) => ({ row, text: cell, values: null, faults: [message] })))
  }
  return answer(container, lines.sort((one, other) => one.row - other.row))
}

const textOf = ({ paid_on, seller, goods, origin, amount_fen, platform, source }: OutsideValues): string =>
  [paid_on, seller, goods, origin, (amount_fen / 100).toFixed(2), platform === "platform_832" ? "832平台" : "其他渠道", { canteen: "食堂经费", union: "工会经费", personal: "干部职工个人" }[source]].join("\t")

async function answer(container: MedusaContainer, lines: ReadLine[]): Promise<OutsideList> {
  const named = unique(lines.flatMap(({ values }) => (values ? [values.origin] : [])))
  const counties = named.length === 0 ? [] : (await graph<{ code: string; name: string }>(container, "division", ["code", "name"], { $or: [{ code: named }, { name: named }] })).filter(({ code }) => /^\d{6}$/.test(code) && !code.endsWith("00"))
  const rows = lines.map(({ row, text, values, faults }): OutsideRow => {
    if (values === null) return { row, text, entry: null, error: faults.join("；") }
    const { origin, ...entry } = values
    const found = findOrigin(origin, counties)
    return "code" in found ? { row, text, error: null, entry: { ...entry, origin_code: found.code } } : { row, text, entry: null, error: found.message }
  })
  return { rows, faults: rows.filter(({ error }) => error !== null).length, total_fen: rows.reduce((sum, { entry }) => sum + (entry?.amount_fen ?? 0), 0) }
}

/** A workbook to be filled in. */
export async function writeListTemplate(now: Date): Promise<Buffer> {
  return writeTemplate({
    name: "平台外采购清单", notes: ["一行一笔付款；产地填区县全称或 6 位代码；渠道：832平台、其他渠道；经费：食堂经费、工会经费、干部职工个人"], columns: outsideColumns(businessDay(now)),
    example: { 付款日期: "示例 2026-03-05", 卖方: "利川市某茶叶专业合作社", 商品和数量: "利川红 20 盒", 产地: "利川市", 金额: "1280.50", 渠道: "832平台", 经费: "食堂经费" },
    choices: { 渠道: ["832平台", "其他渠道"], 经费: ["食堂经费", "工会经费", "干部职工个人"] },
  })
}
