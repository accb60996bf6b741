"use client"

import type { GroupBuyPart } from "@fupin/contract/schemas"
import Link from "next/link"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Picture } from "@/components/ui"
import { leaveGroupBuy } from "@/lib/group-buy/actions"
import { groupState, moneySentence, partState } from "@/lib/group-buy/words"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { TimeLeft } from "./time-left"

/** One of my parts: how far the group buy is, what became of my money, and the way out while it is open. */
export function PartCard({ part, now }: { part: GroupBuyPart; now: number }) {
  const { state, form, busy } = useActionForm(leaveGroupBuy, BLANK_FORM)
  const { group_buy: group } = part
  const { text, tone } = partState(part.state)
  const sentence = moneySentence(part)
  return (
    <li className="grid gap-3 rounded-lg border border-line bg-white p-4 sm:p-5">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span className="figures">{part.display_id === null ? "还没有下单" : `订单号 ${part.display_id}`}{part.organisation_name && `　${part.organisation_name}`}</span><Badge tone={tone}>{text}</Badge>
      </p>
      <div className="grid grid-cols-[4rem_1fr] items-center gap-4">
        <Picture src={group.thumbnail} alt="" sizes="4rem" className="rounded-sm" />
        <p className="min-w-0"><Link href={`/group-buys/${group.id}`} className="font-semibold hover:text-vermilion-deep hover:underline">{group.title}</Link><span className="block text-sm text-ink-soft">{group.product_title} {group.specification} × {part.quantity}</span></p>
      </div>
      <p className="text-sm">
        {group.can_join
          ? <>共 <span className="figures font-semibold">{group.units}</span> 份{group.next ? `，再有 ${group.next.missing} 份${group.price_now_fen === null ? "成团" : "降一级"}` : "，已到最低价"}，还剩 <TimeLeft until={group.ends_at} from={now} /></>
          : groupState(group, now).text}
        {sentence && <span className="block text-ink-soft">{sentence}</span>}
      </p>
      <FormMessage state={state} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        {part.order_id && <Link href={`/account/orders/${part.order_id}`} className="link py-1.5">看订单</Link>}
        {part.order_id && part.paid_fen > part.refunded_fen && <Link href={`/orders/${part.order_id}`} className="link py-1.5 font-semibold text-leaf">看受益凭据</Link>}
        {part.organisation_name && part.state === "settled" && <Link href={`/desk/payments?show=group_buy&about=${group.id}#invoices`} className="link py-1.5">申请发票</Link>}
        {part.can_leave && <form {...form} className="ml-auto"><input type="hidden" name="part_id" value={part.id} /><Button type="submit" look="secondary" size="sm" busy={busy}>退出并退款</Button></form>}
      </div>
    </li>
  )
}
