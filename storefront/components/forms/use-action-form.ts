"use client"

import { type FormEvent, startTransition, useActionState, useEffect, useRef } from "react"
import type { FormState } from "@/lib/forms/form-state"

/**
 * A form of a server action that keeps what was typed (the browser does not reset it), takes one submission at a time and puts the
 * cursor into the first field that needs another look, else on the message, also when the form itself is gone by then. Without
 * script it is an ordinary form.
 */
export function useActionForm<S extends FormState>(action: (previous: S, form: FormData) => Promise<S>, initial: Awaited<S>) {
  const [state, act, busy] = useActionState<S, FormData>(action, initial)
  const ref = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (state === initial) return
    const place = ref.current ?? document
    const first = place.querySelector<HTMLElement>("[aria-invalid=true]") ?? place.querySelector<HTMLElement>("[data-form-message]")
    first?.focus()
  }, [state, initial])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    startTransition(() => act(form))
  }
  return { state, busy, form: { ref, action: act, onSubmit, noValidate: true } }
}
