import { fenFromYuan, yuanFromFen } from "@fupin/contract/money"
import { type OfficeOrganisation, type Pair, PairInput, type PairKind } from "@fupin/contract/schemas"
import { useQuery } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { get, post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { RegionField } from "../organisations/region-field"
import { PAIR_KINDS } from "./words"

interface PairFormProps { /** Null: a new one. */ pair: Pair | null; year: number; onClose: (isSaved: boolean) => void }

/** Who helps whom, by which document, and the plan of the year. Both sides name a pair for good. */
export function PairForm({ pair, year, onClose }: PairFormProps) {
  const [kind, setKind] = useState<PairKind>(pair?.kind ?? "east_west")
  const [payerKind, setPayerKind] = useState(pair?.payer.kind ?? "region")
  const [organisationId, setOrganisationId] = useState(pair?.payer.id ?? "")
  const [payerPath, setPayerPath] = useState<string[]>([])
  const [helpedPath, setHelpedPath] = useState<string[]>([])
  const [texts, setTexts] = useState({ document: pair?.document ?? "", since: pair?.since ?? "", ended_on: pair?.ended_on ?? "", target: pair?.target_fen ? String(yuanFromFen(pair.target_fen)) : "" })
  const set = (change: Partial<typeof texts>) => setTexts({ ...texts, ...change })
  const organisations = useQuery({ queryKey: ["institution", "organisations"], queryFn: () => get<{ organisations: OfficeOrganisation[] }>("organisations") })
  const save = async () => {
    const isAmount = texts.target === "" || /^\d{1,9}(\.\d{1,2})?$/.test(texts.target)
    const others = (pair?.targets ?? []).filter((target) => target.year !== year)
    const targets = texts.target === "" || !isAmount ? others : [...others, { year, target_fen: fenFromYuan(texts.target) }]
    const payer = payerKind === "organisation" ? { kind: "organisation" as const, organisation_id: organisationId } : { kind: "region" as const, region_code: pair?.payer.id ?? payerPath.at(-1) ?? "" }
    const input = { kind, payer, helped_code: pair?.helped.code ?? helpedPath.at(-1) ?? "", document: texts.document, since: texts.since, ended_on: texts.ended_on || null, targets }
    return post("pairs", checked(PairInput, input, isAmount ? {} : { target: "请填写金额，如 500000" }))
  }
  return (
    <FormPanel title={pair ? "修改结对" : "登记结对"} description="付款方的采购按产地计入；付款才算，退款扣减。" saved="已保存" onSave={save} onClose={onClose} fieldOf={{ end_before_start: "ended_on", not_in_your_region: "payer", unknown_region: "helped_code", not_found: "payer" }}>
      {(faults) => (
        <>
          <ChoiceField id="kind" label="结对类型" value={kind} disabled={pair !== null} options={Object.entries(PAIR_KINDS)} onChange={(value) => setKind(value as PairKind)} />
          <ChoiceField id="payer" label="付款方" value={payerKind} disabled={pair !== null} fault={faults.payer} options={[["region", "一个区划内的所有单位"], ["organisation", "一个单位"]]} onChange={(value) => setPayerKind(value === "organisation" ? "organisation" : "region")} />
          {payerKind === "organisation" && <ChoiceField id="organisation" label="单位" value={organisationId} disabled={pair !== null} options={(organisations.data?.organisations ?? []).map(({ id, name }) => [id, name] as const)} fault={faults["payer.organisation_id"] && "请选择单位"} onChange={setOrganisationId} />}
          {payerKind === "region" && pair === null && <Place legend="付款方所在区划"><RegionField path={payerPath} fault={faults["payer.region_code"] && "请选择到县（区）"} onChange={setPayerPath} /></Place>}
          {pair === null && <Place legend="帮扶地"><RegionField path={helpedPath} toVillage fault={faults.helped_code && "请选择到县（区、市）"} onChange={setHelpedPath} /></Place>}
          <TextField id="document" label="依据" value={texts.document} hint="文件或协议的名称、文号" fault={faults.document} onChange={(document) => set({ document })} />
          <TextField id="since" label="开始日期" type="date" value={texts.since} fault={faults.since && "请选择开始日期"} onChange={(since) => set({ since })} />
          <TextField id="ended_on" label="结束日期" type="date" value={texts.ended_on} hint="仍在结对则留空" fault={faults.ended_on} onChange={(ended_on) => set({ ended_on })} />
          <TextField id="target" label={`${year} 年计划（元）`} value={texts.target} hint="不考核则留空" fault={faults.target} onChange={(target) => set({ target })} />
        </>
      )}
    </FormPanel>
  )
}

function Place({ legend, children }: { legend: string; children: ReactNode }) {
  return <div className="flex flex-col gap-y-3 rounded-lg border p-4"><span className="txt-compact-small-plus">{legend}</span>{children}</div>
}
