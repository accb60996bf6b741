"use client"

import type { DeliveryPoint, Division, PreorderOffer, PreorderPreview } from "@fupin/contract/schemas"
import { useRef, useState } from "react"
import { ExpectedBenefit } from "@/components/cart/expected-benefit"
import { ReasonChoice } from "@/components/checkout/choices"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Price } from "@/components/ui"
import { previewPreorder, savePreorder } from "@/lib/desk/preorder-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { DeliveryPlace } from "./delivery-place"
import { PreorderSteps } from "./preorder-steps"
import { UnitApproval } from "./unit-approval"

interface PreorderFormProps {
  offer: PreorderOffer
  organisationId: string
  /** Names this filling-in: sent twice, it books once. */
  clickId: string
  provinces: Division[]
  points: DeliveryPoint[]
}

type Preview = { kind: "none" } | { kind: "known"; preview: PreorderPreview } | { kind: "refused"; message: string }

const SETTLE_MS = 500

/** 认购: how many and where to; beside it what it comes to, when it is due and what it would bring. */
export function PreorderForm({ offer, organisationId, clickId, provinces, points }: PreorderFormProps) {
  const { state, busy, form } = useActionForm(savePreorder, BLANK_FORM)
  const [preview, setPreview] = useState<Preview>({ kind: "none" })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  const ask = (typed: string) => {
    clearTimeout(timer.current)
    const mine = ++turn.current
    const quantity = Number(typed)
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 9_999) return setPreview({ kind: "none" })
    timer.current = setTimeout(() => void previewPreorder(offer.id, organisationId, quantity).then((answer) => {
      if (mine === turn.current) setPreview("preview" in answer ? { kind: "known", preview: answer.preview } : { kind: "refused", message: answer.message })
    }), SETTLE_MS)
  }
  return (
    <form {...form} className="grid gap-10 lg:grid-cols-[1fr_22rem] lg:gap-14">
      <div className="grid content-start gap-7">
        <h2 className="text-2xl">认购</h2>
        <FormMessage state={state} />
        <input type="hidden" name="offer_id" value={offer.id} />
        <input type="hidden" name="organisation_id" value={organisationId} />
        <input type="hidden" name="idempotency_key" value={clickId} />
        <TextField name="quantity" label="数量（份）" state={state} type="number" inputMode="numeric" min={1} max={Math.min(offer.left, 9_999)} hint={`最多 ${offer.left} 份`} onChange={({ target }) => ask(target.value)} className="figures max-w-48" />
        <DeliveryPlace state={state} delivery={undefined} provinces={provinces} points={points} />
        <ReasonChoice initial={state.values.reason ?? ""} ofUnit />
      </div>
      <aside aria-label="合同" className="lg:sticky lg:top-6 lg:self-start">
        <div className="grid gap-5 rounded-lg border border-line bg-white p-5" aria-live="polite">
          <h2 className="text-lg">合同</h2>
          {preview.kind === "none" && <p className="text-sm text-ink-soft">填好数量，这里会算出合同额、各期预付款和预计受益。</p>}
          {preview.kind === "refused" && <p className="text-sm text-vermilion-deep">{preview.message}</p>}
          {preview.kind === "known" && (
            <>
              <p className="flex items-baseline justify-between"><span className="text-ink-soft">合同额</span><Price fen={preview.preview.total_fen} size="lg" /></p>
              <PreorderSteps steps={preview.preview.steps} />
              <ExpectedBenefit benefit={preview.preview.benefit} after="delivery" />
              <UnitApproval organisationId={organisationId} amountFen={preview.preview.total_fen} />
            </>
          )}
          <Button type="submit" size="lg" wide busy={busy}>{busy ? "正在提交…" : "确认认购"}</Button>
        </div>
      </aside>
    </form>
  )
}
