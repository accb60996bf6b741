import type { SettlementDetail, SettlementPayment } from "@fupin/contract/schemas"
import { Button, Checkbox, Drawer, Label, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { yuan } from "../../lib/labels"
import { Field } from "../field"
import { useAct } from "./use-act"

const PAGE = 200

/** Everybody of a cash batch who waits to be said of, however many. */
async function readBatch(settlement_id: string, batch: number): Promise<SettlementPayment[]> {
  const payments: SettlementPayment[] = []
  for (let offset = 0; ; offset += PAGE) {
    const page = await ask<SettlementDetail>(`benefit/settlements/${settlement_id}?method=cash&state=sent&limit=${PAGE}&offset=${offset}`)
    payments.push(...page.payments)
    if (offset + PAGE >= page.count) return payments.filter(({ attempts }) => attempts.at(-1)?.batch === batch)
  }
}

/** Who signed the list, and who did not come: whoever is not ticked is not paid. */
export function CashForm({ settlement_id, batch, onDone }: { settlement_id: string; batch: number; onDone: () => void }) {
  const act = useAct(["settlement"])
  const { data: payments, error } = useQuery({ queryKey: ["settlement", settlement_id, "cash", batch], queryFn: () => readBatch(settlement_id, batch) })
  const [absent, setAbsent] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState("本人未到场领取")
  const toggle = (id: string) => setAbsent((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const record = () => act.mutate({
    run: () => ask(`benefit/settlements/${settlement_id}/cash`, { batch, unpaid: [...absent].map((payment_id) => ({ payment_id, reason: reason.trim() })) }),
    done: ({ paid, failed }: { paid: number; failed: number }) => `已登记：领取 ${paid} 笔，未领 ${failed} 笔`,
  }, { onSuccess: onDone })
  const isReady = payments !== undefined && payments.length > 0 && (absent.size === 0 || reason.trim().length >= 4)
  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>登记第 {batch} 批现金</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-3 overflow-y-auto">
          <Text size="small" className="text-ui-fg-subtle">对照签字的领款表：没有签字的请取消勾选。登记后记入台账，不能撤销，只能登记退回。</Text>
          {error && <Text size="small" role="alert" className="text-ui-fg-error">{error.message}</Text>}
          {!payments && !error && <Skeleton className="h-24 w-full" />}
          {payments?.length === 0 && <Text size="small" className="text-ui-fg-subtle">这一批都已登记。</Text>}
          {payments?.map(({ id, beneficiary, payee_name, amount_fen }) => (
            <div key={id} className="flex items-center gap-x-2">
              <Checkbox id={id} checked={!absent.has(id)} onCheckedChange={() => toggle(id)} />
              <Label htmlFor={id} size="small" className="flex-1">{beneficiary.code} {payee_name}</Label>
              <Text size="small" className="tabular-nums">{yuan(amount_fen)}</Text>
            </div>
          ))}
          {absent.size > 0 && <Field id="absent-reason" label={`${absent.size} 笔未领的原因`} value={reason} required onChange={setReason} />}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onDone}>返回</Button>
          <Button disabled={!isReady} isLoading={act.isPending} onClick={record}>登记领取 {(payments?.length ?? 0) - absent.size} 笔</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
