import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { type Faults, faultsOf, NO_FAULTS } from "./faults"

/** A small form inside a drawer: saves, says so, or says beside each field what is wrong. */
export function useSaver(save: () => Promise<unknown>, saved: string, onSaved: () => unknown) {
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
      setFaults(faultsOf(error, {}))
    } finally {
      setSaving(false)
    }
  }
  return { faults, isSaving, submit }
}
