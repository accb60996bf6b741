import type { VoucherDetail } from "@fupin/contract/schemas"
import { Badge, Button, Drawer, Skeleton, Text, toast, usePrompt } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { yuan } from "../../lib/labels"
import { messageOf, STATE_COLOR, VOUCHER_KIND, VOUCHER_STATE } from "../../lib/voucher-labels"
import { Field } from "../field"
import { Correction } from "./correction"
import { ScanPanel } from "./scan-panel"
import { VoucherFacts } from "./voucher-facts"

type Decision = "approve" | "reject" | "withdraw"
const SAID: Record<Decision, string> = { approve: "已批准并入账", reject: "已退回", withdraw: "已撤回" }

/** One document: what it says, its paper, and what may be done with it. */
export function VoucherDrawer({ id, onDone, onOpen }: { id: string; onDone: () => void; onOpen: (id: string) => void }) {
  const client = useQueryClient()
  const prompt = usePrompt()
  const [reason, setReason] = useState("")
  const [isCorrecting, setCorrecting] = useState(false)
  const { data: voucher, error, refetch } = useQuery({ queryKey: ["vouchers", id], queryFn: async () => (await ask<{ voucher: VoucherDetail }>(`benefit/vouchers/${id}`)).voucher })
  const changed = () => void client.invalidateQueries({ queryKey: ["vouchers"] })

  async function decide(decision: Decision) {
    const question = decision === "approve" ? `批准后 ${yuan(voucher!.total_fen)} 记入受益台账，不能撤销，只能更正。` : `事由：${reason}`
    if (!(await prompt({ title: `${voucher!.number} ${{ approve: "批准入账", reject: "退回", withdraw: "撤回" }[decision]}？`, description: question, confirmText: "确定", cancelText: "取消" }))) return
    try {
      await ask(`benefit/vouchers/${id}/${decision}`, decision === "approve" ? {} : { reason })
      toast.success(SAID[decision])
      setReason("")
      changed()
    } catch (failure) {
      toast.error("没有成功", { description: messageOf(failure) })
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>{voucher ? <span className="flex items-center gap-x-2">{voucher.number} {VOUCHER_KIND[voucher.kind]} <Badge size="2xsmall" className="shrink-0 whitespace-nowrap" color={STATE_COLOR[voucher.state]}>{VOUCHER_STATE[voucher.state]}</Badge></span> : "凭证"}</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          {error && <div role="alert" className="flex items-center justify-between"><Text size="small" className="text-ui-fg-error">{error.message}</Text><Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button></div>}
          {!voucher && !error && <Skeleton className="h-40 w-full" />}
          {voucher && <VoucherFacts voucher={voucher} />}
          {voucher && <ScanPanel voucher={voucher} onChanged={changed} />}
          {voucher?.state === "draft" && <Field id="reason" label="退回或撤回的事由" value={reason} hint="至少四个字" onChange={setReason} />}
          {voucher && isCorrecting && <Correction voucher={voucher} onMade={(made) => { setCorrecting(false); changed(); onOpen(made.id) }} />}
        </Drawer.Body>
        {voucher && <Acts voucher={voucher} hasReason={reason.trim().length >= 4} onDecide={decide} onCorrect={isCorrecting ? undefined : () => setCorrecting(true)} />}
      </Drawer.Content>
    </Drawer>
  )
}

interface ActsProps { voucher: VoucherDetail; hasReason: boolean; onDecide: (decision: Decision) => Promise<void>; onCorrect: (() => void) | undefined }

/** What may be done with it as it stands. Whoever entered it does not approve it. */
function Acts({ voucher: { id, kind, state, rows, scan, created_by }, hasReason, onDecide, onCorrect }: ActsProps) {
  const { data: me } = useQuery({ queryKey: ["me"], queryFn: async () => (await ask<{ user: { id: string } }>("users/me")).user })
  const isOwn = created_by.id === me?.id
  return (
    <Drawer.Footer className="flex-wrap">
      {kind === "direct_purchase" && rows.length > 0 && <Button variant="secondary" asChild><a href={`/admin/benefit/vouchers/${id}/print`} target="_blank" rel="noreferrer">打印凭证</a></Button>}
      {state === "draft" && (
        <>
          <Button variant="secondary" disabled={!hasReason} onClick={() => onDecide("withdraw")}>撤回</Button>
          <Button variant="danger" disabled={!hasReason} onClick={() => onDecide("reject")}>退回</Button>
          <Button disabled={isOwn || !scan} title={isOwn ? "录入人不能审核自己的凭证" : undefined} onClick={() => onDecide("approve")}>{isOwn ? "由另一位同事审核" : "批准入账"}</Button>
        </>
      )}
      {state === "approved" && onCorrect && <Button variant="secondary" onClick={onCorrect}>更正</Button>}
    </Drawer.Footer>
  )
}
