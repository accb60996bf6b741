import { GroupBuyInput } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ProductSearch } from "../agreements/product-search"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { BLANK, type GroupBuyDraft, inputOf } from "./draft"

const FIELD_OF = { group_buy_not_certified: "variant_id", unknown_variant: "variant_id", unknown_producer: "variant_id", not_in_your_region: "variant_id" } as const
const MAX_TIERS = 5

/** A new group buy: goods, time, ladder, how many. It is a draft until it is opened. */
export function GroupBuyForm({ onClose }: { onClose: (isSaved: boolean) => void }) {
  const [draft, setDraft] = useState<GroupBuyDraft>(BLANK)
  const set = (change: Partial<GroupBuyDraft>) => setDraft({ ...draft, ...change })
  const setTier = (index: number, change: Partial<GroupBuyDraft["tiers"][number]>) => set({ tiers: draft.tiers.map((tier, at) => (at === index ? { ...tier, ...change } : tier)) })
  const save = async () => post("group-buys", checked(GroupBuyInput, inputOf(draft), draft.goods ? {} : { variant_id: "请选择一件认定在有效期内的商品" }))
  return (
    <FormPanel isWide title="新建团购" description="保存后是草稿；开团时按总份数从库存里留出货来。" saved="已保存为草稿" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="title" label="名称" value={draft.title} hint="买家看到的名字，如：古路洋芋开园团" fault={faults.title} onChange={(title) => set({ title })} />
          <TextField id="note" label="说明" value={draft.note} hint="为什么现在拼、什么时候发货" fault={faults.note} onChange={(note) => set({ note })} />
          {draft.goods
            ? <div className="flex items-center justify-between rounded-lg border px-4 py-2"><Text size="small" weight="plus">{draft.goods.name}</Text><Button type="button" size="small" variant="transparent" onClick={() => set({ goods: null })}>换一件</Button></div>
            : <ProductSearch picked={[]} hint="按名称查找，只有认定在有效期内的商品才能开团" fault={faults.variant_id} onPick={({ variant_id, title, specification }) => set({ goods: { variant_id, name: `${title} ${specification}` } })} />}
          <div className="grid gap-5 md:grid-cols-2">
            <TextField id="starts_at" label="开始" type="datetime-local" value={draft.starts_at} hint="北京时间" fault={faults.starts_at && "请填写开始时间"} onChange={(starts_at) => set({ starts_at })} />
            <TextField id="ends_at" label="结束" type="datetime-local" value={draft.ends_at} hint="到时按已付款的总份数定价" fault={faults.ends_at && "请填写结束时间"} onChange={(ends_at) => set({ ends_at })} />
            <TextField id="capacity" label="总份数" type="number" value={draft.capacity} hint="开团时从库存留出" fault={faults.capacity && "请填写份数"} onChange={(capacity) => set({ capacity })} />
            <TextField id="per_buyer_cap" label="每位买家限购" type="number" value={draft.per_buyer_cap} fault={faults.per_buyer_cap && "请填写份数"} onChange={(per_buyer_cap) => set({ per_buyer_cap })} />
          </div>
          <fieldset className="flex flex-col gap-y-3">
            <legend className="txt-compact-small-plus mb-2">价格阶梯：第一级是成团份数，它的价就是参团时先付的价</legend>
            {draft.tiers.map((tier, index) => (
              <div key={index} className="grid grid-cols-2 items-start gap-3 md:grid-cols-[1fr_1fr_auto]">
                <TextField id={`from-${index}`} label={`第 ${index + 1} 级：满多少份`} type="number" value={tier.from_units} fault={faults[`tiers.${index}.from_units`] && "请填写份数"} onChange={(from_units) => setTier(index, { from_units })} />
                <TextField id={`price-${index}`} label="每份（元）" value={tier.price} fault={faults[`tiers.${index}.price_fen`] && "请填写金额，如 39.90"} onChange={(price) => setTier(index, { price })} />
                {draft.tiers.length > 1 && <Button type="button" size="small" variant="transparent" className="md:mt-7" aria-label={`去掉第 ${index + 1} 级`} onClick={() => set({ tiers: draft.tiers.filter((_, at) => at !== index) })}>去掉</Button>}
              </div>
            ))}
            {draft.tiers.length < MAX_TIERS && <Button type="button" size="small" variant="secondary" className="self-start" onClick={() => set({ tiers: [...draft.tiers, { from_units: "", price: "" }] })}>加一级</Button>}
          </fieldset>
        </>
      )}
    </FormPanel>
  )
}
