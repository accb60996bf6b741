import type { Proposal } from "@fupin/contract/schemas"
import { Badge, Button, Drawer, Skeleton, Table, Text, usePrompt } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { moment } from "../../lib/labels"
import { Field } from "../field"
import { fieldText, PROPOSAL, PROPOSAL_STATE, STATE_COLOR, valueText } from "./labels"
import { useAct } from "./use-act"

/** A proposal before and after, and the decision about it. */
export function ProposalReview({ id, onDone }: { id: string; onDone: (changed: boolean) => void }) {
  const [reason, setReason] = useState("")
  const { data, error } = useQuery({ queryKey: ["proposal", id], queryFn: () => ask<{ proposal: Proposal }>(`benefit/proposals/${id}`) })
  const { act, isActing } = useAct(() => onDone(true))
  const prompt = usePrompt()
  const proposal = data?.proposal
  const decide = async (verdict: "approve" | "refuse") => {
    const isSure = await prompt({
      title: verdict === "approve" ? "批准这项变更？" : "退回这项变更？", description: verdict === "approve" ? "批准后立即登记；协议成员自次日零时起按新版本，已发生的受益不变。" : "退回后可以重新提出。",
      confirmText: verdict === "approve" ? "批准" : "退回", cancelText: "取消", variant: verdict === "approve" ? "confirmation" : "danger",
    })
    if (isSure) await act(`benefit/proposals/${id}/review`, { verdict, reason }, verdict === "approve" ? "已批准" : "已退回")
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onDone(false)}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>{proposal ? `${PROPOSAL[proposal.kind]} ${proposal.household?.code ?? ""}` : "农户变更"}</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4 overflow-y-auto">
          {error && <Text size="small" role="alert" className="text-ui-fg-error">{error.message}</Text>}
          {!proposal && !error && <div role="status" aria-label="正在读取"><Skeleton className="h-24 w-full" /></div>}
          {proposal && <>
            <Text size="small"><Badge size="2xsmall" color={STATE_COLOR[proposal.state]}>{PROPOSAL_STATE[proposal.state]}</Badge> {proposal.proposed_by} {moment(proposal.proposed_at)} 提出：{proposal.reason}</Text>
            {proposal.reviewed_at && <Text size="small">{proposal.reviewed_by} {moment(proposal.reviewed_at)} {PROPOSAL_STATE[proposal.state]}{proposal.review_note && `：${proposal.review_note}`}</Text>}
            <div className="overflow-x-auto">
              <Table>
                <Table.Header><Table.Row>{["项目", "变更前", "变更后"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
                <Table.Body>{proposal.differences.map(({ field, before, after }) => (
                  <Table.Row key={field}><Table.Cell>{fieldText(field)}</Table.Cell><Table.Cell className="text-ui-fg-subtle">{valueText(field, before)}</Table.Cell><Table.Cell>{valueText(field, after)}</Table.Cell></Table.Row>
                ))}</Table.Body>
              </Table>
            </div>
            {proposal.differences.length === 0 && <Text size="small" className="text-ui-fg-subtle">内容已随身份信息删除。</Text>}
            {proposal.state === "proposed" && <Field id="review-reason" label="复核意见（退回时必填）" value={reason} onChange={setReason} />}
          </>}
        </Drawer.Body>
        <Drawer.Footer className="flex-wrap">
          <Button variant="secondary" onClick={() => onDone(false)}>关闭</Button>
          {proposal?.state === "proposed" && <>
            <Button variant="transparent" isLoading={isActing} onClick={() => act(`benefit/proposals/${id}/withdraw`, {}, "已撤回")}>撤回自己的</Button>
            <Button variant="danger" isLoading={isActing} disabled={reason.trim().length < 4} onClick={() => decide("refuse")}>退回</Button>
            <Button isLoading={isActing} onClick={() => decide("approve")}>批准</Button>
          </>}
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
