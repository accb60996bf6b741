import { Button, Drawer, Label, Select, Text } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { Field } from "../field"
import { RegionPick } from "../pickers"
import { useAct } from "./use-act"
import { BEARER } from "./words"

const KINDS = { holds: "暂停发放", successors: "继任领款人", "write-offs": "核销冲回欠款", settings: "冲回抵扣上限" }
const EXPLAINS: Record<keyof typeof KINDS, string> = {
  holds: "疑似冒领等情形先停付；还没送出的款项退回应付，解除须另一人办理。",
  successors: "户主去世或迁离，而继任者不是登记农户时，指定领款人；须另一人批准。由另一登记农户接替的，请在受益农户中办理。",
  "write-offs": "已兑付后退款、无法抵扣的部分，由退款原因的责任方承担；须另一人批准。",
  settings: "已兑付后退款的，从该户以后每次兑付中最多抵扣这个比例；对以后编制的批次生效。",
}
const CAUSES = { death: "去世", move: "迁离" }

/** Something that a second person will decide on. */
export function CaseForm({ onDone }: { onDone: () => void }) {
  const act = useAct(["settlement-cases", "settlements"])
  const [kind, setKind] = useState<keyof typeof KINDS>("holds")
  const [texts, setTexts] = useState({ household_code: "", reason: "", payee_name: "", bank_account: "", amount: "", bearer: "producer", cause: "death", region: "", cap: "30" })
  const field = (name: keyof typeof texts) => ({ id: name, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  const { household_code, reason, payee_name, bank_account, amount, bearer, cause, region, cap } = texts
  const bodies = {
    holds: { household_code, reason },
    successors: { household_code, reason, cause, payee_name, ...(bank_account.trim() ? { bank_account: bank_account.replace(/\s/g, "") } : {}) },
    "write-offs": { household_code, reason, bearer, amount_fen: Math.round(Number(amount) * 100) },
    settings: { region: region.trim(), cap_bp: Math.round(Number(cap) * 100) },
  }
  const isSetting = kind === "settings"
  const isCap = /^(\d{6}|\d{9}|\d{12})?$/.test(region.trim()) && cap.trim() !== "" && Number(cap) >= 0 && Number(cap) <= 100
  const isReady = isSetting ? isCap : household_code.trim() !== "" && reason.trim().length >= 4 && (kind !== "successors" || payee_name.trim() !== "") && (kind !== "write-offs" || Number(amount) > 0)
  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>登记</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Pick id="kind" label="事项" value={kind} options={KINDS} onChange={(value) => setKind(value as keyof typeof KINDS)} />
          <Text size="small" className="text-ui-fg-subtle">{EXPLAINS[kind]}</Text>
          {isSetting && <><RegionPick {...field("region")} label="区划" hint="输入名称查找；留空为一般上限" /><Field {...field("cap")} label="上限（%）" type="number" required /></>}
          {!isSetting && <Field {...field("household_code")} label="农户编号" required />}
          {kind === "successors" && <><Pick {...field("cause")} label="原因" options={CAUSES} /><Field {...field("payee_name")} label="继任领款人姓名" required /><Field {...field("bank_account")} label="银行账号" hint="没有则现金领款" /></>}
          {kind === "write-offs" && <><Field {...field("amount")} label="金额（元）" type="number" required /><Pick {...field("bearer")} label="承担方" options={BEARER} /></>}
          {!isSetting && <Field {...field("reason")} label="事由" hint="至少四个字" required />}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onDone}>取消</Button>
          <Button disabled={!isReady} isLoading={act.isPending} onClick={() => act.mutate({ run: () => ask(`benefit/settlement-${kind}`, bodies[kind]), done: `已登记：${KINDS[kind]}` }, { onSuccess: onDone })}>登记</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Pick({ id, label, value, options, onChange }: { id: string; label: string; value: string; options: Record<string, string>; onChange: (value: string) => void }) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">{label}</Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}><Select.Value /></Select.Trigger>
        <Select.Content>{Object.entries(options).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
      </Select>
    </div>
  )
}
