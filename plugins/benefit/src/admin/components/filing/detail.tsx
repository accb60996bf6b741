import type { FilingDetail } from "@fupin/contract/schemas"
import { Badge, Button, Container, Heading, Skeleton, StatusBadge, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { Accompanying } from "./accompanying"
import { Checklist } from "./checklist"
import { Figures } from "./figures"
import { History } from "./history"
import { STATE, STATE_COLOUR } from "./labels"
import { Late } from "./late"
import { ReasonDrawer } from "./reason-drawer"
import { RolledUp } from "./rolled-up"
import { Steps } from "./steps"

/** One filing, from its checklist to its frozen papers. */
export function Detail({ id, onBack }: { id: string; onBack: () => void }) {
  const client = useQueryClient()
  const { data: detail, error, refetch } = useQuery({ queryKey: ["filing", id], queryFn: () => ask<FilingDetail>(`benefit/filings/${id}`) })
  const [explaining, setExplaining] = useState<{ item: string; label: string } | null>(null)
  const reload = () => { void refetch(); void client.invalidateQueries({ queryKey: ["filings"] }) }
  if (!detail) {
    return (
      <Container className="flex flex-col gap-y-3 px-6 py-4">
        {error ? <div role="alert" className="flex items-center justify-between gap-4"><Text size="small" className="text-ui-fg-error">{error.message}</Text><Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button></div>
          : <div role="status" aria-label="正在读取" className="flex flex-col gap-y-3">{[0, 1, 2].map((row) => <Skeleton key={row} className="h-10 w-full" />)}</div>}
        <Button size="small" variant="transparent" className="self-start" onClick={onBack}>← 全部填报</Button>
      </Container>
    )
  }
  const { filing, history, roll_up, checklist, late } = detail
  const isOpen = filing.state === "open" || filing.state === "returned"
  const returned = filing.state === "returned" ? history.find(({ act }) => act === "returned") : undefined
  return (
    <>
      <Container className="flex flex-col gap-y-3 px-6 py-4">
        <Button size="small" variant="transparent" className="self-start" onClick={onBack}>← 全部填报</Button>
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div>
            <Heading>{filing.unit_name} {filing.period} 填报</Heading>
            <div className="mt-1 flex flex-wrap items-center gap-2">
              <StatusBadge color={STATE_COLOUR[filing.state]}>{STATE[filing.state]}</StatusBadge>
              {filing.is_overdue && <Badge size="2xsmall" color="red">已逾期</Badge>}{filing.is_late && <Badge size="2xsmall" color="red">逾期报送</Badge>}
              <Text size="small" className="text-ui-fg-subtle">{filing.from} 至 {filing.to}，应于 {filing.due_day} 前报送</Text>
            </div>
            {filing.submitted_by && <Text size="small" className="text-ui-fg-subtle mt-1">{filing.submitted_by} 报送{filing.accepted_by ? `，${filing.accepted_by} 受理` : ""}</Text>}
          </div>
          <Steps detail={detail} onChanged={reload} />
        </div>
        {returned && <div role="alert" className="bg-ui-tag-orange-bg text-ui-tag-orange-text rounded-lg px-4 py-3 text-sm">被 {returned.actor} 退回：{returned.note}</div>}
      </Container>
      <Figures detail={detail} />
      {isOpen && <Checklist items={checklist} filingId={id} onExplain={(item, label) => setExplaining({ item, label })} onChanged={reload} />}
      {roll_up && <RolledUp roll_up={roll_up} />}
      <Late late={late} />
      <Accompanying detail={detail} isOpen={isOpen} onChanged={reload} />
      <History history={history} />
      {explaining && <ReasonDrawer title={`说明：${explaining.label}`} label="为什么缺少，随填报上报" action="保存说明" save={(reason) => ask(`benefit/filings/${id}/reasons`, { item: explaining.item, reason })} onDone={() => { setExplaining(null); reload() }} />}
    </>
  )
}
