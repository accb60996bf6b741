"use client"

import type { BenefitPreview } from "@fupin/contract/schemas"
import { useEffect, useState } from "react"
import { previewBenefit } from "@/lib/benefit/actions"

interface Choice {
  variantId: string
  quantity: number
}

export interface Expected {
  /** What was answered for the present choice; null while asking or after a refusal. */
  preview: BenefitPreview | null
  problem: string | null
}

const PAUSE_MS = 250

/** Asks the endpoint what the present choice would bring, once the visitor pauses; an answer that comes late is dropped. */
export function usePreview({ variantId, quantity }: Choice, first: Choice & { preview: BenefitPreview }): Expected {
  const [answers, setAnswers] = useState<Record<string, Expected>>({ [keyOf(first)]: { preview: first.preview, problem: null } })
  const key = keyOf({ variantId, quantity })
  const known = answers[key]
  useEffect(() => {
    if (known) return
    const timer = setTimeout(async () => {
      const answer = await previewBenefit(variantId, quantity)
      setAnswers((held) => ({ ...held, [key]: answer.ok ? { preview: answer.preview, problem: null } : { preview: null, problem: answer.message } }))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [known, key, variantId, quantity])
  return known ?? { preview: null, problem: null }
}

function keyOf({ variantId, quantity }: Choice): string {
  return `${variantId} ${quantity}`
}
