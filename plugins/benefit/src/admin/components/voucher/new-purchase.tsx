import type { Voucher } from "@fupin/contract/schemas"
import { Button, Drawer, Label, Select, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { today } from "../../lib/labels"
import { messageOf, PAYMENT_WAY } from "../../lib/voucher-labels"
import { Field } from "../field"

const EMPTY = { household_code: "", buyer_unit: "", buyer_person: "", goods: "", quantity: "", amount: "", traded_on: "" }
type Texts = typeof EMPTY

/** 工会 or a paired cadre bought from a household outside the shop (R62). */
export function NewPurchase({ onDone }: { onDone: (made: Voucher | null) => void }) {
  const [texts, setTexts] = useState<Texts>(() => ({ ...EMPTY, traded_on: today() }))
  const [way, setWay] = useState("bank_transfer")
  const [isSaving, setSaving] = useState(false)
  const field = (name: keyof Texts) => ({ id: name, value: texts[name], onChange: (value: string) => setTexts({ ...texts, [name]: value }) })
  const fen = /^\d{1,7}(\.\d{1,2})?$/.test(texts.amount.trim()) ? Math.round(Number(texts.amount) * 100) : 0
  const isFilled = fen > 0 && [texts.household_code, texts.buyer_unit, texts.goods, texts.quantity, texts.traded_on].every((text) => text.trim() !== "")

  async function save() {
    setSaving(true)
    try {
      const { household_code, buyer_unit, buyer_person, goods, quantity, traded_on } = texts
      const { voucher } = await ask<{ voucher: Voucher }>("benefit/vouchers", { household_code, buyer_unit, buyer_person: buyer_person.trim() || null, goods, quantity, traded_on, amount_fen: fen, payment_way: way })
      toast.success(`已登记 ${voucher.number}，请打印、签字盖章后上传扫描件`)
      onDone(voucher)
    } catch (error) {
      toast.error("没有登记", { description: messageOf(error) })
    } finally {
      setSaving(false)
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone(null)}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>登记直接采购</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">商城以外向农户直接购买；行政村盖章、农户签字后由另一位同事审核入账。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          <Field {...field("household_code")} label="卖方农户编号" hint="如 WX-GL-0001" required />
          <Field {...field("buyer_unit")} label="采购单位" hint="如 巫溪县总工会" required />
          <Field {...field("buyer_person")} label="结对帮扶人" hint="个人购买时填写" />
          <Field {...field("goods")} label="商品" required />
          <Field {...field("quantity")} label="数量" hint="如 20 斤" required />
          <Field {...field("amount")} label="金额（元）" hint="最多两位小数" required />
          <Field {...field("traded_on")} label="交易日期" type="date" required />
          <div className="flex flex-col gap-y-1">
            <Label htmlFor="payment_way" size="small" weight="plus">付款方式 *</Label>
            <Select value={way} onValueChange={setWay}>
              <Select.Trigger id="payment_way"><Select.Value /></Select.Trigger>
              <Select.Content>{Object.entries(PAYMENT_WAY).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
            </Select>
          </div>
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => onDone(null)}>取消</Button>
          <Button isLoading={isSaving} disabled={!isFilled} onClick={save}>登记</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
