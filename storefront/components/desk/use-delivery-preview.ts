"use client"

import type { DeliveryPreview } from "@fupin/contract/schemas"
import { type RefObject, useCallback, useEffect, useRef, useState } from "react"
import { previewDelivery } from "@/lib/desk/actions"

export type PreviewState = { kind: "empty" } | { kind: "asking"; last: DeliveryPreview | null } | { kind: "known"; preview: DeliveryPreview } | { kind: "refused"; message: string }

const SETTLE_MS = 500

/** Asks the backend, a moment after the last change of a quantity, what one delivery would cost and bring. */
export function useDeliveryPreview(agreementId: string, form: RefObject<HTMLFormElement | null>) {
  const [preview, setPreview] = useState<PreviewState>({ kind: "empty" })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef("")
  const turn = useRef(0)

  const onQuantities = useCallback(() => {
    if (!form.current) return
    const lines = linesOf(new FormData(form.current))
    const question = JSON.stringify(lines)
    if (question === asked.current) return
    asked.current = question
    clearTimeout(timer.current)
    const mine = ++turn.current
    if (lines.length === 0) return setPreview({ kind: "empty" })
    setPreview((held) => ({ kind: "asking", last: held.kind === "known" ? held.preview : null }))
    timer.current = setTimeout(() => void previewDelivery(agreementId, lines).then((answer) => {
      if (mine === turn.current) setPreview("preview" in answer ? { kind: "known", preview: answer.preview } : { kind: "refused", message: answer.message })
    }), SETTLE_MS)
  }, [agreementId, form])

  useEffect(() => {
    onQuantities()
    return () => clearTimeout(timer.current)
  }, [onQuantities])
  return { preview, onQuantities }
}

function linesOf(form: FormData): { variant_id: string; quantity: number }[] {
  return [...form.entries()].flatMap(([name, text]) => {
    const quantity = Number(text)
    return name.startsWith("q:") && Number.isInteger(quantity) && quantity > 0 && quantity <= 9999 ? [{ variant_id: name.slice(2), quantity }] : []
  })
}
