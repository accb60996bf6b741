import type { SettlementDetail, SettlementSuspense } from "@fupin/contract/schemas"
import { Badge, Button, Container, Heading, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { yuan } from "../../lib/labels"
import { useAct } from "./use-act"
import { LEFT } from "./words"

/** Who gets nothing now, and what belongs to nobody yet. */
export function Lists({ detail: { settlement, left, suspense } }: { detail: SettlementDetail }) {
  const isOpen = ["draft", "submitted"].includes(settlement.state)
  return (
    <>
      {suspense.length > 0 && (
        <Container className="divide-y p-0">
          <div className="px-6 py-4"><Heading level="h2">待说明（{suspense.length}）</Heading><Text size="small" className="text-ui-fg-subtle">没有符合条件的受益户，款项留在台账，须写明原因后才能批准。</Text></div>
          {suspense.map((one) => <Suspense key={one.id} suspense={one} isOpen={isOpen} />)}
        </Container>
      )}
      {left.length > 0 && (
        <Container className="divide-y p-0">
          <div className="px-6 py-4"><Heading level="h2">暂不发放（{left.length}）</Heading><Text size="small" className="text-ui-fg-subtle">款项仍为应付，留待以后的批次。</Text></div>
          {left.map(({ beneficiary, reason, earned_fen, owed_fen, note }) => (
            <div key={`${beneficiary.id} ${reason}`} className="flex flex-wrap items-baseline justify-between gap-3 px-6 py-3">
              <div><Text size="small">{beneficiary.code} {beneficiary.name} <Badge size="2xsmall" color={reason === "held" ? "red" : "orange"}>{LEFT[reason]}</Badge></Text><Text size="xsmall" className="text-ui-fg-subtle">{note ?? beneficiary.place}</Text></div>
              <Text size="small" className="tabular-nums">应付 {yuan(earned_fen)}{owed_fen > 0 && <span className="text-ui-fg-error">　尚欠 {yuan(owed_fen)}</span>}</Text>
            </div>
          ))}
        </Container>
      )}
    </>
  )
}

function Suspense({ suspense: { id, linkage, entries, amount_fen, explanation }, isOpen }: { suspense: SettlementSuspense; isOpen: boolean }) {
  const act = useAct(["settlement"])
  const [text, setText] = useState(explanation ?? "")
  return (
    <div className="flex flex-wrap items-end justify-between gap-3 px-6 py-3">
      <div><Text size="small" weight="plus">{linkage}</Text><Text size="xsmall" className="text-ui-fg-subtle">{entries} 笔，{yuan(amount_fen)}</Text></div>
      {isOpen ? (
        <div className="flex w-full max-w-lg gap-2">
          <Input aria-label={`${linkage} 的说明`} className="flex-1" value={text} placeholder="如：协议成员下月起加入，届时重新核定" onChange={(event) => setText(event.target.value)} />
          <Button variant="secondary" disabled={text.trim().length < 4 || text.trim() === explanation} isLoading={act.isPending} onClick={() => act.mutate({ run: () => ask(`benefit/settlement-suspense/${id}`, { explanation: text.trim() }), done: "已写明" })}>保存</Button>
        </div>
      ) : <Text size="small" className="text-ui-fg-subtle">{explanation ?? "没有写明"}</Text>}
    </div>
  )
}
