import { MemberLevel } from "@fupin/contract/schemas"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { RegionField } from "../organisations/region-field"
import { SmallForm } from "./small-form"

const fen = (yuan: string): number | null => (yuan.trim() === "" ? null : Math.round(Number(yuan) * 100))

/** What a union of a region spends on each member from a year on; the same region and year again changes it. */
export function LevelForm({ onSaved }: { onSaved: () => unknown }) {
  const [path, setPath] = useState<string[]>([])
  const [texts, setTexts] = useState({ year: today().slice(0, 4), floor: "", cap: "", source: "" })
  const set = (name: keyof typeof texts) => (value: string) => setTexts({ ...texts, [name]: value })
  const save = () => post("member-levels", checked(MemberLevel, { region_code: path.at(-1) ?? "", from_year: Number(texts.year), floor_fen: fen(texts.floor), cap_fen: fen(texts.cap), source: texts.source }))
  const saver = useSaver(save, "人均标准已保存", onSaved)
  const { fields } = saver.faults
  return (
    <SmallForm title="登记或修改人均标准" button="保存人均标准" saver={saver}>
      <RegionField id="level" path={path} fault={fields.region_code} onChange={setPath} />
      <TextField id="level-year" label="从哪一年起" type="number" value={texts.year} fault={fields.from_year} onChange={set("year")} />
      <TextField id="level-floor" label="全年人均不少于（元）" type="number" hint="没有下限可不填" value={texts.floor} fault={fields.floor_fen} onChange={set("floor")} />
      <TextField id="level-cap" label="全年人均不超过（元）" type="number" hint="没有上限可不填" value={texts.cap} fault={fields.cap_fen} onChange={set("cap")} />
      <TextField id="level-source" label="依据" hint="文件名称和文号" value={texts.source} fault={fields.source} onChange={set("source")} />
    </SmallForm>
  )
}
