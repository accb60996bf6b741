import type { IssuedDocument, IssuedDocumentList } from "@fupin/contract/schemas"
import { Button, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { moment, yuan } from "../../lib/labels"
import { Choice } from "../choice"
import { ReasonDrawer } from "../filing/reason-drawer"
import { ListPage } from "../list-page"

const KIND: Record<IssuedDocument["kind"], string> = { roster: "附件1", evidence: "附件2", bulletin: "通报", statement: "对账单", impact: "年度帮扶证明" }
const STATUS = { valid: "有效", void: "已作废" }

/** Every document that was issued: its files again from what was frozen, and the way to void it. */
export function IssuedList() {
  const [filters, setFilters] = useState({ kind: "", status: "" })
  const [voided, setVoided] = useState<IssuedDocument | null>(null)
  const queries = useQueryClient()
  async function voidDocument(reason: string) {
    await ask(`benefit/papers/${voided!.id}/void`, { reason })
    toast.success(`${voided!.number} 已作废`)
    await queries.invalidateQueries({ queryKey: ["papers"] })
  }
  return (
    <>
      <ListPage<IssuedDocumentList> title="已开具的文件" level="h2" unit="份" path="papers" query={Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""))}
        headings={["编号", "文件", "期间", "状态", "金额", "开具时间", ""]} empty="还没有开具过文件。核对上面的材料后，点“开具”即可冻结编号。"
        controls={<>
          <Choice id="document-kind" label="种类" any="全部" value={filters.kind} options={KIND} onChange={(kind) => setFilters({ ...filters, kind })} />
          <Choice id="document-status" label="状态" any="全部" value={filters.status} options={STATUS} onChange={(status) => setFilters({ ...filters, status })} />
        </>}
        rowsOf={({ documents }) => documents.map((document) => <DocumentRow key={document.id} document={document} onVoid={() => setVoided(document)} />)} />
      {voided && <ReasonDrawer title={`作废 ${voided.number}`} label="作废事由；作废不能撤回，扫码会看到已作废" action="作废" save={voidDocument} onDone={() => setVoided(null)} />}
    </>
  )
}

function DocumentRow({ document, onVoid }: { document: IssuedDocument; onVoid: () => void }) {
  const { id, number, kind, unit_name, title, version, period, status, total_fen, issued_at, void_reason, sha256 } = document
  const file = (format: string) => `/admin/benefit/papers/${id}/file?format=${format}`
  return (
    <Table.Row>
      <Table.Cell><span className="font-mono text-xs">{number}</span><Text size="xsmall" className="text-ui-fg-subtle">第 {version} 版，{sha256.slice(0, 12)}…</Text></Table.Cell>
      <Table.Cell>{KIND[kind]}<Text size="xsmall" className="text-ui-fg-subtle">{unit_name || title}</Text></Table.Cell>
      <Table.Cell>{period}</Table.Cell>
      <Table.Cell><StatusBadge color={status === "valid" ? "green" : "red"}>{STATUS[status]}</StatusBadge>{void_reason && <Text size="xsmall" className="text-ui-fg-subtle max-w-40 truncate" title={void_reason}>{void_reason}</Text>}</Table.Cell>
      <Table.Cell className="text-right font-mono">{yuan(total_fen)}</Table.Cell>
      <Table.Cell>{moment(issued_at)}</Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-1">
          <Button size="small" variant="transparent" asChild><a href={file("pdf")} aria-label={`下载 ${number} 的 PDF`}>PDF</a></Button>
          <Button size="small" variant="transparent" asChild><a href={file("xlsx")} aria-label={`下载 ${number} 的 Excel`}>Excel</a></Button>
          {status === "valid" && <Button size="small" variant="transparent" className="text-ui-fg-error" aria-label={`作废 ${number}`} onClick={onVoid}>作废</Button>}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
