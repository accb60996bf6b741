import { ShareRate } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { RegionField } from "../organisations/region-field"
import { SmallForm } from "./small-form"

/** A region's rate from a year on; the same region and year again changes it. No region is the whole country, for whoever looks after all of it. */
export function RateForm({ onSaved }: { onSaved: () => unknown }) {
  const [path, setPath] = useState<string[]>([])
  const [texts, setTexts] = useState({ year: today().slice(0, 4), percent: "", source: "" })
  const save = () => {
    const own: Record<string, string> = texts.percent.trim() === "" ? { rate_bp: "请填写比例" } : {}
    return post("share-rates", checked(ShareRate, { region_code: path.at(-1) ?? "", from_year: Number(texts.year), rate_bp: Math.round(Number(texts.percent) * 100), source: texts.source }, own))
  }
  const saver = useSaver(save, "比例已保存", onSaved)
  const { fields } = saver.faults
  return (
    <SmallForm title="登记或修改比例" button="保存比例" saver={saver}>
      <RegionField path={path} fault={fields.region_code} onChange={setPath} />
      <TextField id="rate-year" label="从哪一年起" type="number" value={texts.year} fault={fields.from_year} onChange={(year) => setTexts({ ...texts, year })} />
      <TextField id="rate-percent" label="比例（%）" type="number" value={texts.percent} fault={fields.rate_bp} onChange={(percent) => setTexts({ ...texts, percent })} />
      <TextField id="rate-source" label="依据" hint="文件名称和文号" value={texts.source} fault={fields.source} onChange={(source) => setTexts({ ...texts, source })} />
    </SmallForm>
  )
}
