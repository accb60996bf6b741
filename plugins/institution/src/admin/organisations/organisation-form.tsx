import { type OrganisationKind, OrganisationInput } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"
import { KINDS } from "../lib/labels"
import { RegionField } from "./region-field"

const KIND_OPTIONS = Object.entries(KINDS)
/** A county or something in it: a unit lies nowhere wider. */
const COUNTY_LEVEL = /^\d{4}(?!00)/

export function OrganisationForm({ onClose }: { onClose: (isSaved: boolean) => void }) {
  const [texts, setTexts] = useState({ name: "", uscc: "" })
  const [kind, setKind] = useState<OrganisationKind | "">("")
  const [path, setPath] = useState<string[]>([])
  const code = path.at(-1) ?? ""
  const isPlaced = COUNTY_LEVEL.test(code)
  const save = async () => post("organisations", checked(OrganisationInput, { ...texts, kind: kind as OrganisationKind, region_code: isPlaced ? code : "" }))
  return (
    <FormPanel title="登记采购单位" description="登记后须核验，成员才能代表单位下单。" saved="已登记，请核验" onSave={save} onClose={onClose} fieldOf={{ invalid_uscc: "uscc", not_in_your_region: "region_code" }}>
      {(faults) => (
        <>
          <TextField id="name" label="单位名称" value={texts.name} fault={faults.name} onChange={(name) => setTexts({ ...texts, name })} />
          <TextField id="uscc" label="统一社会信用代码" value={texts.uscc} hint="18 位" fault={faults.uscc} onChange={(uscc) => setTexts({ ...texts, uscc })} />
          <ChoiceField id="kind" label="单位类别" value={kind} options={KIND_OPTIONS} fault={faults.kind} onChange={(value) => setKind(value as OrganisationKind)} />
          <RegionField path={path} fault={faults.region_code && !isPlaced ? "请选择到县（区）" : undefined} onChange={setPath} />
          {faults.region_code && isPlaced && <Text size="small" role="alert" className="text-ui-fg-error">{faults.region_code}</Text>}
        </>
      )}
    </FormPanel>
  )
}
