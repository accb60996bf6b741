import type { SettlementDetail } from "@fupin/contract/schemas"
import { Button, Container, Heading, StatusBadge, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { moment, yuan } from "../../lib/labels"
import { ReasonForm } from "./reason-form"
import { useAct } from "./use-act"
import { RUN_STATE } from "./words"

/** What the run is, how far it is, and the next step. */
export function RunHead({ detail: { settlement: run, suspense, left } }: { detail: SettlementDetail }) {
  const prompt = usePrompt()
  const act = useAct(["settlement", "settlements"])
  const [isCancelling, setCancelling] = useState(false)
  const unexplained = suspense.filter(({ explanation }) => explanation === null).length
  const [text, colour] = RUN_STATE[run.state]
  const step = async (path: "submit" | "approve", title: string, description: string, done: string) => {
    if (await prompt({ title, description, confirmText: "确定", cancelText: "返回", variant: "confirmation" })) act.mutate({ run: () => ask(`benefit/settlements/${run.id}/${path}`, {}), done })
  }
  const total = `${run.payments} 笔，共 ${yuan(run.payments_fen)}`
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div>
          <div className="flex items-center gap-x-2"><Heading>{run.region_name} {run.period} 兑付</Heading><StatusBadge color={colour}>{text}</StatusBadge></div>
          <Text size="small" className="text-ui-fg-subtle">{run.number} · 冲回抵扣上限 {run.cap_bp / 100}%</Text>
        </div>
        <div className="flex flex-wrap gap-2">
          {["draft", "submitted"].includes(run.state) && <Button variant="secondary" onClick={() => setCancelling(true)}>取消本批</Button>}
          {run.state === "draft" && <Button isLoading={act.isPending} onClick={() => step("submit", "提交批准？", `${total}。提交后由另一人批准。`, "已提交，请另一人批准")}>提交</Button>}
          {run.state === "submitted" && <Button isLoading={act.isPending} disabled={unexplained > 0} onClick={() => step("approve", `批准 ${total}？`, "批准后可以付款，不能再取消。编制人和提交人不能批准。", "已批准，可以付款")}>批准</Button>}
        </div>
      </div>
      {unexplained > 0 && <Text size="small" role="status" className="text-ui-tag-orange-text px-6 py-3">还有 {unexplained} 项待说明款项没有写明原因，写明后才能批准。</Text>}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 px-6 py-4 sm:grid-cols-4">
        <Figure label="应付合计" value={yuan(run.payments_fen)} note={`${run.payments} 笔`} />
        <Figure label="已付" value={yuan(run.paid_fen)} note={`${run.paid} 笔`} />
        <Figure label="失败 / 退票" value={`${run.failed} / ${run.returned} 笔`} note={run.failed > 0 ? "核对后重付或放弃" : "—"} />
        <Figure label="暂不发放" value={`${left.length} 户`} note={`待说明 ${suspense.length} 项`} />
      </dl>
      {run.payments > 0 && ["paying", "done"].includes(run.state) && <Progress paid={run.paid} of={run.payments} />}
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        编制 {moment(run.prepared.at)}{run.submitted && ` · 提交 ${moment(run.submitted.at)}`}{run.approved && ` · 批准 ${moment(run.approved.at)}`}{run.done_at && ` · 完成 ${moment(run.done_at)}`}
        {run.cancelled && ` · 取消 ${moment(run.cancelled.at)}：${run.cancel_reason ?? ""}`}
      </Text>
      {isCancelling && <ReasonForm title={`取消 ${run.number}？`} explains="其中的款项全部退回应付，可以重新编制。" hint="账号还需核对" action="取消本批" isBusy={act.isPending} onDone={() => setCancelling(false)}
        onReason={(reason) => act.mutate({ run: () => ask(`benefit/settlements/${run.id}/cancel`, { reason }), done: "已取消" }, { onSuccess: () => setCancelling(false) })} />}
    </Container>
  )
}

function Figure({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <div>
      <dt className="txt-small text-ui-fg-subtle">{label}</dt>
      <dd className="txt-compact-medium-plus mt-1 tabular-nums">{value}<span className="txt-small text-ui-fg-subtle block font-normal">{note}</span></dd>
    </div>
  )
}

function Progress({ paid, of }: { paid: number; of: number }) {
  return (
    <div role="progressbar" aria-label="已付进度" aria-valuemin={0} aria-valuemax={of} aria-valuenow={paid} className="px-6 py-3">
      <div className="bg-ui-bg-component h-1.5 overflow-hidden rounded-full"><div className="bg-ui-tag-green-icon h-full" style={{ width: `${(paid / of) * 100}%` }} /></div>
    </div>
  )
}
