import { BASE_UNITS } from "@fupin/contract/codes"
import { BaseInput, type BaseUnit, type OfficeOrganisation, type SupplyBase } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { get, post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { RegionField } from "../organisations/region-field"
import { baseOf, type BaseDraft, BLANK_BASE, draftOf } from "./draft"
import { GrownGoods } from "./grown-goods"

const FIELD_OF = {
  base_name_taken: "name", not_in_your_region: "region_code", unknown_region: "region_code", base_goods_of_others: "product_ids", base_goods_from_elsewhere: "product_ids",
  base_support_overlaps: "supports", base_support_outside_term: "supports", end_before_start: "supports",
} as const

/** What staff keep of a base; its place is picked once. */
export function BaseForm({ base, onClose }: { base: SupplyBase | null; onClose: (isSaved: boolean) => void }) {
  const [draft, setDraft] = useState<BaseDraft>(() => (base ? draftOf(base) : BLANK_BASE))
  const set = (change: Partial<BaseDraft>) => setDraft({ ...draft, ...change })
  const save = async () => post(base ? `bases/${base.id}` : "bases", checked(BaseInput, baseOf(draft, base?.version ?? null)))
  return (
    <FormPanel isWide title={base ? `修改 ${base.name}` : "登记基地"} description="登记后由工作人员实地核实、确认挂牌；确认后才在商品页公示，采购才计入。" saved="已保存" fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="name" label="基地名称" value={draft.name} fault={faults.name} onChange={(name) => set({ name })} />
          {base ? <Text size="small">所在地：{base.region.name}</Text> : <RegionField path={draft.path} toVillage fault={faults.region_code && "请选择到您负责的乡镇或村"} onChange={(path) => set({ path, producer_ids: [], product_ids: [] })} />}
          {faults.region_code && <Text size="small" role="alert" className="text-ui-fg-error">{faults.region_code}</Text>}
          <div className="grid grid-cols-1 gap-4 md:grid-cols-4">
            <TextField id="scale" label="规模" value={draft.scale} fault={faults.scale && "请填写整数，如 300"} onChange={(scale) => set({ scale })} />
            <ChoiceField id="scale_unit" label="单位" value={draft.scale_unit} options={Object.entries(BASE_UNITS)} onChange={(unit) => set({ scale_unit: unit as BaseUnit })} />
            <TextField id="since" label="建立日期" type="date" value={draft.since} fault={faults.since && "请选择建立日期"} onChange={(since) => set({ since })} />
            <TextField id="sign_number" label="牌号" value={draft.sign_number} hint="未挂牌则留空" fault={faults.sign_number} onChange={(sign_number) => set({ sign_number })} />
          </div>
          <GrownGoods region={draft.path.at(-1) ?? ""} draft={draft} faults={faults} onChange={set} />
          <Supports draft={draft} known={base?.supports ?? []} faults={faults} onChange={(supports) => set({ supports })} />
        </>
      )}
    </FormPanel>
  )
}

interface SupportsProps { draft: BaseDraft; known: SupplyBase["supports"]; faults: Record<string, string>; onChange: (supports: BaseDraft["supports"]) => void }

/** Units that support the base, each from when until when. Units of other regions propose themselves. */
function Supports({ draft: { supports, since }, known, faults, onChange }: SupportsProps) {
  const organisations = useQuery({ queryKey: ["institution", "organisations"], queryFn: () => get<{ organisations: OfficeOrganisation[] }>("organisations") })
  const names = new Map([...(organisations.data?.organisations ?? []).map(({ id, name }) => [id, name] as const), ...known.map(({ organisation_id, name }) => [organisation_id, name] as const)])
  const setOne = (index: number, change: Partial<BaseDraft["supports"][number]>) => onChange(supports.map((one, place) => (place === index ? { ...one, ...change } : one)))
  return (
    <fieldset className="flex flex-col gap-y-4 rounded-lg border p-4">
      <legend className="txt-compact-small-plus px-1">帮扶单位</legend>
      {supports.map((support, index) => (
        <div key={index} className="grid grid-cols-1 items-start gap-4 md:grid-cols-[2fr_1fr_1fr_auto]">
          <ChoiceField id={`supports.${index}.organisation_id`} label="单位" value={support.organisation_id} options={[...names]} fault={faults[`supports.${index}.organisation_id`] && "请选择单位"} onChange={(organisation_id) => setOne(index, { organisation_id })} />
          <TextField id={`supports.${index}.since`} label="开始日期" type="date" value={support.since} fault={faults[`supports.${index}.since`] && "请选择日期"} onChange={(day) => setOne(index, { since: day })} />
          <TextField id={`supports.${index}.until`} label="结束日期" type="date" value={support.until} hint="仍在帮扶则留空" fault={faults[`supports.${index}.until`]} onChange={(until) => setOne(index, { until })} />
          <Button size="small" variant="transparent" type="button" className="md:mt-6" aria-label={`移除 ${names.get(support.organisation_id) ?? `第 ${index + 1} 个单位`}`} onClick={() => onChange(supports.filter((_, place) => place !== index))}>移除</Button>
        </div>
      ))}
      {faults.supports && <span role="alert" className="txt-small text-ui-fg-error">{faults.supports}</span>}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" variant="secondary" type="button" onClick={() => onChange([...supports, { organisation_id: "", since, until: "" }])}>加入单位</Button>
        <Text size="small" className="text-ui-fg-subtle">外地单位在采购台自己提出，由您核实。</Text>
      </div>
    </fieldset>
  )
}
