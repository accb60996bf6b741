import type { ErrorCode } from "@fupin/contract/codes"
import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { type Faults, faultsOf, NO_FAULTS } from "./faults"

/** A small form inside a drawer: saves, says so, or says beside each field what is wrong; `fieldOf` names the field that a refusal is about. */
export function useSaver(save: () => Promise<unknown>, saved: string, onSaved: () => unknown, fieldOf: Partial<Record<ErrorCode, string>> = {}) {
  const [faults, setFaults] = useState<Faults>(NO_FAULTS)
  const [isSaving, setSaving] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      await save()
      setFaults(NO_FAULTS)
      toast.success(saved)
      await onSaved()
    } catch (error) {
      setFaults(faultsOf(error, fieldOf))
    } finally {
      setSaving(false)
    }
  }
  return { faults, isSaving, submit }
}
