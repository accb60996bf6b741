import type { Lot } from "@fupin/contract/schemas"
import { StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { withdrawLot } from "./api"
import { FormDrawer, TextField } from "./fields"

function StateOf({ lot: { withdrawn, expired } }: { lot: Lot }) {
  if (withdrawn !== null) return <StatusBadge color="red">已撤回</StatusBadge>
  return <StatusBadge color={expired ? "grey" : "green"}>{expired ? "已过保质期" : "可装箱"}</StatusBadge>
}

/** Its packages are out there: whoever looks the code up is told from now on, so it asks why. */
function WithdrawDrawer({ lot: { id, code, product_id } }: { lot: Lot }) {
  const [reason, setReason] = useState("")
  return (
    <FormDrawer title={`撤回批次 ${code}`} trigger="撤回" ready={reason.trim().length >= 4} productId={product_id} onSave={() => withdrawLot(id, reason.trim())}>
      <Text size="small" className="text-ui-fg-subtle">撤回后不能再装箱，按批次号验真会显示已撤销，不能恢复；登记有误的请撤回后重新登记。</Text>
      <TextField id={`withdraw-${id}`} label="原因" value={reason} onChange={setReason} hint="至少四个字" />
    </FormDrawer>
  )
}

export function Lots({ rows }: { rows: Lot[] }) {
  if (rows.length === 0) return <Text size="small" className="text-ui-fg-subtle px-6 pb-4">还没有批次。登记后，送货单、装箱单和验真页上能看到。</Text>
  return (
    <div className="overflow-x-auto whitespace-nowrap"><Table>
      <Table.Body>
        {rows.map((lot) => (
          <Table.Row key={lot.id}>
            <Table.Cell className="py-3"><Text size="small">{lot.code}</Text><Text size="small" className="text-ui-fg-subtle">{[lot.mark && `自编批号 ${lot.mark}`, lot.entered_as === "producer" ? "经营主体登记" : "工作人员登记"].filter(Boolean).join("　")}</Text></Table.Cell>
            <Table.Cell className="text-ui-fg-subtle py-3"><Text size="small">{lot.made_on} 采收或生产</Text><Text size="small">{lot.best_before === null ? "无保质期" : `保质期到 ${lot.best_before}`}{lot.report && `　${lot.report}`}</Text></Table.Cell>
            <Table.Cell><StateOf lot={lot} />{lot.withdrawn !== null && <Text size="small" className="text-ui-fg-subtle">{lot.withdrawn}</Text>}</Table.Cell>
            <Table.Cell className="text-right">{lot.withdrawn === null && <WithdrawDrawer lot={lot} />}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table></div>
  )
}
