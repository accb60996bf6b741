import { type OfficeOrganisation, type OrganisationKind, OrganisationInput } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
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

interface OrganisationFormProps { /** Null: a new one. */ organisation: OfficeOrganisation | null; onClose: (isSaved: boolean) => void }

/** Its 统一社会信用代码 names an organisation for good; the rest can be put right. */
export function OrganisationForm({ organisation, onClose }: OrganisationFormProps) {
  const [texts, setTexts] = useState({ name: organisation?.name ?? "", uscc: organisation?.uscc ?? "" })
  const [kind, setKind] = useState<OrganisationKind | "">(organisation?.kind ?? "")
  const [isMoving, setMoving] = useState(organisation === null)
  const [path, setPath] = useState<string[]>([])
  const code = isMoving || !organisation ? (path.at(-1) ?? "") : organisation.region_code
  const isPlaced = COUNTY_LEVEL.test(code)
  const save = async () => post("organisations", checked(OrganisationInput, { ...texts, kind: kind as OrganisationKind, region_code: isPlaced ? code : "" }))
  return (
    <FormPanel title={organisation ? `修改 ${organisation.name}` : "登记采购单位"} description={organisation ? "修改立即生效；核验状态与成员不变。" : "登记后须核验，成员才能代表单位下单。"}
      saved={organisation ? "已保存" : "已登记，请核验"} onSave={save} onClose={onClose} fieldOf={{ invalid_uscc: "uscc", not_in_your_region: "region_code" }}>
      {(faults) => (
        <>
          <TextField id="name" label="单位名称" value={texts.name} fault={faults.name} onChange={(name) => setTexts({ ...texts, name })} />
          <TextField id="uscc" label="统一社会信用代码" value={texts.uscc} disabled={organisation !== null} hint={organisation ? "登记后不能更改" : "18 位"} fault={faults.uscc} onChange={(uscc) => setTexts({ ...texts, uscc })} />
          <ChoiceField id="kind" label="单位类别" value={kind} options={KIND_OPTIONS} fault={faults.kind && "请选择单位类别"} onChange={(value) => setKind(value as OrganisationKind)} />
          {isMoving
            ? <RegionField path={path} fault={faults.region_code && !isPlaced ? "请选择到县（区）" : undefined} onChange={setPath} />
            : <div className="flex items-center justify-between gap-4"><Text size="small"><span className="text-ui-fg-subtle">所在地 </span>{organisation?.region_name}</Text><Button type="button" size="small" variant="secondary" onClick={() => setMoving(true)}>更改所在地</Button></div>}
          {faults.region_code && isPlaced && <Text size="small" role="alert" className="text-ui-fg-error">{faults.region_code}</Text>}
        </>
      )}
    </FormPanel>
  )
}
