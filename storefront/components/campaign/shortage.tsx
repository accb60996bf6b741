"use client"

import type { CampaignShortage } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Choice, ChoiceGroup, Price } from "@/components/ui"
import { remedyShortage } from "@/lib/desk/campaign-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

type ShortPack = CampaignShortage["packs"][number]

/** Packs that cannot be supplied: who is concerned, and what the union can do for them beside waiting. */
export function Shortage({ id, packs }: { id: string; packs: ShortPack[] }) {
  if (packs.length === 0) return null
  return (
    <section aria-labelledby="shortage" className="grid gap-4">
      <h2 id="shortage" className="text-2xl">供不上的礼包</h2>
      <p className="text-sm text-ink-soft">可以等卖方补货后“继续下单”；也可以替有关职工改选同价或更便宜的礼包，或移出本次活动。省下的钱当场退回预算，职工会收到原因。</p>
      {packs.map((pack) => <ShortForm key={`${pack.id} ${pack.members}`} id={id} pack={pack} />)}
    </section>
  )
}

/** First what it would bring, then the same once more to be done. */
function ShortForm({ id, pack }: { id: string; pack: ShortPack }) {
  const { state, busy, form } = useActionForm(remedyShortage, BLANK_FORM)
  const { checked, recipient_ids = "", to_pack_id = "", reason = "" } = state.values
  return (
    <form {...form} className="grid gap-5 rounded-lg border border-vermilion bg-white p-5">
      <div>
        <h3 className="text-lg">{pack.name}　<Price fen={pack.price_fen} /></h3>
        <p className="text-sm">{pack.missing.map(({ title, pieces }) => `${title}缺 ${pieces} 件`).join("，")}；{pack.members} 人选了 {pack.heads} 份，其中 {pack.short_heads} 份供不上。</p>
      </div>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} /><input type="hidden" name="pack_id" value={pack.id} />
      {checked ? (
        <>
          <input type="hidden" name="recipient_ids" value={recipient_ids} /><input type="hidden" name="to_pack_id" value={to_pack_id} /><input type="hidden" name="reason" value={reason} />
          <div className="flex flex-wrap gap-3"><Button type="submit" name="mode" value="save" look="benefit" busy={busy}>确认调整</Button><Button type="submit" name="mode" value="back" look="quiet" busy={busy}>返回修改</Button></div>
        </>
      ) : (
        <>
          <ShortMembers pack={pack} chosen={recipient_ids} error={state.errors.recipient_ids} />
          <ChoiceGroup legend="怎么处理">
            {pack.stand_ins.map((one) => <Choice key={one.id} name="to_pack_id" value={one.id} defaultChecked={one.id === to_pack_id} disabled={one.left === 0} note={<><Price fen={one.price_fen} />{one.left !== null && (one.left === 0 ? "，也没有了" : `，还有 ${one.left} 份`)}</>}>改成“{one.name}”</Choice>)}
            <Choice name="to_pack_id" value="drop" defaultChecked={to_pack_id === "drop"} note="本次不发礼包，可以另行慰问">移出本次活动</Choice>
          </ChoiceGroup>
          {state.errors.to_pack_id && <p className="text-sm text-vermilion-deep">{state.errors.to_pack_id}</p>}
          <TextField name="reason" label="原因（职工会看到）" state={state} maxLength={120} placeholder="例如：茶叶缺货，节前补不上" />
          <Button type="submit" name="mode" value="check" look="secondary" busy={busy} className="justify-self-start">先看影响</Button>
        </>
      )}
    </form>
  )
}

function tickAll(all: HTMLInputElement): void {
  for (const one of all.form?.querySelectorAll<HTMLInputElement>("input[name^='m:']") ?? []) one.checked = all.checked
}

function ShortMembers({ pack, chosen, error }: { pack: ShortPack; chosen: string; error: string | undefined }) {
  const ticked = chosen === "" ? [] : chosen.split(",")
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-semibold">哪些职工{pack.members > pack.recipients.length && `（先列 ${pack.recipients.length} 人，处理后再列其余）`}</legend>
      <label className="flex min-h-11 items-center gap-3 px-3 text-sm"><input type="checkbox" className="size-4 accent-vermilion" onChange={({ currentTarget }) => tickAll(currentTarget)} />全选</label>
      <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-md border border-line">
        {pack.recipients.map((one) => (
          <li key={one.id}>
            <label className="flex min-h-11 flex-wrap items-center gap-3 px-3 py-2">
              <input type="checkbox" name={`m:${one.id}`} defaultChecked={ticked.includes(one.id)} className="size-4 accent-vermilion" />
              <span className="font-semibold">{one.name}</span><span className="figures text-sm text-ink-soft">{one.employee_number}　{one.department}</span>{one.diet === "halal" && <Badge tone="leaf">清真</Badge>}{one.heads > 1 && <Badge>{one.heads} 份</Badge>}
            </label>
          </li>
        ))}
      </ul>
      {error && <p className="text-sm text-vermilion-deep">{error}</p>}
    </fieldset>
  )
}
