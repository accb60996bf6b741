import type { Division, OfficeOrganisation } from "@fupin/contract/schemas"
import { ask } from "../lib/ask"
import { type Found, SearchPick } from "./search-pick"

interface PickerProps { id: string; label: string; value: string; hint?: string; required?: boolean; onChange: (value: string) => void }

const LEVEL: Record<Division["level"], string> = { province: "省", city: "市", county: "县", township: "乡镇", village: "村" }

/** A division by its name, with the way to it; of these levels alone, where only they will do. Villages whose name nobody has registered go by their code. */
export function RegionPick({ levels, hint = "输入名称查找，如：巫溪", ...field }: PickerProps & { levels?: Division["level"][] }) {
  const find = async (q: string): Promise<Found[]> => {
    const { divisions } = await ask<{ divisions: Division[] }>(`provenance/divisions?q=${encodeURIComponent(q)}`)
    const fit = divisions.filter(({ level }) => levels === undefined || levels.includes(level))
    const isNameless = /^\d{12}$/.test(q) && (levels === undefined || levels.includes("village")) && !fit.some(({ code }) => code === q)
    return [...fit.map(({ code, name, level, path = [] }) => ({ value: code, text: path.join(" ") || name, note: LEVEL[level] })), ...(isNameless ? [{ value: q, text: `村级代码 ${q}`, note: "名称未登记" }] : [])]
  }
  return <SearchPick {...field} hint={hint} find={find} />
}

/** A buying unit by its name. */
export function UnitPick({ hint = "输入单位名称查找", ...field }: PickerProps) {
  const find = async (q: string): Promise<Found[]> => {
    const { organisations } = await ask<{ organisations: OfficeOrganisation[] }>("institution/organisations")
    return organisations.filter(({ id, name }) => id === q || name.includes(q)).slice(0, 20).map(({ id, name, region_name }) => ({ value: id, text: name, note: region_name }))
  }
  return <SearchPick {...field} hint={hint} find={find} />
}
