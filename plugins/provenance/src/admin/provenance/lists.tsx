import type { DesignationStatus, ProductDossier } from "@fupin/contract/schemas"
import { StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { setDesignationStatus } from "./api"
import { CERTIFICATE_KINDS, day, DESIGNATION_STATUSES, lastDay } from "./words"

type Designation = ProductDossier["designations"][number]

const validity = (from: string, to: string | null) => `${day(from)} 至 ${lastDay(to)}`

function StatusOf({ designation: { status, in_force, valid_from } }: { designation: Designation }) {
  if (in_force) return <StatusBadge color="green">有效</StatusBadge>
  if (status !== "published") return <StatusBadge color={status === "suspended" ? "orange" : "red"}>{DESIGNATION_STATUSES[status]}</StatusBadge>
  return <StatusBadge color="grey">{new Date(valid_from) > new Date() ? "未生效" : "已到期"}</StatusBadge>
}

export function Designations({ productId, rows }: { productId: string; rows: Designation[] }) {
  const prompt = usePrompt()
  const queries = useQueryClient()
  const set = async (row: Designation, status: DesignationStatus, verb: string) => {
    const sure = await prompt({ title: `${verb}认定`, description: `${row.number}：${verb}后立即生效。`, confirmText: verb, cancelText: "取消" })
    if (!sure) return
    try {
      await setDesignationStatus(row.id, status)
      await queries.invalidateQueries({ queryKey: ["provenance", productId] })
    } catch (error) {
      toast.error("没有改成", { description: error instanceof Error ? error.message : "请稍后再试" })
    }
  }
  if (rows.length === 0) return <Text size="small" className="text-ui-fg-subtle px-6 pb-4">还没有认定，商品不带标识销售。</Text>
  return (
    <div className="overflow-x-auto whitespace-nowrap"><Table>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell>{row.number}</Table.Cell>
            <Table.Cell className="text-ui-fg-subtle">{validity(row.valid_from, row.valid_to)}</Table.Cell>
            <Table.Cell><StatusOf designation={row} /></Table.Cell>
            <Table.Cell className="text-right">
              {row.status === "published" && <button type="button" className="txt-small text-ui-fg-interactive" onClick={() => set(row, "suspended", "暂停")}>暂停</button>}
              {row.status === "suspended" && <button type="button" className="txt-small text-ui-fg-interactive" onClick={() => set(row, "published", "恢复")}>恢复</button>}
              {row.status !== "withdrawn" && <button type="button" className="txt-small text-ui-fg-error ml-4" onClick={() => set(row, "withdrawn", "撤销")}>撤销</button>}
            </Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table></div>
  )
}

export function Certificates({ rows }: { rows: ProductDossier["certificates"] }) {
  if (rows.length === 0) return <Text size="small" className="text-ui-fg-subtle px-6 pb-4">还没有证书。</Text>
  return (
    <div className="overflow-x-auto whitespace-nowrap"><Table>
      <Table.Body>
        {rows.map((row) => (
          <Table.Row key={row.id}>
            <Table.Cell className="py-3">
              <Text size="small">{CERTIFICATE_KINDS[row.kind]}</Text>
              <Text size="small" className="text-ui-fg-subtle">{row.file_url ? <a href={row.file_url} target="_blank" rel="noreferrer" className="text-ui-fg-interactive">{row.number}</a> : row.number}</Text>
            </Table.Cell>
            <Table.Cell className="text-ui-fg-subtle py-3"><Text size="small">{row.issuer}</Text><Text size="small">{validity(row.valid_from, row.valid_to)}</Text></Table.Cell>
            <Table.Cell><StatusBadge color={row.in_force ? "green" : "grey"}>{row.in_force ? "有效" : "不在有效期"}</StatusBadge></Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table></div>
  )
}
