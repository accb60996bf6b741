import { type ApprovalPolicy, ApprovalPolicyInput, type Member } from "@fupin/contract/schemas"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { post } from "../lib/client"
import { checked, type Faults, faultsOf, NO_FAULTS } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { draftOf, inputOf, newTier, type TierDraft } from "./policy-draft"

const MODES = { none: "无须审批", any: "任一人同意", all: "全部同意" } as const

interface PolicyFormProps { organisationId: string; policy: ApprovalPolicy | null; approvers: Member[]; onSaved: () => unknown }

/** Amount tiers from low to high, the last without a bound; each with who must agree. */
export function PolicyForm({ organisationId, policy, approvers, onSaved }: PolicyFormProps) {
  const [tiers, setTiers] = useState<TierDraft[]>(() => draftOf(policy))
  const [days, setDays] = useState({ request_days: String(policy?.request_days ?? 14), approval_days: String(policy?.approval_days ?? 30) })
  const [faults, setFaults] = useState<Faults>(NO_FAULTS)
  const change = (key: number, to: Partial<TierDraft>) => setTiers(tiers.map((tier) => (tier.key === key ? { ...tier, ...to } : tier)))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await post(`organisations/${organisationId}/approval-policy`, checked(ApprovalPolicyInput, inputOf(tiers, days)))
      setFaults(NO_FAULTS)
      toast.success("审批设置已保存，立即生效")
      await onSaved()
    } catch (error) {
      setFaults(faultsOf(error, {}))
    }
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-y-4">
      <Heading level="h3">审批</Heading>
      <Text size="small" className="text-ui-fg-subtle">{policy ? "修改对尚未下单的采购立即生效。" : "尚未设置：采购无须审批。"}</Text>
      {tiers.map((tier, index) => <Tier key={tier.key} tier={tier} isLast={index === tiers.length - 1} approvers={approvers} onChange={(to) => change(tier.key, to)} onRemove={tiers.length > 1 ? () => setTiers(tiers.filter(({ key }) => key !== tier.key)) : null} />)}
      <Button type="button" size="small" variant="transparent" className="self-start" onClick={() => setTiers([...tiers.slice(0, -1), newTier(), ...tiers.slice(-1)])}>再加一档</Button>
      <div className="grid grid-cols-2 gap-4">
        <TextField id="request-days" label="申请有效（天）" type="number" value={days.request_days} fault={faults.fields.request_days} onChange={(request_days) => setDays({ ...days, request_days })} />
        <TextField id="approval-days" label="同意后有效（天）" type="number" value={days.approval_days} fault={faults.fields.approval_days} onChange={(approval_days) => setDays({ ...days, approval_days })} />
      </div>
      {faults.form && <Text size="small" role="alert" className="text-ui-fg-error">{faults.form}</Text>}
      <Button type="submit" variant="secondary" className="self-start">保存审批设置</Button>
    </form>
  )
}

interface TierProps { tier: TierDraft; isLast: boolean; approvers: Member[]; onChange: (to: Partial<TierDraft>) => void; onRemove: (() => void) | null }

function Tier({ tier: { key, yuan, mode, approvers: chosen }, isLast, approvers, onChange, onRemove }: TierProps) {
  const toggled = (id: string) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="border-ui-border-base flex flex-col gap-y-3 rounded-md border p-4">
      <legend className="sr-only">{isLast ? "最高一档" : `${yuan} 元以内`}</legend>
      {isLast ? <Text size="small" weight="plus">以上各档之外的金额</Text> : <TextField id={`tier-${key}-yuan`} label="金额不超过（元）" type="number" value={yuan} onChange={(text) => onChange({ yuan: text })} />}
      <ChoiceField id={`tier-${key}-mode`} label="要求" value={mode} options={Object.entries(MODES)} onChange={(value) => onChange({ mode: value as TierDraft["mode"] })} />
      {mode !== "none" && (
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {approvers.length === 0 && <Text size="small" className="text-ui-fg-subtle">请先添加并核验审批人员。</Text>}
          {approvers.map(({ customer_id, name, email }) => <label key={customer_id} className="txt-small flex items-center gap-2"><input type="checkbox" checked={chosen.includes(customer_id)} onChange={() => onChange({ approvers: toggled(customer_id) })} />{name || email}</label>)}
        </div>
      )}
      {mode === "any" && chosen.length === 0 && <Text size="small" className="text-ui-fg-subtle">不选人：任何一位审批人员都可以。</Text>}
      {onRemove && <Button type="button" size="small" variant="transparent" className="self-start" onClick={onRemove}>去掉这一档</Button>}
    </fieldset>
  )
}
