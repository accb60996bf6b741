import { PreorderHarvestInput, type PreorderOffer } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

const FIELD_OF = { preorder_harvest_changed: "actual_yield", preorder_second_person: "reason" } as const

/** What was harvested: entered by one, confirmed by another, who types the same figure. */
export function HarvestForm({ offer, act, onClose }: { offer: PreorderOffer; act: PreorderHarvestInput["act"]; onClose: (isSaved: boolean) => void }) {
  const [actual, setActual] = useState("")
  const [reason, setReason] = useState("")
  const save = async () => post(`preorders/${offer.id}/harvest`, checked(PreorderHarvestInput, { act, actual_yield: actual.trim() === "" ? Number.NaN : Number(actual), reason }))
  const isEntry = act === "enter"
  return (
    <FormPanel title={`${isEntry ? "登记" : "复核"}产量：${offer.title}`} description={isEntry ? "由另一位工作人员复核后生效，生效前可以重新登记。" : "请按原始凭证填写；与登记一致才生效，随即按约定分给各单位，不能撤回。"} saved={isEntry ? "已登记，等待复核" : "产量已确认，已分给各单位"} fieldOf={FIELD_OF} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <Text size="small">预计 {offer.expected_yield} 份，已认购 {offer.expected_yield - offer.left} 份</Text>
          <TextField id="actual_yield" label="实际产量（份）" type="number" value={actual} fault={faults.actual_yield} onChange={setActual} />
          <TextField id="reason" label="依据" value={reason} hint="如：合作社过秤单编号" fault={faults.reason} onChange={setReason} />
        </>
      )}
    </FormPanel>
  )
}
