import type { Voucher, VoucherDetail } from "@fupin/contract/schemas"
import { Button, Input, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { messageOf } from "../../lib/voucher-labels"
import { Field } from "../field"

/** More rows than this are not corrected by hand. */
const EDITABLE = 100

/** A new document takes the place of an approved one: amounts as they should be; an empty one falls away. */
export function Correction({ voucher, onMade }: { voucher: VoucherDetail; onMade: (made: Voucher) => void }) {
  const [reason, setReason] = useState("")
  const [amounts, setAmounts] = useState(() => voucher.rows.map(({ amount_fen }) => (amount_fen / 100).toFixed(2)))
  const isLong = voucher.rows.length > EDITABLE
  const areGood = amounts.every((amount) => amount.trim() === "" || (/^\d{1,7}(\.\d{1,2})?$/.test(amount.trim()) && Number(amount) > 0))

  async function make() {
    try {
      const rows = isLong ? [] : voucher.rows.flatMap(({ position }, place) => (amounts[place]!.trim() === "" ? [] : [{ position, amount_fen: Math.round(Number(amounts[place]) * 100) }]))
      const { voucher: made } = await ask<{ voucher: Voucher }>(`benefit/vouchers/${voucher.id}/correct`, { reason, rows })
      toast.success(`已生成更正凭证 ${made.number}，请另一位同事审核`)
      onMade(made)
    } catch (error) {
      toast.error("没有更正", { description: messageOf(error) })
    }
  }

  return (
    <section aria-label="更正" className="flex flex-col gap-y-3 rounded-md border p-4">
      <Text size="small" className="text-ui-fg-subtle">原凭证保留；更正凭证审核后，原入账冲回，按下面的金额重新入账。金额留空的行不再入账，全部留空即整张作废。</Text>
      {isLong && <Text size="small">这份清单超过 {EDITABLE} 行：整张作废，审核后再导入改正的清单。</Text>}
      {!isLong && voucher.rows.map(({ position, household_code, household_name, goods }, place) => (
        <div key={position} className="flex items-center gap-x-2">
          <Text size="small" className="flex-1">{household_code} {household_name} {goods}</Text>
          <Input aria-label={`${household_code} 的金额（元）`} className="w-28" value={amounts[place]} onChange={(event) => setAmounts(amounts.map((amount, index) => (index === place ? event.target.value : amount)))} />
        </div>
      ))}
      <Field id="correction" label="更正事由" value={reason} hint="至少四个字" required onChange={setReason} />
      <Button size="small" variant="danger" disabled={reason.trim().length < 4 || !areGood} onClick={make}>生成更正凭证</Button>
    </section>
  )
}
