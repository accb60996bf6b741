import type { Evidence, Roster } from "@fupin/contract/schemas"
import { Table, Text } from "@medusajs/ui"
import { yuan } from "../../lib/labels"

const SHOWN = 5

/** The first rows as they will be printed, masked. */
export function Preview({ paper }: { paper: Roster | Evidence }) {
  if (paper.rows.length === 0) return <Text size="small" className="text-ui-fg-subtle">这个期间、这个范围里没有记录。</Text>
  const { headings, rows } = "stage" in paper ? rosterCells(paper) : evidenceCells(paper)
  return (
    <div className="overflow-x-auto rounded-md border whitespace-nowrap">
      <Table>
        <Table.Header><Table.Row>{headings.map((heading) => <Table.HeaderCell key={heading} className={heading.includes("金额") ? "text-right" : undefined}>{heading}</Table.HeaderCell>)}</Table.Row></Table.Header>
        <Table.Body>
          {rows.map(({ key, cells }) => (
            <Table.Row key={key}>{cells.map((cell, place) => <Table.Cell key={headings[place]} className={headings[place]!.includes("金额") ? "text-right font-mono" : "max-w-64 truncate"}>{cell}</Table.Cell>)}</Table.Row>
          ))}
        </Table.Body>
      </Table>
      {paper.rows.length > SHOWN && <Text size="xsmall" className="text-ui-fg-subtle px-6 py-2">只预览前 {SHOWN} 行，共 {paper.rows.length} 行。</Text>}
    </div>
  )
}

function rosterCells({ rows }: Roster) {
  return {
    headings: ["姓名", "身份证", "联系方式", "受益金额"],
    rows: rows.slice(0, SHOWN).map(({ household_id, name, id_number, phone, amount_fen }) => ({ key: household_id, cells: [name, id_number ?? "", phone ?? "", yuan(amount_fen)] })),
  }
}

function evidenceCells({ rows }: Evidence) {
  return {
    headings: ["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注"],
    rows: rows.slice(0, SHOWN).map(({ serial, product, seller, buyer, quantity, amount_fen, traded_at, remarks }) => ({ key: String(serial), cells: [String(serial), product, seller, buyer, quantity, yuan(amount_fen), traded_at, remarks] })),
  }
}
