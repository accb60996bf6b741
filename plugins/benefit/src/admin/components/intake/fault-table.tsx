import type { ImportFault } from "@fupin/contract/schemas"
import { Table, Text } from "@medusajs/ui"

/** What is wrong in a workbook, each with the cell where it stands. */
export function FaultTable({ faults, count }: { faults: ImportFault[]; count: number }) {
  if (count === 0) return null
  return (
    <section aria-label="错误清单" className="flex flex-col gap-y-2">
      <Text size="small" weight="plus" className="text-ui-fg-error">{count} 处错误{count > faults.length ? `（列出前 ${faults.length} 处）` : ""}，请在文件中改正后重新选择</Text>
      <div className="max-h-72 overflow-auto rounded-md border">
        <Table>
          <Table.Header><Table.Row><Table.HeaderCell>单元格</Table.HeaderCell><Table.HeaderCell>错误</Table.HeaderCell></Table.Row></Table.Header>
          <Table.Body>{faults.map(({ cell, message }, place) => <Table.Row key={place}><Table.Cell className="font-mono">{cell}</Table.Cell><Table.Cell className="whitespace-normal">{message}</Table.Cell></Table.Row>)}</Table.Body>
        </Table>
      </div>
    </section>
  )
}
