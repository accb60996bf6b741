import { tonnesText } from "@fupin/contract/codes"
import { type Demand, DemandQuoteInput, type Producer } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ProductSearch } from "../agreements/product-search"
import { getAdmin, post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { Deductions } from "./deductions"
import { BLANK_QUOTE, type QuotedDraft, type QuoteDraft, quotedFrom, quoteOf } from "./quote-draft"

const FIELD_OF = {
  unknown_producer: "producer_id", not_in_your_region: "producer_id", quote_gone: "valid_to", not_from_this_producer: "lines", quote_not_certified: "lines", quote_wrong_origin: "lines", duplicate_line: "lines", unknown_variant: "lines", quote_not_a_kilogram: "lines", quote_tonne_price: "deductions", quote_deductions_unasked: "deductions",
} as const

/** What one producer offers for a demand; saving again takes the place of its earlier quote. */
export function QuoteForm({ demand, onClose }: { demand: Demand; onClose: (isSaved: boolean) => void }) {
  const [draft, setDraft] = useState<QuoteDraft>(BLANK_QUOTE)
  const isBulk = demand.bulk !== null
  const set = (change: Partial<QuoteDraft>) => setDraft({ ...draft, ...change })
  const setLine = (index: number, change: Partial<QuotedDraft>) => set({ lines: draft.lines.map((line, place) => (place === index ? { ...line, ...change } : line)) })
  const producers = useQuery({ queryKey: ["provenance", "producers", "all"], queryFn: () => getAdmin<{ producers: Producer[] }>("provenance/producers", { limit: "100" }) })
  const sellers = (producers.data?.producers ?? []).map(({ id, name }) => [id, name] as const)
  const asked = demand.lines.map(({ name, quantity, unit }, index) => [String(index), `${name} ${demand.bulk ? tonnesText(quantity) : `${quantity} ${unit}`}`] as const)
  const save = async () => post(`demands/${demand.id}/quotes`, checked(DemandQuoteInput, quoteOf(draft, isBulk)))
  return (
    <FormPanel isWide title={`为“${demand.title}”报价`} description="截止前密封，采购单位截止后才能看到；同一经营主体再次报价会取代上一份。" saved="报价已登记" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <ChoiceField id="producer_id" label="经营主体" value={draft.producer_id} options={sellers} fault={faults.producer_id && "请选择您负责区划内的经营主体"} onChange={(producer_id) => set({ producer_id })} />
            <TextField id="valid_to" label="报价有效至" type="date" value={draft.valid_to} hint={`须在报价截止日 ${demand.quote_by} 之后`} fault={faults.valid_to} onChange={(valid_to) => set({ valid_to })} />
          </div>
          {draft.lines.map((line, index) => (
            <fieldset key={line.variant_id} className="grid grid-cols-1 items-start gap-4 rounded-lg border p-4 md:grid-cols-[2fr_1fr_1fr_auto]">
              <legend className="txt-compact-small-plus px-1">{line.title}</legend>
              <ChoiceField id={`lines.${index}.line`} label="对应需求" value={line.line} options={asked} fault={faults[`lines.${index}.line`]} onChange={(value) => setLine(index, { line: value })} />
              <TextField id={`lines.${index}.unit_price_fen`} label={isBulk ? "每吨价格（元）" : "每件价格（元）"} value={line.price} hint={isBulk ? "10 元的整数倍，折合每公斤整分" : undefined} fault={faults[`lines.${index}.unit_price_fen`] && (isBulk ? "请填写 10 元的整数倍，如 2340" : "请填写大于零的价格")} onChange={(price) => setLine(index, { price })} />
              {isBulk ? <Text size="small" className="text-ui-fg-subtle md:mt-8">规格须为 1 公斤</Text> : <TextField id={`lines.${index}.content_milli`} label={`每件含（${demand.lines[Number(line.line)]?.unit ?? ""}）`} value={line.content} fault={faults[`lines.${index}.content_milli`] && "请填写每件含量，如 5"} onChange={(content) => setLine(index, { content })} />}
              <Button size="small" variant="transparent" type="button" className="md:mt-6" aria-label={`移除 ${line.title}`} onClick={() => set({ lines: draft.lines.filter((_, place) => place !== index) })}>移除</Button>
            </fieldset>
          ))}
          <ProductSearch picked={draft.lines.map(({ variant_id }) => variant_id)} fault={faults.lines} onPick={(line) => set({ lines: [...draft.lines, quotedFrom(line, demand, draft.lines)] })} />
          {isBulk && <Deductions deductions={draft.deductions} faults={faults} onChange={(deductions) => set({ deductions })} />}
          <TextField id="note" label="说明" value={draft.note} hint="送货、检测、包装等，可不填" fault={faults.note} onChange={(note) => set({ note })} />
          <Text size="small" className="text-ui-fg-subtle">只能报认定在有效期内、由该经营主体销售的商品{demand.origin && `，产地须在${demand.origin.name}`}。</Text>
        </>
      )}
    </FormPanel>
  )
}
