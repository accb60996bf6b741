"use client"

import { lotsText } from "@fupin/contract/codes"
import type { PackedLot, PackedLotsInput } from "@fupin/contract/schemas"
import Link from "next/link"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { packLots } from "@/lib/workbench/actions"

interface PackLotsProps {
  load: PackedLotsInput["load"]
  variantId: string
  lots: PackedLot[]
  /** What it could be packed from; null: it cannot be said (any more). */
  choices: PackedLot[] | null
}

/** From which lots goods are packed, said or changed until they are accepted. */
export function PackLots({ load, variantId, lots, choices }: PackLotsProps) {
  const { state, busy, form } = useActionForm(packLots, BLANK_FORM)
  const said = <>批次 <span className="figures font-semibold">{lotsText(lots) || "还没有选"}</span></>
  if (choices === null) return lots.length > 0 ? <p className="text-sm break-all">{said}</p> : null
  const offered = [...lots.filter(({ id }) => choices.every((one) => one.id !== id)), ...choices]
  return (
    <details className="text-sm">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3"><span className="break-all">{said}</span><span className="font-semibold text-leaf">{lots.length > 0 ? "修改" : "选批次"}</span></summary>
      {offered.length === 0
        ? <p className="pb-2">没有可装箱的批次，请先<Link href="/workbench/lots" className="link font-semibold text-leaf">登记批次</Link>。</p>
        : (
          <form {...form} className="grid gap-2 pb-3">
            <FormMessage state={state} />
            <input type="hidden" name="kind" value={load.kind} /><input type="hidden" name="id" value={load.id} /><input type="hidden" name="variant_id" value={variantId} />
            <div className="grid gap-1 sm:grid-cols-2">{offered.map((lot) => <Choice key={lot.id} lot={lot} isChosen={lots.some(({ id }) => id === lot.id)} />)}</div>
            <Button type="submit" look="secondary" busy={busy} className="w-full sm:w-auto sm:justify-self-start">{busy ? "正在保存…" : "保存批次"}</Button>
          </form>
        )}
    </details>
  )
}

const Choice = ({ lot: { id, code, made_on, best_before, withdrawn }, isChosen }: { lot: PackedLot; isChosen: boolean }) => (
  <label className="flex min-h-11 items-center gap-3">
    <input type="checkbox" name="lot" value={id} defaultChecked={isChosen} className="size-5 shrink-0 accent-leaf" />
    <span><span className="figures block">{code}{withdrawn !== null && <span className="text-vermilion-deep">（已撤回）</span>}</span><span className="block text-ink-soft">{made_on} 采收或生产{best_before && `，到 ${best_before}`}</span></span>
  </label>
)
