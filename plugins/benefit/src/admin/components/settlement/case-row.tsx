import type { SettlementHold } from "@fupin/contract/schemas"
import { Badge, Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { ReasonForm } from "./reason-form"
import { useAct } from "./use-act"

interface CaseAct { label: string; path: string; explains: string; body?: object; needsReason?: boolean }
interface CaseRowProps { beneficiary: SettlementHold["beneficiary"]; what: string; detail: string; state: string; isOpen: boolean; acts: CaseAct[] }

/** One hold, successor or write-off, and what a second person may decide. */
export function CaseRow({ beneficiary, what, detail, state, isOpen, acts }: CaseRowProps) {
  const act = useAct(["settlement-cases", "settlements"])
  const prompt = usePrompt()
  const [asked, setAsked] = useState<CaseAct | null>(null)
  const run = ({ path, label, body = {} }: CaseAct, more: object = {}) => act.mutate({ run: () => ask(`benefit/${path}`, { ...body, ...more }), done: `已办理：${label}` })
  const start = async (one: CaseAct) => {
    if (one.needsReason) setAsked(one)
    else if (await prompt({ title: `${beneficiary.code} ${one.label}？`, description: one.explains, confirmText: one.label, cancelText: "返回", variant: "confirmation" })) run(one)
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-3">
      <div>
        <Text size="small"><span className="font-medium">{beneficiary.code} {beneficiary.name}</span>　{what} <Badge size="2xsmall" color={isOpen ? "orange" : "grey"}>{state}</Badge></Text>
        <Text size="xsmall" className="text-ui-fg-subtle">{detail}</Text>
      </div>
      {isOpen && <div className="flex gap-2">{acts.map((one) => <Button key={one.label} size="small" variant="secondary" disabled={act.isPending} onClick={() => start(one)}>{one.label}</Button>)}</div>}
      {asked && <ReasonForm title={`${beneficiary.code} ${asked.label}？`} explains={asked.explains} hint="已核实为本人" action={asked.label} isBusy={act.isPending} onDone={() => setAsked(null)} onReason={(reason) => { run(asked, { reason }); setAsked(null) }} />}
    </div>
  )
}
