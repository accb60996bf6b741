import type { FilingDetail } from "@fupin/contract/schemas"
import { Button, toast, usePrompt } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { moment, yuan } from "../../lib/labels"
import { ReasonDrawer } from "./reason-drawer"

/** Submit, return, accept: each says what it means before it is done. */
export function Steps({ detail: { filing, may, checklist, contents }, onChanged }: { detail: FilingDetail; onChanged: () => void }) {
  const prompt = usePrompt()
  const [isReturning, setReturning] = useState(false)
  const { id, unit_name, period, version, state } = filing
  const step = useMutation({
    mutationFn: ({ act }: { act: "submit" | "accept"; done: string }) => ask(`benefit/filings/${id}/${act}`, { version }),
    onSuccess: (_answer, { done }) => { toast.success(done); onChanged() },
    onError: (error) => { toast.error("没有办理", { description: error.message }); onChanged() },
  })
  const open = checklist.filter((item) => item.state === "open").length
  async function submit() {
    const isSure = await prompt({ title: `报送 ${unit_name} ${period}？`, description: `附件1 ${contents.roster.rows} 人 ${yuan(contents.roster.rows_fen)}，附件2 ${contents.evidence.rows} 笔 ${yuan(contents.evidence.rows_fen)}。报送后内容不再变动，除非被退回。`, confirmText: "报送", cancelText: "取消", variant: "confirmation" })
    if (isSure) step.mutate({ act: "submit", done: "已报送，等待上级受理" })
  }
  async function accept() {
    const isSure = await prompt({ title: `受理 ${unit_name} ${period}？`, description: "受理后这份填报及其两份材料永久封存，不能再改；以后发生的退款、补录列入下一期。", confirmText: "受理", cancelText: "取消", variant: "confirmation" })
    if (isSure) step.mutate({ act: "accept", done: "已受理，材料已封存" })
  }
  return (
    <div className="flex flex-wrap gap-2">
      {(state === "open" || state === "returned") && (
        <Button disabled={!may.submit || open > 0} isLoading={step.isPending} onClick={() => void submit()} title={may.submit ? undefined : `${moment(filing.may_submit_from)} 起可以报送`}>
          {!may.submit ? `${moment(filing.may_submit_from).slice(0, 10)} 起可报送` : open > 0 ? `报送（清单还有 ${open} 项）` : "报送"}
        </Button>
      )}
      {state === "submitted" && !may.receive && <Button disabled>等待上级受理</Button>}
      {state === "submitted" && may.receive && (
        <>
          <Button variant="secondary" onClick={() => setReturning(true)}>退回</Button>
          <Button disabled={!may.accept} isLoading={step.isPending} title={may.accept ? undefined : "不能受理自己报送的填报"} onClick={() => void accept()}>{may.accept ? "受理" : "由另一位同事受理"}</Button>
        </>
      )}
      {isReturning && (
        <ReasonDrawer title={`退回 ${unit_name} ${period}`} label="退回原因（填报单位会看到）" action="退回" save={(reasons) => ask(`benefit/filings/${id}/return`, { version, reasons })}
          onDone={(isDone) => { setReturning(false); if (isDone) toast.success("已退回"); onChanged() }} />
      )}
    </div>
  )
}
