import { Notice } from "@/components/ui"
import type { FormState } from "@/lib/forms/form-state"

/** The sentence above a form: what went wrong, or that it is done. */
export function FormMessage({ state }: { state: FormState }) {
  if (!state.message) return null
  return <div tabIndex={-1} data-form-message className="focus-visible:outline-none"><Notice tone={state.done ? "good" : "problem"} title={state.message} /></div>
}
