import type { AgreementDossier, AgreementEvent, AgreementProposal } from "@fupin/contract/schemas"
import { Button, Input, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { post } from "../lib/client"

const SIDES: Record<AgreementEvent["by"], string> = { organisation: "采购单位", producer: "供货方", office: "帮扶办" }
const ACTS: Record<AgreementEvent["act"], string> = { drafted: "登记协议", proposed: "提议", accepted: "接受", declined: "谢绝", withdrawn: "撤回", changed: "修改条款", signed: "登记签订", terminated: "终止协议" }
const MOMENT = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "medium", timeStyle: "short" })

type Act = (run: () => Promise<unknown>) => void

/** What waits for an answer: from what to what; the office answers for the producer. */
export function OpenProposals({ proposals, busy, act }: { proposals: AgreementProposal[]; busy: boolean; act: Act }) {
  const open = proposals.filter(({ state }) => state === "open")
  if (open.length === 0) return <Text size="small" className="text-ui-fg-subtle">没有等待答复的提议。</Text>
  return <ul className="divide-y border-y">{open.map((one) => <OpenProposal key={one.id} proposal={one} busy={busy} act={act} />)}</ul>
}

function OpenProposal({ proposal: { id, side, subject, before, after, now, note }, busy, act }: { proposal: AgreementProposal; busy: boolean; act: Act }) {
  const [reason, setReason] = useState("")
  const answer = (word: "accept" | "decline" | "withdraw") => act(() => post(`agreement-proposals/${id}`, { answer: word, reason: reason.trim() }))
  return (
    <li className="flex flex-col gap-y-2 py-3">
      <Text size="small" weight="plus">{SIDES[side]}提议：{subject}</Text>
      <Text size="small"><del className="text-ui-fg-muted">{before ?? "—"}</del>　→　<ins className="no-underline">{after}</ins></Text>
      {note && <Text size="small" className="text-ui-fg-subtle">说明：{note}</Text>}
      {now && <Text size="small" role="status" className="text-ui-fg-error">提议之后这一项已改为：{now}。不能再接受，请{side === "organisation" ? "谢绝，并请采购单位按新条款重提" : "撤回后按新条款重提"}。</Text>}
      {side === "organisation" && <Input size="small" aria-label={`答复“${subject}”的原因`} placeholder="原因（谢绝时必填）" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      <div className="flex gap-x-2">
        {side === "organisation" && <Button size="small" variant="secondary" disabled={busy || now !== null} onClick={() => answer("accept")}>供货方接受</Button>}
        {side === "organisation" && <Button size="small" variant="secondary" disabled={busy || reason.trim().length < 2} onClick={() => answer("decline")}>供货方谢绝</Button>}
        {side === "producer" && <Button size="small" variant="secondary" disabled={busy} onClick={() => answer("withdraw")}>撤回</Button>}
      </div>
    </li>
  )
}

const COLOURS = { accepted: "green", declined: "red", signed: "green", terminated: "red", proposed: "orange" } as const

/** Everything that happened to an agreement, the latest first. */
export const History = ({ history }: { history: AgreementDossier["history"] }) => (
  <section aria-labelledby="history" className="flex flex-col gap-y-2">
    <Text weight="plus" id="history">协商经过</Text>
    <ol className="border-ui-border-base flex flex-col gap-y-4 border-l pl-4">
      {history.toReversed().map(({ at, by, act, changes, note }, index) => (
        <li key={index} className="flex flex-col gap-y-1">
          <Text as="div" size="small" className="flex flex-wrap items-center gap-2"><StatusBadge color={act in COLOURS ? COLOURS[act as keyof typeof COLOURS] : "grey"}>{ACTS[act]}</StatusBadge>{SIDES[by]}<time dateTime={at} className="text-ui-fg-subtle tabular-nums">{MOMENT.format(new Date(at))}</time></Text>
          {changes.map((text) => <Text key={text} size="small">{text}</Text>)}
          {note && <Text size="small" className="text-ui-fg-subtle">“{note}”</Text>}
        </li>
      ))}
    </ol>
  </section>
)
