import { PreorderOfferInput, ShortageRule } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ProductSearch } from "../agreements/product-search"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { BLANK_OFFER, type OfferDraft, offerInputOf, RULE_NUMBERS, type RuleNumber } from "./draft"

const FIELD_OF = { preorder_not_certified: "variant_id", unknown_variant: "variant_id", unknown_producer: "variant_id", not_in_your_region: "variant_id" } as const
const MAX_INSTALMENTS = 6

/** A new offer: goods, price, days, and the rule that is frozen into every contract. It is a draft until it is opened. */
export function OfferForm({ onClose }: { onClose: (isSaved: boolean) => void }) {
  const [draft, setDraft] = useState<OfferDraft>(BLANK_OFFER)
  const set = (change: Partial<OfferDraft>) => setDraft({ ...draft, ...change })
  const setInstalment = (index: number, change: Partial<OfferDraft["instalments"][number]>) => set({ instalments: draft.instalments.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  const save = async () => post("preorders", checked(PreorderOfferInput, offerInputOf(draft), draft.goods ? {} : { variant_id: "请选择一件认定在有效期内的商品" }))
  return (
    <FormPanel isWide title="新建预购" description="保存后是草稿；开放后采购单位可以认购，约定随合同固定下来。" saved="已保存为草稿" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="title" label="名称" value={draft.title} hint="如：古路秋洋芋预购" fault={faults.title} onChange={(title) => set({ title })} />
          {draft.goods
            ? <div className="flex items-center justify-between rounded-lg border px-4 py-2"><Text size="small" weight="plus">{draft.goods.name}</Text><Button type="button" size="small" variant="transparent" onClick={() => set({ goods: null })}>换一件</Button></div>
            : <ProductSearch picked={[]} hint="按名称查找，只有认定在有效期内的商品才能开预购" fault={faults.variant_id} onPick={({ variant_id, title, specification }) => set({ goods: { variant_id, name: `${title} ${specification}` } })} />}
          <div className="grid gap-5 md:grid-cols-2">
            <TextField id="price_fen" label="每份价格（元）" value={draft.price} fault={faults.price_fen && "请填写大于零的价格"} onChange={(price) => set({ price })} />
            <TextField id="expected_yield" label="预计产量（份）" type="number" value={draft.expected_yield} hint="认购总量以此为限" fault={faults.expected_yield && "请填写份数"} onChange={(expected_yield) => set({ expected_yield })} />
            <TextField id="book_by" label="认购截止" type="date" value={draft.book_by} fault={faults.book_by && "请选择日期"} onChange={(book_by) => set({ book_by })} />
            <TextField id="note" label="说明" value={draft.note} hint="品种、种植方式等，可不填" fault={faults.note} onChange={(note) => set({ note })} />
            <TextField id="harvest_from" label="采收开始" type="date" value={draft.harvest_from} fault={faults.harvest_from && "请选择日期"} onChange={(harvest_from) => set({ harvest_from })} />
            <TextField id="harvest_to" label="采收结束" type="date" value={draft.harvest_to} fault={faults.harvest_to && "请选择日期"} onChange={(harvest_to) => set({ harvest_to })} />
          </div>
          <fieldset className="grid gap-5 rounded-lg border p-4 md:grid-cols-2">
            <legend className="txt-compact-small-plus px-1">约定</legend>
            {(Object.keys(RULE_NUMBERS) as RuleNumber[]).map((name) => (
              <TextField key={name} id={`rule.${name}`} label={RULE_NUMBERS[name]} type="number" value={draft.numbers[name]} fault={faults[`rule.${name}`] && "请填写整数"} onChange={(typed) => set({ numbers: { ...draft.numbers, [name]: typed } })} />
            ))}
            <ChoiceField id="rule.shortage" label="减产时" value={draft.shortage} options={[["pro_rata", "按认购量同比例分配"], ["schools_first", "先满足学校、医院、养老机构"]]} onChange={(shortage) => set({ shortage: ShortageRule.parse(shortage) })} />
          </fieldset>
          {draft.instalments.map((one, index) => (
            <fieldset key={index} className="grid items-start gap-4 rounded-lg border p-4 md:grid-cols-[1fr_1fr_auto]">
              <legend className="txt-compact-small-plus px-1">第 {index + 1} 期</legend>
              <TextField id={`rule.instalments.${index}.due_on`} label="到期日" type="date" value={one.due_on} fault={faults[`rule.instalments.${index}.due_on`] && "请选择日期"} onChange={(due_on) => setInstalment(index, { due_on })} />
              <TextField id={`rule.instalments.${index}.percent`} label="比例（%）" type="number" value={one.percent} fault={faults[`rule.instalments.${index}.percent`] && "请填写 1 至 100"} onChange={(percent) => setInstalment(index, { percent })} />
              <Button type="button" size="small" variant="transparent" className="md:mt-6" onClick={() => set({ instalments: draft.instalments.filter((_, at) => at !== index) })}>移除</Button>
            </fieldset>
          ))}
          {draft.instalments.length < MAX_INSTALMENTS && <Button type="button" size="small" variant="secondary" className="self-start" onClick={() => set({ instalments: [...draft.instalments, { due_on: "", percent: "" }] })}>加一期</Button>}
        </>
      )}
    </FormPanel>
  )
}
