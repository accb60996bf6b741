"use client"

import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { acceptOrder } from "@/lib/orders/actions"

/** 确认收货: moves the benefit from 预提 to 应付. Asked once more, because it cannot be taken back. */
export function AcceptOrder({ orderId }: { orderId: string }) {
  const { state, busy, form } = useActionForm(acceptOrder, BLANK_FORM)
  if (state.done) return <FormMessage state={state} />
  return (
    <details className="rounded-md border border-leaf/40 bg-white">
      <summary className="flex min-h-12 items-center px-4 font-semibold text-leaf-deep">货收到了？确认收货，农户的钱就能兑付</summary>
      <form {...form} className="grid gap-3 border-t border-line p-4">
        <FormMessage state={state} />
        <input type="hidden" name="order_id" value={orderId} />
        <p className="text-sm text-ink-soft">确认后，这一单的受益从“预提”转为“应付”，不能撤回。如有缺损，请先联系客服。</p>
        <Button type="submit" look="benefit" busy={busy} className="justify-self-start">{busy ? "正在确认…" : "全部收到，确认收货"}</Button>
      </form>
    </details>
  )
}
