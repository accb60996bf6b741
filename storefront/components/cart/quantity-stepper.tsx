"use client"

import { startTransition, useActionState, useEffect, useRef, useState } from "react"
import { Icon, type IconName } from "@/components/ui"
import { setQuantity } from "@/lib/cart/actions"

const SETTLE_MS = 350

/** − 3 ＋, or typed. Quick presses are sent as one. */
export function QuantityStepper({ variantId, quantity, title }: { variantId: string; quantity: number; title: string }) {
  const [answer, act, busy] = useActionState(setQuantity, null)
  const [wanted, setWanted] = useState(String(quantity))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => setWanted(String(quantity)), [quantity, answer])
  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (value: string) => {
    const form = new FormData()
    form.set("variant_id", variantId)
    form.set("quantity", value)
    startTransition(() => act(form))
  }
  const ask = (value: string, wait = SETTLE_MS) => {
    setWanted(value)
    clearTimeout(timer.current)
    if (value !== "" && value !== String(quantity)) timer.current = setTimeout(() => send(value), wait)
  }
  const step = (by: number) => ask(String(Math.min(Math.max((Number(wanted) || quantity) + by, 1), 9999)))

  return (
    <form action={act} className="grid gap-1" aria-busy={busy}>
      <input type="hidden" name="variant_id" value={variantId} />
      <div className="inline-flex w-fit items-stretch rounded-md border border-line-strong bg-white">
        <StepButton icon="minus" label={`减少一份${title}`} disabled={Number(wanted) <= 1} onClick={() => step(-1)} />
        <input name="quantity" inputMode="numeric" pattern="[0-9]{1,4}" aria-label={`${title}的数量`} value={wanted} maxLength={4}
          onChange={({ target }) => ask(target.value.replace(/\D/g, ""), 900)} onBlur={() => wanted === "" && setWanted(String(quantity))}
          className="figures min-h-11 w-12 border-x border-line bg-transparent text-center text-base" />
        <StepButton icon="plus" label={`增加一份${title}`} disabled={Number(wanted) >= 9999} onClick={() => step(1)} />
      </div>
      {answer && !answer.ok && <p role="alert" className="text-sm text-vermilion-deep">{answer.message}</p>}
    </form>
  )
}

function StepButton({ icon, label, disabled, onClick }: { icon: IconName; label: string; disabled: boolean; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} disabled={disabled} onClick={onClick} className="grid min-h-11 w-11 place-items-center rounded-md hover:bg-paper-deep disabled:text-line-strong">
      <Icon name={icon} />
    </button>
  )
}
