"use client"

import type { CampaignPack, Recipient } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Empty } from "@/components/ui"
import { ParcelFacts, ParcelForms } from "./parcel-forms"
import { handOut, replacePack, saveParcel } from "@/lib/desk/campaign-actions"
import { OUTCOMES } from "@/lib/desk/campaign-words"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** 签收: by the member's code; by proxy with name and reason. */
export function CodeForm({ id }: { id: string }) {
  const { state, busy, form } = useActionForm(handOut, BLANK_FORM)
  return (
    <form key={state.done ? `${state.message}` : "form"} {...form} className="grid gap-4 rounded-lg border-2 border-leaf bg-white p-5">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <TextField name="code" label="领取码" state={state} maxLength={20} autoComplete="off" autoCapitalize="characters" className="figures text-2xl uppercase" placeholder="8 位字母数字" />
      <ProxyFields state={state} />
      <Button type="submit" look="benefit" size="lg" busy={busy} className="justify-self-start">签收</Button>
    </form>
  )
}

function ProxyFields({ state }: { state: typeof BLANK_FORM }) {
  return (
    <details open={state.errors.proxy_reason !== undefined || undefined}>
      <summary className="cursor-pointer text-sm font-semibold">由别人代领</summary>
      <div className="mt-3 grid items-start gap-4 sm:grid-cols-2"><TextField name="proxy_name" label="代领人姓名" state={state} optional maxLength={40} /><TextField name="proxy_reason" label="代领的原因" state={state} optional maxLength={80} placeholder="例如：出差" /></div>
    </details>
  )
}

/** The list: who has theirs and who has not, and what was spoiled. */
export function HandOutList({ id, recipients, packs, empty, isOpen, mayProve, today }: { id: string; recipients: Recipient[]; packs: CampaignPack[]; empty: string; isOpen: boolean; mayProve: boolean; today: string }) {
  const sign = useActionForm(handOut, BLANK_FORM)
  const spoiled = useActionForm(replacePack, BLANK_FORM)
  const proof = useActionForm(saveParcel, BLANK_FORM)
  return (
    <div className="grid gap-4">
      <FormMessage state={sign.state} /><FormMessage state={spoiled.state.errors.reason ? { ...spoiled.state, message: spoiled.state.errors.reason } : spoiled.state} /><FormMessage state={proof.state} />
      {recipients.length === 0 && <Empty title={empty} />}
      <ul className="divide-y divide-line border-y border-line empty:hidden">
        {recipients.map((one) => (
          <li key={one.id} className="grid gap-2 py-3 md:grid-cols-[1fr_auto] md:items-start">
            <div>
              <p className="flex flex-wrap items-center gap-2"><span className="font-semibold">{one.name}</span><span className="figures text-sm text-ink-soft">{one.employee_number}　{one.pickup_code}</span>
                {one.outcome && <Badge tone={one.outcome === "unclaimed" ? "straw" : "leaf"}>{OUTCOMES[one.outcome]}</Badge>}{one.replaced && <Badge tone="vermilion">破损已补发</Badge>}</p>
              <p className="text-sm text-ink-soft">{one.department}　{packs.find((pack) => pack.id === one.pack_id)?.name}{one.heads > 1 && ` × ${one.heads}`}{one.delivery === "home" && "　送货到家"}{one.proxy_name && `　代领：${one.proxy_name}（${one.proxy_reason}）`}</p>
              {one.parcels.length > 0 && <ParcelFacts parcels={one.parcels} />}
              {mayProve && one.outcome === null && one.parcels.length > 0 && <ParcelForms id={id} member={one} today={today} proof={proof} />}
            </div>
            {isOpen && (
              <div className="flex flex-wrap items-start gap-2">
                {!one.outcome && one.delivery !== "home" && <form {...sign.form}><input type="hidden" name="id" value={id} /><input type="hidden" name="recipient_id" value={one.id} /><Button type="submit" look="benefit" size="sm" busy={sign.busy} aria-label={`${one.name} 签收`}>签收</Button></form>}
                {!one.replaced && (
                  <details className="text-sm"><summary className="min-h-10 cursor-pointer py-2">到货破损</summary>
                    <form {...spoiled.form} className="grid gap-2"><input type="hidden" name="id" value={id} /><input type="hidden" name="recipient_id" value={one.id} />
                      <input name="reason" aria-label={`${one.name} 的礼包损坏情况`} placeholder="例如：大米受潮" maxLength={120} className="min-h-10 rounded-md border border-line-strong bg-white px-3" /><Button type="submit" look="secondary" size="sm" busy={spoiled.busy}>补发</Button></form>
                  </details>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
