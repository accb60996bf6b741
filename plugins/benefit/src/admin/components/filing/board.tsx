import type { FilingHead, FilingList } from "@fupin/contract/schemas"
import { Badge, Button, Container, Heading, Skeleton, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { ask } from "../../lib/ask"
import { STATE, STATE_COLOUR } from "./labels"

const SHOWN = 6

interface BoardProps { onOpen: (id: string) => void; action: ReactNode }

/** Units by months: where each stands, what is late, what is due. */
export function Board({ onOpen, action }: BoardProps) {
  const { data, error, refetch } = useQuery({ queryKey: ["filings"], queryFn: () => ask<FilingList>("benefit/filings?limit=200") })
  return (
    <>
      {data && data.reminders.length > 0 && <Reminders reminders={data.reminders} onOpen={onOpen} />}
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
          <div><Heading>填报</Heading><Text size="small" className="text-ui-fg-subtle">每月按期报送附件1、附件2及发票或凭证，由上级单位受理</Text></div>
          {action}
        </div>
        {error && (
          <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4">
            <Text size="small" className="text-ui-fg-error">{error.message}</Text>
            <Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button>
          </div>
        )}
        {!data && !error && <div role="status" aria-label="正在读取" className="flex flex-col gap-y-3 px-6 py-4">{[0, 1, 2].map((row) => <Skeleton key={row} className="h-8 w-full" />)}</div>}
        {data?.count === 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">还没有填报。先在“单位与设置”中登记填报单位，期间一开始就会自动生成。</Text>}
        {data && data.count > 0 && <Months list={data} onOpen={onOpen} />}
      </Container>
    </>
  )
}

function Months({ list: { filings, periods }, onOpen }: { list: FilingList; onOpen: (id: string) => void }) {
  const shown = periods.slice(0, SHOWN)
  const units = [...new Map(filings.map((filing) => [filing.unit_id, filing])).values()].sort((a, b) => a.region_code.localeCompare(b.region_code) || a.unit_name.localeCompare(b.unit_name))
  return (
    <div className="overflow-x-auto whitespace-nowrap">
      <Table>
        <Table.Header><Table.Row><Table.HeaderCell>单位</Table.HeaderCell>{shown.map((period) => <Table.HeaderCell key={period}>{period}</Table.HeaderCell>)}</Table.Row></Table.Header>
        <Table.Body>
          {units.map(({ unit_id, unit_name, parent_id }) => (
            <Table.Row key={unit_id}>
              <Table.Cell className={parent_id ? "pl-10" : "font-medium"}>{unit_name}</Table.Cell>
              {shown.map((period) => {
                const filing = filings.find((one) => one.unit_id === unit_id && one.period === period)
                return <Table.Cell key={period} className="py-2">{filing ? <Month filing={filing} onOpen={onOpen} /> : <span className="text-ui-fg-muted">—</span>}</Table.Cell>
              })}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

function Month({ filing, onOpen }: { filing: FilingHead; onOpen: (id: string) => void }) {
  const { id, unit_name, period, state, due_day, is_late, is_overdue } = filing
  return (
    <button type="button" aria-label={`${unit_name} ${period} ${STATE[state]}`} onClick={() => onOpen(id)}
      className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex flex-col items-start gap-y-1 rounded-md px-2 py-1 text-left outline-none">
      <span className="flex items-center gap-x-1"><StatusBadge color={STATE_COLOUR[state]}>{STATE[state]}</StatusBadge>{(is_late || is_overdue) && <Badge size="2xsmall" color="red">{is_overdue ? "已逾期" : "逾期报送"}</Badge>}</span>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle">{state === "accepted" ? `${filing.payees} 人` : `应于 ${due_day} 前`}</Text>
    </button>
  )
}

function Reminders({ reminders, onOpen }: { reminders: FilingList["reminders"]; onOpen: (id: string) => void }) {
  return (
    <Container className="p-0" role="status">
      <ul className="divide-y">
        {reminders.slice(0, 12).map(({ filing_id, unit_name, period, due_day, kind }) => (
          <li key={filing_id} className="flex flex-wrap items-center justify-between gap-2 px-6 py-2">
            <span className="flex items-center gap-x-2"><Badge size="2xsmall" className="shrink-0" color={kind === "overdue" ? "red" : "orange"}>{kind === "overdue" ? "已逾期" : "即将到期"}</Badge><Text as="span" size="small">{unit_name} {period}，应于 {due_day} 前报送</Text></span>
            <Button size="small" variant="transparent" onClick={() => onOpen(filing_id)}>去办理</Button>
          </li>
        ))}
      </ul>
      {reminders.length > 12 && <Text size="small" className="text-ui-fg-subtle px-6 py-2">另有 {reminders.length - 12} 份待办，见下表</Text>}
    </Container>
  )
}
