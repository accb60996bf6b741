import type { HouseholdList, MaskedHousehold } from "@fupin/contract/schemas"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import type { z } from "zod"
import { ask } from "../../lib/ask"
import { Field } from "../field"

/** A household is found by its code, and shown before anything is done to it. */
export function HouseholdField({ id, label, found, onFound }: { id: string; label: string; found: MaskedHousehold | null; onFound: (household: MaskedHousehold | null) => void }) {
  const [code, setCode] = useState(found?.code ?? "")
  const [problem, setProblem] = useState<string | null>(null)
  async function find() {
    setProblem(null)
    try {
      const { households } = await ask<z.infer<typeof HouseholdList>>(`benefit/households?limit=5&q=${encodeURIComponent(code.trim())}`)
      const one = households.find((household) => household.code === code.trim()) ?? null
      onFound(one)
      if (!one) setProblem("没有这个编号的农户")
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-end gap-x-2">
        <div className="flex-1"><Field id={id} label={label} hint="农户编号" value={code} required onChange={(text) => { setCode(text); onFound(null) }} /></div>
        <Button type="button" variant="secondary" disabled={code.trim() === ""} onClick={find}>查找</Button>
      </div>
      {found && <Text size="small" className="text-ui-fg-subtle">{found.code} {found.name}　{found.place}　{found.phone ?? ""}</Text>}
      {problem && <Text size="small" role="alert" className="text-ui-fg-error">{problem}</Text>}
    </div>
  )
}
