import { type FundSource, type PlanKind, SpendingPlanInput } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { type Origin, OriginsField } from "./origins-field"
import { SmallForm } from "./small-form"

export const PLAN_KINDS: Record<PlanKind, string> = { canteen_share: "食堂预留份额", local: "地方消费帮扶计划", union: "工会慰问", pair: "结对帮扶", floor: "只增不减" }
const SOURCES: [FundSource, string][] = [["canteen", "食堂经费"], ["union", "工会经费"], ["personal", "干部职工个人"]]
/** Whose money a kind of plan usually counts. */
const USUAL: Record<PlanKind, FundSource[]> = { canteen_share: ["canteen"], local: ["canteen", "union"], union: ["union"], pair: ["canteen", "union", "personal"], floor: ["canteen", "union"] }
const fen = (yuan: string): number | null => (yuan.trim() === "" ? null : Math.round(Number(yuan) * 100))

/** A plan of the year; saving one of the same year, kind and title changes it. */
export function PlanForm({ organisationId, onSaved }: { organisationId: string; onSaved: () => unknown }) {
  const [kind, setKind] = useState<PlanKind>("canteen_share")
  const [sources, setSources] = useState<FundSource[]>(USUAL.canteen_share)
  const [texts, setTexts] = useState({ year: today().slice(0, 4), title: PLAN_KINDS.canteen_share, target: "", rate: "", floor: "", cap: "", baseline: "" })
  const [origins, setOrigins] = useState<Origin[]>([])
  const set = (name: keyof typeof texts) => (value: string) => setTexts({ ...texts, [name]: value })
  const saver = useSaver(() => post(`organisations/${organisationId}/spending-plans`, checked(SpendingPlanInput, {
    year: Number(texts.year), kind, title: texts.title, eligible: { platforms: ["here", "platform_832"], sources, origins: origins.map(({ code }) => code) }, target_fen: fen(texts.target),
    rate_bp: texts.rate.trim() === "" ? null : Math.round(Number(texts.rate) * 100), member_floor_fen: fen(texts.floor), member_cap_fen: fen(texts.cap), baseline_fen: fen(texts.baseline),
  })), "计划已保存", onSaved)
  const choose = (value: PlanKind) => {
    setKind(value)
    setSources(USUAL[value])
    setTexts({ ...texts, title: PLAN_KINDS[value] })
  }
  const toggled = (source: FundSource) => (sources.includes(source) ? sources.filter((one) => one !== source) : [...sources, source])
  const { fields } = saver.faults
  return (
    <SmallForm title="登记计划" button="保存计划" saver={saver}>
      <ChoiceField id="plan-kind" label="种类" value={kind} options={Object.entries(PLAN_KINDS)} onChange={(value) => choose(value as PlanKind)} />
      <TextField id="plan-year" label="年度" type="number" value={texts.year} fault={fields.year} onChange={set("year")} />
      <TextField id="plan-title" label="名称" value={texts.title} fault={fields.title} onChange={set("title")} />
      {(kind === "local" || kind === "pair") && <TextField id="plan-target" label="计划金额（元）" type="number" value={texts.target} fault={fields.target_fen} onChange={set("target")} />}
      {kind === "canteen_share" && <TextField id="plan-rate" label="比例（%）" type="number" hint="不填则按所在地区的规定比例" value={texts.rate} fault={fields.rate_bp} onChange={set("rate")} />}
      {kind === "union" && <><TextField id="plan-floor" label="人均不少于（元）" type="number" hint="不填则按所在地区的规定" value={texts.floor} fault={fields.member_floor_fen} onChange={set("floor")} /><TextField id="plan-cap" label="人均不超过（元）" type="number" hint="不填则按所在地区的规定" value={texts.cap} fault={fields.member_cap_fen} onChange={set("cap")} /></>}
      {kind === "floor" && <TextField id="plan-baseline" label="上年金额（元）" type="number" hint="不填则按本平台上年的付款" value={texts.baseline} fault={fields.baseline_fen} onChange={set("baseline")} />}
      <OriginsField origins={origins} hint={kind === "pair" || kind === "floor" ? "必填，可选多个" : "不选则不限产地，可选多个"} fault={fields["eligible.origins"]} onChange={setOrigins} />
      <fieldset className="flex flex-wrap gap-x-4 gap-y-2"><legend className="txt-compact-small-plus mb-1.5">计入的经费</legend>{SOURCES.map(([source, text]) => <label key={source} className="txt-small flex items-center gap-2"><input type="checkbox" checked={sources.includes(source)} onChange={() => setSources(toggled(source))} />{text}</label>)}</fieldset>
    </SmallForm>
  )
}
