import type { LedgerState, LedgerVerified } from "@fupin/contract/schemas"
import { Badge, Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useMutation, useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { ask } from "../../lib/ask"
import { moment } from "../../lib/labels"
import { PrintButton } from "../print"
import { Verified } from "./verified"

/** Is the ledger whole? What may be seen at a glance, and the button that reads all of it again. */
export function StatePanel() {
  const { data: state, error, refetch } = useQuery({ queryKey: ["ledger-state"], queryFn: () => ask<LedgerState>("benefit/ledger"), refetchInterval: 60_000 })
  const verify = useMutation({ mutationFn: () => ask<LedgerVerified>("benefit/verify", {}), onSuccess: () => refetch() })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <Heading>受益台账</Heading>
        <div className="flex gap-x-2">
          <PrintButton />
          <Button className="print:hidden" isLoading={verify.isPending} onClick={() => verify.mutate()}>核对全账</Button>
        </div>
      </div>
      {error && (
        <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4">
          <Text size="small" className="text-ui-fg-error">{error.message}</Text>
          <Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button>
        </div>
      )}
      {!state && !error && <div role="status" aria-label="正在读取" className="px-6 py-4"><Skeleton className="h-12 w-full" /></div>}
      {state && <State state={state} />}
      <Verified run={verify} />
    </Container>
  )
}

function State({ state }: { state: LedgerState }) {
  const { days, unaccrued_captures, sales_without_capture, unsealed_journals, block } = state
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-4 px-6 py-4 sm:grid-cols-3">
      <Figure label={`超过一分钟未入账的收款（近 ${days} 天）`} isGood={unaccrued_captures === 0}>{unaccrued_captures} 笔</Figure>
      <Figure label={`有入账却没有收款（近 ${days} 天）`} isGood={sales_without_capture === 0}>{sales_without_capture} 笔</Figure>
      <div className="min-w-0">
        <dt className="txt-small text-ui-fg-subtle">最新封存区块</dt>
        <dd className="txt-compact-medium-plus mt-1">
          {block ? <>第 {block.height} 块 · {block.journals} 张凭证</> : "尚未封存"}
          {block && <span className="txt-small text-ui-fg-subtle block font-normal">{moment(block.sealed_at)}，待封存 {unsealed_journals} 张</span>}
          {block && <code className="txt-compact-xsmall text-ui-fg-muted block truncate font-mono" title={block.root}>{block.root}</code>}
        </dd>
      </div>
    </dl>
  )
}

function Figure({ label, isGood, children }: { label: string; isGood: boolean; children: ReactNode }) {
  return (
    <div>
      <dt className="txt-small text-ui-fg-subtle">{label}</dt>
      <dd className="txt-compact-medium-plus mt-1 flex items-center gap-x-2">{children}<Badge size="2xsmall" color={isGood ? "green" : "red"}>{isGood ? "完整" : "请核对"}</Badge></dd>
    </div>
  )
}
