"use client"

import type { CampaignPack, Recipient } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Select } from "@/components/ui"
import { changeRecipient } from "@/lib/desk/campaign-actions"
import { changeLate } from "@/lib/desk/roster-actions"
import { CHOSEN_BY } from "@/lib/desk/campaign-words"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { LateLeaver } from "./late-forms"

interface RosterListProps { id: string; recipients: Recipient[]; packs: CampaignPack[]; mayChange: boolean; isCollecting: boolean; isLate: boolean }

/** Who gets a pack and which; leavers leave and packs are chosen for those who asked the union to. */
export function RosterList({ id, recipients, packs, mayChange, isCollecting, isLate }: RosterListProps) {
  const { state, busy, form } = useActionForm(changeRecipient, BLANK_FORM)
  const late = useActionForm(changeLate, BLANK_FORM)
  return (
    <div className="grid gap-4">
      <FormMessage state={state} />{!late.state.values.checked && <FormMessage state={late.state} />}
      <ul className="divide-y divide-line border-y border-line">
        {recipients.map((one) => (
          <li key={one.id} className="grid gap-2 py-3 md:grid-cols-[1fr_auto] md:items-start">
            <div>
              <p className="flex flex-wrap items-center gap-2"><span className="font-semibold">{one.name}</span><span className="figures text-sm text-ink-soft">{one.employee_number}　{one.phone}</span>{one.diet === "halal" && <Badge tone="leaf">清真</Badge>}{one.heads > 1 && <Badge>{one.heads} 份</Badge>}{one.left_at && <Badge>已移出</Badge>}</p>
              <p className="text-sm text-ink-soft">{one.department}　{one.pack_id ? `${packs.find((pack) => pack.id === one.pack_id)?.name ?? ""}（${one.chosen_by ? CHOSEN_BY[one.chosen_by] : ""}${one.delivery === "home" ? "，送货到家" : ""}）` : "还没有选"}</p>
            </div>
            {isLate && !one.left_at && one.outcome === null && <LateLeaver id={id} member={one} late={late} />}
            {mayChange && !one.left_at && (
              <form {...form} className="flex flex-wrap items-center gap-2">
                <input type="hidden" name="id" value={id} /><input type="hidden" name="recipient_id" value={one.id} />
                {isCollecting && <><Select name="pack_id" aria-label={`替 ${one.name} 选礼包`} defaultValue={one.pack_id ?? packs[0]?.id} className="min-h-10! py-1!">{packs.map((pack) => <option key={pack.id} value={pack.id}>{pack.name}</option>)}</Select>
                  <Button type="submit" name="change" value="choose" look="secondary" size="sm" busy={busy}>代选</Button></>}
                <Button type="submit" name="change" value="leave" look="quiet" size="sm" busy={busy} aria-label={`把 ${one.name} 移出名册`}>移出</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
