"use client"

import { useState } from "react"
import { TextField } from "@/components/forms/text-field"
import { Button } from "@/components/ui"
import { rowNumbers } from "@/lib/desk/demand-form"
import type { FormState } from "@/lib/forms/form-state"

const MOST = 30

/** What the first line begins with. */
export interface Sought {
  name: string
  quantity: string
}

/** What is sought, a card a product; another one is added below. Empty ones are left out when the form is sent. */
export function DemandLines({ state, sought }: { state: FormState; sought: Sought }) {
  const [rows, setRows] = useState(() => { const held = rowNumbers(state.values); return held.length > 0 ? held : [0, 1] })
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 font-song text-xl font-bold">需要什么</legend>
      {state.errors.lines && <p role="alert" className="text-sm text-vermilion-deep">{state.errors.lines}</p>}
      {rows.map((row, place) => (
        <div key={row} role="group" aria-label={`第 ${place + 1} 种商品`} className="grid gap-4 rounded-lg border border-line bg-white p-4 sm:grid-cols-6">
          <TextField name={`name:${row}`} label="品名" state={state} initial={place === 0 ? sought.name : ""} required={false} maxLength={40} placeholder="大米" fieldClass="sm:col-span-2" />
          <TextField name={`requirement:${row}`} label="等级和规格" state={state} optional maxLength={40} placeholder="一级，当季新米" fieldClass="sm:col-span-4" />
          <TextField name={`quantity:${row}`} label="全期数量" state={state} initial={place === 0 ? sought.quantity : ""} required={false} inputMode="numeric" placeholder="3000" fieldClass="sm:col-span-2" />
          <TextField name={`unit:${row}`} label="单位" state={state} initial={place === 0 && sought.name ? "份" : "千克"} required={false} maxLength={8} fieldClass="sm:col-span-2" />
          <TextField name={`limit:${row}`} label="每单位限价（元）" state={state} optional inputMode="decimal" placeholder="6.80" fieldClass="sm:col-span-2" />
        </div>
      ))}
      {rows.length < MOST && <Button type="button" look="secondary" size="sm" className="justify-self-start" onClick={() => setRows([...rows, Math.max(...rows) + 1])}>再加一种</Button>}
    </fieldset>
  )
}
