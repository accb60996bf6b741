import { lotsText } from "@fupin/contract/codes"
import type { PackedGoods, PackedLotsInput } from "@fupin/contract/schemas"
import { Button, Drawer, Heading, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, post } from "./client"
import { useSaver } from "./saver"
import { ListState } from "./states"

type Load = PackedLotsInput["load"]
type Goods = PackedGoods["goods"][number]

/** From which lots the goods of a load are packed, said by staff for whoever has no workbench. */
export function PackedLots({ load }: { load: Load }) {
  const client = useQueryClient()
  const queryKey = ["institution", "packed-lots", load.kind, load.id]
  const read = useQuery({ queryKey, queryFn: () => get<PackedGoods>("packed-lots", { ...load }) })
  const reload = () => client.invalidateQueries({ queryKey: ["institution"] })
  return (
    <section aria-label="装箱批次" className="flex flex-col gap-y-2">
      <Heading level="h3">装箱批次</Heading>
      <ListState query={read} isEmpty={read.data?.goods.length === 0} empty="下单后可以登记批次。">
        <ul className="divide-y border-y">
          {read.data?.goods.map((goods) => <li key={goods.variant_id} className="flex flex-col gap-y-2 py-3"><GoodsLots load={load} goods={goods} isClosed={read.data.is_closed} onSaved={reload} /></li>)}
        </ul>
      </ListState>
      {read.data?.replacements.map(({ id, reason }) => <div key={id} className="mt-4"><Text size="small" className="text-ui-fg-subtle">破损补发：{reason}</Text><PackedLots load={{ kind: "replacement", id }} /></div>)}
    </section>
  )
}

function GoodsLots({ load, goods: { variant_id, title, specification, quantity, lots, choices }, isClosed, onSaved }: { load: Load; goods: Goods; isClosed: boolean; onSaved: () => unknown }) {
  const [chosen, setChosen] = useState(lots.map(({ id }) => id))
  const saver = useSaver(() => post("packed-lots", { load, variant_id, lot_ids: chosen } satisfies PackedLotsInput), "批次已保存", onSaved)
  const offered = [...lots.filter(({ id }) => choices.every((one) => one.id !== id)), ...choices]
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <>
      <Text size="small" weight="plus">{title} {specification} × {quantity}</Text>
      <Text size="small" className="text-ui-fg-subtle break-all">批次：{lotsText(lots) || "还没有选"}</Text>
      {!isClosed && offered.length === 0 && <Text size="small" className="text-ui-fg-subtle">没有可选的批次，请先在商品页登记。</Text>}
      {!isClosed && offered.length > 0 && (
        <form aria-label={`${title} 的批次`} onSubmit={saver.submit} className="flex flex-col gap-y-2">
          {offered.map(({ id, code, made_on, best_before, withdrawn }) => (
            <label key={id} className="txt-small flex items-start gap-2"><input type="checkbox" className="mt-0.5 shrink-0" checked={chosen.includes(id)} onChange={() => toggle(id)} /><span className="min-w-0 flex-1 whitespace-normal break-words">{code} <span className="text-ui-fg-subtle">{made_on} 采收或生产{best_before && `，到 ${best_before}`}{withdrawn !== null && "（已撤回）"}</span></span></label>
          ))}
          {saver.faults.form && <Text size="small" role="alert" className="text-ui-fg-error">{saver.faults.form}</Text>}
          <Button type="submit" size="small" variant="secondary" isLoading={saver.isSaving} className="self-start">保存批次</Button>
        </form>
      )}
    </>
  )
}

/** The same by itself. */
export function PackedLotsDrawer({ load, title, onClose }: { load: Load; title: string; onClose: () => void }) {
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{title}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">登记后印在送货单、签收表和证明材料上，收货人凭批次号可查。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto whitespace-normal"><PackedLots load={load} /></Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
