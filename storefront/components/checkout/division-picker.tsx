"use client"

import type { Division } from "@fupin/contract/schemas"
import { describedBy, Field, Select } from "@/components/ui"
import { useDivisions } from "./use-divisions"

/** Province, city, county. Counties that hang directly below a province (重庆, 仙桃) need two steps only. */
export function DivisionPicker({ provinces, code, error }: { provinces: Division[]; code: string; error?: string }) {
  const { chosen, lists, choose, failed, reload } = useDivisions(provinces, code)
  const steps = [
    { label: "省（区、市）", list: provinces },
    { label: "市或区县", list: lists.second },
    ...(lists.third === null ? [] : [{ label: "区县", list: lists.third }]),
  ]
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <input type="hidden" name="county_code" value={chosen.result} />
      {steps.map(({ label, list }, index) => {
        const id = `division-${index}`
        const faulty = error && !chosen.steps[index] && (index === 0 || chosen.steps[index - 1])
        return (
          <Field key={label} id={id} label={label} error={faulty ? error : null}>
            <Select id={id} value={chosen.steps[index] ?? ""} disabled={list.length === 0} required aria-invalid={faulty ? true : undefined} aria-describedby={describedBy(id, { error: faulty })}
              onChange={({ target }) => choose(index, target.value)}>
              <option value="">请选择</option>
              {list.map(({ code: value, name }) => <option key={value} value={value}>{name}</option>)}
            </Select>
          </Field>
        )
      })}
      {failed && <p role="alert" className="text-sm text-vermilion-deep sm:col-span-3">没能取来区县列表。<button type="button" onClick={reload} className="link font-semibold">再试一次</button></p>}
    </div>
  )
}
