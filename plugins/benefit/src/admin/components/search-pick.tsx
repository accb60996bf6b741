import { Input, Label, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { type KeyboardEvent, useEffect, useId, useState } from "react"

export interface Found {
  value: string
  text: string
  /** Where it lies, or what else tells it from others of the same name. */
  note?: string
}

interface SearchPickProps {
  id: string
  label: string
  hint?: string
  required?: boolean
  /** What is chosen; empty is nothing. */
  value: string
  /** Those that fit what is typed, or bear exactly this value. */
  find: (q: string) => Promise<Found[]>
  onChange: (value: string) => void
}

/** Picked by name, never typed as a code: type a part of it, choose with arrows and Enter or with the mouse. */
export function SearchPick({ id, label, hint, required = false, value, find, onChange }: SearchPickProps) {
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [q, setQ] = useState("")
  const [at, setAt] = useState(0)
  useEffect(() => {
    const later = setTimeout(() => { setQ(typed?.trim() ?? ""); setAt(0) }, 200)
    return () => clearTimeout(later)
  }, [typed])
  const held = useQuery({ queryKey: ["pick", label, value], enabled: value !== "", staleTime: 3_600_000, queryFn: async () => (await find(value)).find((one) => one.value === value) ?? { value, text: value } })
  const found = useQuery({ queryKey: ["find", label, q], enabled: typed !== null && q !== "", staleTime: 60_000, queryFn: () => find(q) })
  const options = typed !== null && q !== "" ? (found.data ?? []) : []
  const choose = (one: Found | undefined) => { if (one) { onChange(one.value); setTyped(null); setQ("") } }
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(at + 1, options.length - 1)), ArrowUp: () => setAt(Math.max(at - 1, 0)), Enter: () => choose(options[at]), Escape: () => setTyped(null),
  }
  const press = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || typed === null) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <div className="flex flex-col gap-y-1" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setTyped(null) }}>
      <Label htmlFor={id} size="small" weight="plus">{label}{required ? " *" : ""}</Label>
      <Input id={id} role="combobox" aria-expanded={options.length > 0} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined} aria-required={required} autoComplete="off"
        value={typed ?? textOf(held.data, value)} placeholder={hint} onChange={(event) => { setTyped(event.target.value); if (event.target.value === "") onChange("") }} onKeyDown={press} />
      {found.error && <Text size="small" role="alert" className="text-ui-fg-error">{found.error.message}</Text>}
      {typed !== null && q !== "" && found.data?.length === 0 && <Text size="small" role="status" className="text-ui-fg-subtle">没有找到“{q}”</Text>}
      <ul id={listId} role="listbox" aria-label={label} className={options.length > 0 ? "max-h-60 divide-y overflow-y-auto rounded-lg border" : "hidden"}>
        {options.map((one, index) => (
          <li key={one.value} id={`${listId}-${index}`} role="option" aria-selected={index === at} tabIndex={-1} className="txt-small hover:bg-ui-bg-base-hover aria-selected:bg-ui-bg-base-pressed cursor-pointer px-3 py-2"
            onMouseDown={(event) => { event.preventDefault(); choose(one) }}>
            {one.text}{one.note && <span className="text-ui-fg-subtle">　{one.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const textOf = (held: Found | undefined, value: string): string => (value === "" ? "" : held ? `${held.text}${held.note ? `　${held.note}` : ""}` : "…")
