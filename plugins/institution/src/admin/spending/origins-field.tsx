import type { Division } from "@fupin/contract/schemas"
import { XMark } from "@medusajs/icons"
import { Button, IconButton, Input, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { getAdmin, messageOf } from "../lib/client"
import { Field } from "../lib/fields"
import { useLater } from "../lib/later"

export interface Origin { code: string; name: string }

interface OriginsFieldProps { origins: Origin[]; hint: string; fault?: string; onChange: (origins: Origin[]) => void }

/** Places of origin, looked for by name and picked. */
export function OriginsField({ origins, hint, fault, onChange }: OriginsFieldProps) {
  const [text, setText] = useState("")
  const q = useLater(text.trim())
  const { data, error } = useQuery({ queryKey: ["divisions", "find", q], enabled: q !== "", staleTime: 3_600_000, queryFn: () => getAdmin<{ divisions: Division[] }>("provenance/divisions", { q }) })
  const found = q === "" ? undefined : data?.divisions
  return (
    <div className="flex flex-col gap-y-2">
      <Field id="plan-origins" label="限定产地" hint={hint} fault={fault}>
        <Input id="plan-origins" type="search" placeholder="输入名称查找，如：巫溪" autoComplete="off" maxLength={30} aria-invalid={fault !== undefined} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} />
      </Field>
      {error && <Text size="small" role="alert" className="text-ui-fg-error">{messageOf(error)}</Text>}
      {found?.length === 0 && <Text size="small" role="status" className="text-ui-fg-subtle">没有找到“{q}”。</Text>}
      {found && found.length > 0 && (
        <ul className="max-h-60 divide-y overflow-y-auto rounded-lg border">
          {found.map(({ code, name, path = [name] }) => (
            <li key={code} className="flex items-center justify-between gap-3 px-4 py-2">
              <Text size="small">{path.join(" ")}</Text>
              <Button size="small" type="button" variant="transparent" aria-label={`加入 ${path.join(" ")}`} disabled={origins.some((one) => one.code === code)} onClick={() => { onChange([...origins, { code, name: path.join(" ") }]); setText("") }}>加入</Button>
            </li>
          ))}
        </ul>
      )}
      {origins.length > 0 && (
        <ul aria-label="已选产地" className="flex flex-wrap gap-2">
          {origins.map(({ code, name }) => (
            <li key={code} className="bg-ui-bg-subtle txt-small flex items-center gap-x-1 rounded-md border px-2 py-1">{name}<IconButton size="2xsmall" type="button" variant="transparent" aria-label={`去掉 ${name}`} onClick={() => onChange(origins.filter((one) => one.code !== code))}><XMark /></IconButton></li>
          ))}
        </ul>
      )}
    </div>
  )
}
