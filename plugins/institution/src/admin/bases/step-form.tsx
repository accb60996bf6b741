import { BaseStep, type SupplyBase } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

const WORDS = {
  confirm: { title: "确认挂牌", description: "确认已实地核实。确认后在商品页公示，帮扶单位的采购开始计入。", saved: "已确认" },
  decline: { title: "不予通过", description: "单位会看到原因；以后可以重新提出。", saved: "已办理" },
  end: { title: "结束基地", description: "不再公示；已经付款的采购仍计入。结束后不能恢复。", saved: "基地已结束" },
} as const

/** One step of a base, with what it needs to say. */
export function StepForm({ base, step, onClose }: { base: SupplyBase; step: BaseStep["step"]; onClose: (isSaved: boolean) => void }) {
  const [texts, setTexts] = useState({ sign_number: base.sign_number, on: today(), reason: "" })
  const set = (change: Partial<typeof texts>) => setTexts({ ...texts, ...change })
  const { title, description, saved } = WORDS[step]
  const input = { confirm: { step: "confirm" as const, sign_number: texts.sign_number }, decline: { step: "decline" as const, reason: texts.reason }, end: { step: "end" as const, on: texts.on, reason: texts.reason } }[step]
  const save = async () => post(`bases/${base.id}/steps`, checked(BaseStep, input))
  return (
    <FormPanel title={`${title}：${base.name}`} description={description} saved={saved} fieldOf={{ base_end_in_future: "on", end_before_start: "on" }} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          {step === "confirm" && <TextField id="sign_number" label="牌号" value={texts.sign_number} hint="还没有牌号可以留空，以后补填" fault={faults.sign_number} onChange={(sign_number) => set({ sign_number })} />}
          {step === "end" && <TextField id="on" label="结束日期" type="date" value={texts.on} fault={faults.on} onChange={(on) => set({ on })} />}
          {step !== "confirm" && <TextField id="reason" label="原因" value={texts.reason} fault={faults.reason} onChange={(reason) => set({ reason })} />}
        </>
      )}
    </FormPanel>
  )
}
