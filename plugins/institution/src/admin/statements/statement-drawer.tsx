import { quantityText } from "@fupin/contract/codes"
import { fenFromYuan, formatFen } from "@fupin/contract/money"
import type { Statement, StatementLine } from "@fupin/contract/schemas"
import { Button, Drawer, Input, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { get, messageOf, post } from "../lib/client"
import { ListState } from "../lib/states"

/** One statement with its lines; a disputed line gets its amount and the answer. */
export const StatementDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const query = useQuery({ queryKey: ["institution", "statement", id], queryFn: () => get<{ statement: Statement }>(`statements/${id}`) })
  const statement = query.data?.statement
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{statement ? `${statement.number}　¥${formatFen(statement.due_fen)}` : "对账单"}</Drawer.Title></Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <a className="txt-small text-ui-fg-interactive block px-6 py-3" href={`/admin/institution/statements/${id}/paper`} target="_blank" rel="noreferrer">打印对账单（PDF）</a>
          <ListState query={query} isEmpty={statement?.lines.length === 0} empty="没有内容。">
            <ul className="divide-y">
              {statement?.lines.map((line) => (
                <li key={line.id} className="flex flex-col gap-y-2 px-6 py-3">
                  <div className="flex justify-between gap-4"><Text size="small" weight="plus">{line.title} {line.specification}</Text><Text size="small">¥{formatFen(line.due_fen)}</Text></div>
                  <Text size="small" className="text-ui-fg-subtle">{line.delivery_date}　订单 {line.display_id}　{quantityText(line.quantity, line.settle_by)} × ¥{formatFen(line.unit_price_fen)}{line.settle_by === "weight" && "/公斤"}{line.is_late ? "　以前月份" : ""}</Text>
                  {line.dispute && <Text size="small" className="text-ui-fg-error">异议：{line.dispute}</Text>}
                  {line.resolution && <Text size="small">处理：{line.resolution}</Text>}
                  {line.dispute && !line.resolution && <AdjustLine statementId={id} line={line} />}
                </li>
              ))}
            </ul>
          </ListState>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

const AdjustLine = ({ statementId, line }: { statementId: string; line: StatementLine }) => {
  const client = useQueryClient()
  const [yuan, setYuan] = useState(formatFen(line.amount_fen).replaceAll(",", ""))
  const [resolution, setResolution] = useState("")
  const save = useMutation({
    mutationFn: (due_fen: number) => post(`statements/${statementId}/adjust`, { lines: [{ line_id: line.id, due_fen, resolution }] }),
    onSuccess: () => { toast.success("已处理异议"); return client.invalidateQueries({ queryKey: ["institution"] }) },
    onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!/^\d+(\.\d{1,2})?$/.test(yuan.trim()) || resolution.trim().length < 2) return toast.error("请填写金额和处理说明")
    save.mutate(fenFromYuan(yuan.trim()))
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap gap-2">
      <Input aria-label="调整后的金额（元）" inputMode="decimal" value={yuan} onChange={(event) => setYuan(event.target.value)} className="w-28" />
      <Input aria-label="处理说明" placeholder="处理说明" value={resolution} maxLength={200} onChange={(event) => setResolution(event.target.value)} />
      <Button type="submit" size="small" variant="secondary" isLoading={save.isPending}>处理</Button>
    </form>
  )
}
