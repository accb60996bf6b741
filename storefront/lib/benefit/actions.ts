"use server"

import { type BenefitPreview, BenefitPreviewInput } from "@fupin/contract/schemas"
import { ApiError, getBenefitPreview } from "@/lib/api"

export type PreviewAnswer = { ok: true; preview: BenefitPreview } | { ok: false; message: string }

/** What so many of a variant would bring; the ledger's rules run behind the endpoint. A refusal comes back as its sentence. */
export async function previewBenefit(variantId: string, quantity: number): Promise<PreviewAnswer> {
  const input = BenefitPreviewInput.safeParse({ items: [{ variant_id: variantId, quantity }] })
  if (!input.success) return { ok: false, message: "数量应为 1 到 9999 之间的整数" }
  try {
    return { ok: true, preview: await getBenefitPreview(input.data.items) }
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, message: error.message }
    throw error
  }
}
