import { type DonationRecipientKind, DonationRecipientInput, type OfficeDonationRecipient } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { RegionField } from "../organisations/region-field"
import { RECIPIENT_KINDS } from "./labels"

const TEXTS = { name: "单位名称", detail: "详细地址", contact: "收货人", phone: "收货电话", need: "需要什么" } as const
const HINTS: Partial<Record<keyof typeof TEXTS, string>> = { contact: "如：后勤处；捐赠人会看到", phone: "单位对外公开的电话；捐赠人会看到", need: "如：大米、食用油，约 300 名师生" }

interface RecipientFormProps { /** Null: a new one. */ recipient: OfficeDonationRecipient | null; onClose: (isSaved: boolean) => void }

/** Name and county are what a unit is found again by: they stay. */
export function RecipientForm({ recipient, onClose }: RecipientFormProps) {
  const [texts, setTexts] = useState(() => Object.fromEntries(Object.keys(TEXTS).map((name) => [name, recipient?.[name as keyof typeof TEXTS] ?? ""])) as Record<keyof typeof TEXTS, string>)
  const [kind, setKind] = useState<DonationRecipientKind | "">(recipient?.kind ?? "")
  const [path, setPath] = useState<string[]>([])
  const county_code = recipient?.county_code ?? (path.at(-1) ?? "").slice(0, 6)
  const save = async () => post("donation-recipients", checked(DonationRecipientInput, { ...texts, kind: kind as DonationRecipientKind, county_code }))
  return (
    <FormPanel title={recipient ? `修改 ${recipient.name}` : "登记受赠单位"} description="登记后出现在结算页的“爱心捐赠”里，买家可以把货直接捐给它。" saved="已保存" onSave={save} onClose={onClose} fieldOf={{ not_in_your_region: "county_code", unknown_region: "county_code" }}>
      {(faults) => (
        <>
          <ChoiceField id="kind" label="单位类别" value={kind} options={Object.entries(RECIPIENT_KINDS)} fault={faults.kind && "请选择单位类别"} onChange={(value) => setKind(value as DonationRecipientKind)} />
          {(Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((name) => (
            <TextField key={name} id={name} label={TEXTS[name]} value={texts[name]} hint={HINTS[name]} disabled={name === "name" && recipient !== null} fault={faults[name]} onChange={(text) => setTexts({ ...texts, [name]: text })} />
          ))}
          {recipient === null && <RegionField path={path} fault={faults.county_code && "请选择到县（区）"} onChange={setPath} />}
        </>
      )}
    </FormPanel>
  )
}
