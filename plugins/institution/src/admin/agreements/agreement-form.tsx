import type { OfficeOrganisation, Producer, SupplyAgreement } from "@fupin/contract/schemas"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { get, getAdmin, post, Refusal } from "../lib/client"
import { ChoiceField, TextField, WeekdayField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { agreementOf, ANY_PRODUCER, type Draft, draftOf, mergedDraft, withLines } from "./draft"
import { newLineTexts } from "./line-texts"
import { Lines } from "./lines"
import { type IndexValue, seriesOf } from "../supply/months"
import { ProductSearch } from "./product-search"

interface AgreementFormProps { /** Null: a new one. */ agreement: SupplyAgreement | null; onClose: (isSaved: boolean) => void }

const FIELD_OF = {
  agreement_number_taken: "number", not_in_your_region: "organisation_id", end_before_start: "valid_to",
  unknown_producer: "producer_id", not_from_this_producer: "producer_id", unknown_variant: "lines", duplicate_line: "lines", term_band_inverted: "lines", substitute_not_in_agreement: "lines", weighed_not_per_kilogram: "lines",
} as const

/** An agreement with all of its terms. Number and organisation name it for good. */
export function AgreementForm({ agreement, onClose }: AgreementFormProps) {
  const [began, setBegan] = useState<Draft>(() => draftOf(agreement))
  const [draft, setDraft] = useState<Draft>(began)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const organisations = useQuery({ queryKey: ["institution", "organisations"], queryFn: () => get<{ organisations: OfficeOrganisation[] }>("organisations") })
  const producers = useQuery({ queryKey: ["provenance", "producers", "all"], queryFn: () => getAdmin<{ producers: Producer[] }>("provenance/producers", { limit: "100" }) })
  const indices = useQuery({ queryKey: ["institution", "price-indices"], queryFn: () => get<{ price_indices: IndexValue[] }>("price-indices") })
  const series = seriesOf(indices.data?.price_indices ?? [])
  const units = (organisations.data?.organisations ?? []).map(({ id, name }) => [id, name] as const)
  const sellers = [[ANY_PRODUCER, "不限（可含多个经营主体）"] as const, ...(producers.data?.producers ?? []).map(({ id, name }) => [id, name] as const)]
  /** Whoever comes second is told what changed, and keeps what they typed; what they left alone becomes the newest. */
  const save = async () => {
    try {
      return await post("agreements", agreementOf(draft))
    } catch (error) {
      if (!agreement || !(error instanceof Refusal) || error.code !== "changed_meanwhile") throw error
      const newest = draftOf((await get<{ agreement: SupplyAgreement }>(`agreements/${agreement.id}`)).agreement)
      setDraft(mergedDraft(began, draft, newest))
      setBegan(newest)
      throw error
    }
  }
  return (
    <FormPanel isWide title={agreement ? `修改 ${agreement.number}` : "新建定向采购协议"} description="草拟的协议由双方协商，签订后才能下单；签订后条款不能再改。" saved="已保存" fieldOf={FIELD_OF}
      onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
            <TextField id="number" label="协议编号" value={draft.number} disabled={agreement !== null} hint="如 定采〔2026〕004" fault={faults.number} onChange={(number) => set({ number })} />
            <ChoiceField id="organisation_id" label="采购单位" value={draft.organisation_id} disabled={agreement !== null} options={units} fault={faults.organisation_id} onChange={(organisation_id) => set({ organisation_id })} />
            <TextField id="valid_from" label="开始日期" type="date" value={draft.valid_from} fault={faults.valid_from} onChange={(valid_from) => set({ valid_from })} />
            <TextField id="valid_to" label="结束日期（含当天）" type="date" value={draft.valid_to} fault={faults.valid_to} onChange={(valid_to) => set({ valid_to })} />
            <ChoiceField id="producer_id" label="经营主体" value={draft.producer_id} options={sellers} fault={faults.producer_id} onChange={(producer_id) => set({ producer_id })} />
            <TextField id="lead_time_days" label="提前截单天数" type="number" value={draft.lead_time_days} hint="0 至 14；1 表示配送前一天结束时截单" fault={faults.lead_time_days && "请填写 0 至 14 的整数"} onChange={(lead_time_days) => set({ lead_time_days })} />
          </div>
          {agreement === null && <ChoiceField id="stage" label="签订情况" value={draft.stage} options={[["draft", "草拟：双方协商后再签订"], ["signed", "已签订的纸质协议，直接登记"]]} onChange={(stage) => set({ stage: stage === "signed" ? "signed" : "draft" })} />}
          <WeekdayField value={draft.weekdays} fault={faults.weekdays} onChange={(weekdays) => set({ weekdays })} />
          <ProductSearch picked={draft.lines.map(({ variant_id }) => variant_id)} fault={faults.lines} onPick={({ price, ...goods }) => set({ lines: [...draft.lines, { ...goods, texts: newLineTexts(price) }] })} />
          <Lines lines={draft.lines} series={series} faults={faults} onChange={(lines) => set({ lines: withLines(lines) })} />
        </>
      )}
    </FormPanel>
  )
}
