import { formatFen } from "@fupin/contract/money"
import type { StatementSummary } from "@fupin/contract/schemas"
import { Button, Input, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post, today } from "../lib/client"
import { ListState } from "../lib/states"
import { STATEMENT_STATES } from "./labels"
import { StatementDrawer } from "./statement-drawer"

/** A month's statements: drawn up, sent, and looked into. */
export const StatementList = () => {
  const client = useQueryClient()
  const [month, setMonth] = useState(() => today().slice(0, 7))
  const [shown, setShown] = useState<string | null>(null)
  const list = useQuery({ queryKey: ["institution", "statements", month], queryFn: () => get<{ statements: StatementSummary[] }>("statements", { month }), enabled: month !== "" })
  const act = useMutation({
    mutationFn: ({ path, body }: { path: string; body?: object; done: string }) => post(path, body),
    onSuccess: (_answer, { done }) => { toast.success(done); return client.invalidateQueries({ queryKey: ["institution"] }) },
    onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  const rows = list.data?.statements ?? []
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-6 py-4">
        <Input type="month" aria-label="月份" value={month} onChange={(event) => setMonth(event.target.value)} />
        <Text size="small" className="text-ui-fg-subtle">每月 1 日自动生成上月草稿，核对后发送。</Text>
        <Button size="small" isLoading={act.isPending} disabled={month === ""} onClick={() => act.mutate({ path: "statements", body: { month }, done: "已按验收生成草稿；已发送的不变" })}>生成本月对账单</Button>
      </div>
      <ListState query={list} isEmpty={rows.length === 0} empty="这个月还没有对账单。生成后按单位和卖方各一份。">
        <div className="overflow-x-auto whitespace-nowrap">
          <Table>
            <Table.Header><Table.Row>{["编号", "单位", "卖方", "状态", "应付", "未付", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
            <Table.Body>
              {rows.map(({ id, number, organisation, seller, state, due_fen, open_fen, waiting }) => (
                <Table.Row key={id}>
                  <Table.Cell className="font-mono">{number}</Table.Cell>
                  <Table.Cell>{organisation.name}</Table.Cell>
                  <Table.Cell>{seller?.name ?? "自营"}{waiting > 0 && <Text size="small" className="text-ui-fg-subtle">{waiting} 次未验收</Text>}</Table.Cell>
                  <Table.Cell><StatusBadge color={STATEMENT_STATES[state][0]}>{STATEMENT_STATES[state][1]}</StatusBadge></Table.Cell>
                  <Table.Cell>¥{formatFen(due_fen)}</Table.Cell>
                  <Table.Cell>¥{formatFen(open_fen)}</Table.Cell>
                  <Table.Cell className="text-right">
                    {state === "draft" && <Button size="small" variant="secondary" disabled={act.isPending} onClick={() => act.mutate({ path: `statements/${id}/send`, done: "已发送给单位" })}>发送</Button>}
                    <Button size="small" variant="transparent" aria-label={`查看 ${number}`} onClick={() => setShown(id)}>查看</Button>
                  </Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      </ListState>
      {shown && <StatementDrawer id={shown} onClose={() => setShown(null)} />}
    </>
  )
}
