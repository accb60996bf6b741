import type { HouseholdList, LinkageRule, MaskedHousehold } from "@fupin/contract/schemas"
import { Button, Drawer, Input, Label, Select, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import type { z } from "zod"
import { ask } from "../lib/ask"
import { SHARE, today } from "../lib/labels"
import { Field } from "./field"
import { ProducerField } from "./producer-field"

type Kind = LinkageRule["share"]["kind"]
interface Member { household: MaskedHousehold; weight: number }
const UNIT: Record<Kind, string> = { direct_sale: "平台服务费（%）", revenue_share: "分成比例（%）", profit_share: "分成比例（%）", per_unit: "每件金额（元）" }

/** A draft of one agreement with one rule for everything the producer sells; someone else approves it. */
export function LinkageForm({ onDone }: { onDone: (changed: boolean) => void }) {
  const [texts, setTexts] = useState({ number: "", title: "", producer_id: "", valid_from: today(), figure: "", cost: "", code: "" })
  const [kind, setKind] = useState<Kind>("revenue_share")
  const [members, setMembers] = useState<Member[]>([])
  const field = (name: keyof typeof texts) => ({ id: name, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  const failed = (error: unknown) => toast.error("没有保存", { description: error instanceof Error ? error.message : String(error) })

  async function addMember() {
    const { households } = await ask<z.infer<typeof HouseholdList>>(`benefit/households?limit=5&q=${encodeURIComponent(texts.code)}`)
    const found = households.find(({ code }) => code === texts.code.trim())
    if (!found) throw new Error("没有这个编号的农户")
    if (!members.some(({ household }) => household.id === found.id)) setMembers([...members, { household: found, weight: 1 }])
    setTexts({ ...texts, code: "" })
  }

  async function save() {
    const from = `${texts.valid_from}T00:00:00+08:00`
    await ask("benefit/linkages", {
      number: texts.number, title: texts.title, producer_id: texts.producer_id, valid_from: from,
      rules: [{ target: { kind: "all" }, share: shareOf(kind, texts.figure, texts.cost) }],
      members: members.map(({ household, weight }) => ({ beneficiary_id: household.id, weight, from })),
    })
    toast.success("已存为草稿，请另一位同事批准")
    onDone(true)
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone(false)}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>拟定利益联结协议</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Field {...field("number")} label="协议编号" required />
          <Field {...field("title")} label="名称" required />
          <ProducerField value={texts.producer_id} onChange={(producer_id) => setTexts({ ...texts, producer_id })} />
          <Field {...field("valid_from")} label="生效日期" type="date" required />
          <div className="flex flex-col gap-y-1">
            <Label size="small" weight="plus">分享方式</Label>
            <Select value={kind} onValueChange={(value) => setKind(value as Kind)}>
              <Select.Trigger><Select.Value /></Select.Trigger>
              <Select.Content>{Object.entries(SHARE).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
            </Select>
          </div>
          <Field {...field("figure")} label={UNIT[kind]} type="number" required />
          {kind === "profit_share" && <Field {...field("cost")} label="约定成本（元/件）" type="number" required />}
          <div className="flex items-end gap-x-2">
            <div className="flex-1"><Field {...field("code")} label="受益农户编号" /></div>
            <Button variant="secondary" onClick={() => addMember().catch(failed)}>加入</Button>
          </div>
          {members.map(({ household, weight }) => (
            <div key={household.id} className="flex items-center gap-x-2">
              <Text size="small" className="flex-1">{household.code} {household.name} {household.place}</Text>
              <Input type="number" min={1} aria-label={`${household.code} 的份额`} className="w-20" value={weight}
                onChange={(event) => setMembers(members.map((member) => (member.household.id === household.id ? { ...member, weight: Number(event.target.value) } : member)))} />
              <Button size="small" variant="transparent" onClick={() => setMembers(members.filter((member) => member.household.id !== household.id))}>移除</Button>
            </div>
          ))}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => onDone(false)}>取消</Button>
          <Button onClick={() => save().catch(failed)}>存为草稿</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

/** Percent and yuan as typed, to basis points and fen. */
function shareOf(kind: Kind, figure: string, cost: string): LinkageRule["share"] {
  const hundredths = Math.round(Number(figure) * 100)
  switch (kind) {
    case "direct_sale": return { kind, fee_bp: hundredths }
    case "revenue_share": return { kind, bp: hundredths }
    case "profit_share": return { kind, bp: hundredths, unit_cost_fen: Math.round(Number(cost) * 100) }
    case "per_unit": return { kind, fen: hundredths }
  }
}
