import { REGIONAL_HOLIDAYS } from "@fupin/contract/codes"
import { type RegionalHoliday, RegionalHolidayInput } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { RegionField } from "../organisations/region-field"
import { SmallForm } from "./small-form"

const FIELD_OF = { not_in_your_region: "region_code", unknown_region: "region_code", holiday_year_differs: "from_on", date_in_the_past: "from_on", holiday_begun: "from_on", holiday_too_long: "to_on", end_before_start: "to_on" } as const

/** Days off of a region for one holiday and year; the same again changes them until they begin. */
export function DaysOffForm({ onSaved }: { onSaved: () => unknown }) {
  const [path, setPath] = useState<string[]>([])
  const [holiday, setHoliday] = useState<RegionalHoliday>("eid_al_fitr")
  const [texts, setTexts] = useState({ year: today().slice(0, 4), from_on: "", to_on: "", document: "" })
  const set = (name: keyof typeof texts) => (value: string) => setTexts({ ...texts, [name]: value })
  const { year, ...rest } = texts
  const saver = useSaver(() => post("regional-holidays", checked(RegionalHolidayInput, { ...rest, region_code: path.at(-1) ?? "", holiday, year: Number(year) })), "放假安排已保存", onSaved, FIELD_OF)
  const { fields } = saver.faults
  return (
    <SmallForm title="登记或修改放假安排" button="保存放假安排" saver={saver}>
      <RegionField id="days-off" path={path} fault={fields.region_code} onChange={setPath} />
      {path.length > 0 && fields.region_code && <span role="alert" className="txt-small text-ui-fg-error">{fields.region_code}</span>}
      <ChoiceField id="days-off-holiday" label="节日" value={holiday} options={Object.entries(REGIONAL_HOLIDAYS)} onChange={(value) => setHoliday(value as RegionalHoliday)} />
      <TextField id="days-off-year" label="年份" type="number" value={year} fault={fields.year} onChange={set("year")} />
      <TextField id="days-off-from" label="从哪天起放假" type="date" value={texts.from_on} fault={fields.from_on} onChange={set("from_on")} />
      <TextField id="days-off-to" label="到哪天止" type="date" value={texts.to_on} fault={fields.to_on} onChange={set("to_on")} />
      <TextField id="days-off-document" label="依据" hint="放假通知的名称和文号" value={texts.document} fault={fields.document} onChange={set("document")} />
    </SmallForm>
  )
}
