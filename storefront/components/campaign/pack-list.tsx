"use client"

import type { CampaignPack } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Price } from "@/components/ui"
import { removePack } from "@/lib/desk/campaign-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** The packs with what is in them, how many are taken and, while that matters, left. */
export function PackList({ id, packs, mayChange, isOpen }: { id: string; packs: CampaignPack[]; mayChange: boolean; isOpen: boolean }) {
  const { state, busy, form } = useActionForm(removePack, BLANK_FORM)
  return (
    <div className="grid gap-4">
      <FormMessage state={state} />
      <ul className="grid gap-4 md:grid-cols-2">
        {packs.map(({ id: pack_id, name, price_fen, is_default, is_halal, goods, taken, left }) => (
          <li key={pack_id} className="grid content-start gap-2 rounded-lg border border-line bg-white p-4">
            <p className="flex items-start justify-between gap-3"><span className="font-song text-lg font-bold">{name}</span><Price fen={price_fen} /></p>
            <p className="flex flex-wrap gap-2">{is_default && <Badge tone="straw">默认</Badge>}{is_halal && <Badge tone="leaf">清真</Badge>}{left === 0 && isOpen && <Badge tone="vermilion">已选完</Badge>}</p>
            <ul className="text-sm">{goods.map((one) => <li key={one.variant_id}>{one.title} × {one.quantity}　<span className="text-ink-soft">{one.seller?.name}{one.designation ? `，${one.designation}` : "，认定已失效"}</span></li>)}</ul>
            <div className="flex items-center justify-between text-sm text-ink-soft"><span>已选 {taken} 份{left !== null && isOpen && `，还可选 ${left} 份`}</span>
              {mayChange && <form {...form}><input type="hidden" name="id" value={id} /><input type="hidden" name="pack_name" value={name} /><Button type="submit" look="quiet" size="sm" busy={busy} aria-label={`移除${name}`}>移除</Button></form>}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}
