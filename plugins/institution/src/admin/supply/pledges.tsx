import { type Pledge, PledgeInput } from "@fupin/contract/schemas"
import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ProductSearch } from "../agreements/product-search"
import { get, post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { ListState } from "../lib/states"

/** What a form starts with: nothing, or a pledge whose quantity changes. */
type Start = Pick<Pledge, "variant_id" | "title" | "from_on" | "to_on" | "note"> & { quantity: string }

/** 采收承诺: how much each producer can deliver in which days, beside what is ordered already. */
export function Pledges() {
  const client = useQueryClient()
  const [open, setOpen] = useState<Start | null>(null)
  const list = useQuery({ queryKey: ["institution", "pledges"], queryFn: () => get<{ pledges: Pledge[] }>("pledges") })
  const pledges = list.data?.pledges ?? []
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution"] }) }
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle">某段时间内最多能采收多少；需求超过时按缺货规则分配，截单前告知各单位。</Text>
        <Button size="small" onClick={() => setOpen({ variant_id: "", title: "", from_on: today(), to_on: today(), note: "", quantity: "" })}>登记采收承诺</Button>
      </div>
      <ListState query={list} isEmpty={pledges.length === 0} empty="没有采收承诺，只按库存供货。">
        <Table>
          <Table.Header><Table.Row>{["商品", "时间", "承诺", "已下单", "状态", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {pledges.map((one) => (
              <Table.Row key={one.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{one.title}</Text>{one.note && <Text size="small" className="text-ui-fg-subtle">{one.note}</Text>}</Table.Cell>
                <Table.Cell className="tabular-nums">{one.from_on} 至 {one.to_on}</Table.Cell>
                <Table.Cell className="tabular-nums">{one.quantity}</Table.Cell>
                <Table.Cell className="tabular-nums">{one.promised}</Table.Cell>
                <Table.Cell><StatusBadge color={one.promised >= one.quantity ? "orange" : "green"}>{one.promised >= one.quantity ? "已订满" : `还可供 ${one.quantity - one.promised}`}</StatusBadge></Table.Cell>
                <Table.Cell className="text-right"><Button size="small" variant="transparent" aria-label={`修改 ${one.title} ${one.from_on} 的承诺`} onClick={() => setOpen({ ...one, quantity: String(one.quantity) })}>修改</Button></Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {open && <PledgeForm start={open} onClose={close} />}
    </>
  )
}

/** Product and days name a pledge: they stay once it is there. */
function PledgeForm({ start, onClose }: { start: Start; onClose: (isSaved: boolean) => void }) {
  const [draft, setDraft] = useState(start)
  const isNew = start.variant_id === ""
  const { variant_id, title, from_on, to_on, quantity, note } = draft
  const set = (change: Partial<Start>) => setDraft({ ...draft, ...change })
  const save = async () => post("pledges", checked(PledgeInput, { variant_id, from_on, to_on, note, quantity: quantity.trim() === "" ? Number.NaN : Number(quantity) }, variant_id === "" ? { variant_id: "请先选择商品" } : {}))
  return (
    <FormPanel title={isNew ? "登记采收承诺" : `修改 ${title} 的承诺`} saved="已保存" fieldOf={{ pledge_window_inverted: "to_on", unknown_variant: "variant_id", not_in_your_region: "variant_id" }} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          {isNew && <ProductSearch picked={[variant_id]} fault={faults.variant_id} onPick={(line) => set({ variant_id: line.variant_id, title: `${line.title} ${line.specification}` })} />}
          {isNew && variant_id !== "" && <Text size="small" role="status">已选 {title}</Text>}
          <TextField id="from_on" label="开始日期" type="date" value={from_on} disabled={!isNew} fault={faults.from_on} onChange={(text) => set({ from_on: text })} />
          <TextField id="to_on" label="结束日期（含当天）" type="date" value={to_on} disabled={!isNew} fault={faults.to_on} onChange={(text) => set({ to_on: text })} />
          <TextField id="quantity" label="最多能供（份）" type="number" value={quantity} fault={faults.quantity && "请填写 0 以上的整数"} onChange={(text) => set({ quantity: text })} />
          <TextField id="note" label="说明" value={note} hint="如：雨水多，推迟采收" fault={faults.note} onChange={(text) => set({ note: text })} />
        </>
      )}
    </FormPanel>
  )
}
