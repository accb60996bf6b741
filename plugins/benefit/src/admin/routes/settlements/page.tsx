import type { Settlement, SettlementList } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"
import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { Choice } from "../../components/choice"
import { Field } from "../../components/field"
import { ListPage } from "../../components/list-page"
import { Cases } from "../../components/settlement/cases"
import { RunForm } from "../../components/settlement/run-form"
import { RUN_STATE } from "../../components/settlement/words"
import { filled, useFilters } from "../../lib/filters"
import { moment, yuan } from "../../lib/labels"

const STATES = Object.fromEntries(Object.entries(RUN_STATE).map(([state, [text]]) => [state, text]))

function RunRow({ run }: { run: Settlement }) {
  const [text, colour] = RUN_STATE[run.state]
  return (
    <Table.Row>
      <Table.Cell className="py-2"><Link to={`/settlements/${run.id}`} className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover">{run.number}</Link><Text size="xsmall" className="text-ui-fg-subtle">{run.region_name}</Text></Table.Cell>
      <Table.Cell>{run.period}</Table.Cell>
      <Table.Cell><StatusBadge color={colour}>{text}</StatusBadge></Table.Cell>
      <Table.Cell>{run.paid} / {run.payments} 笔{run.failed > 0 && <span className="text-ui-fg-error">　失败 {run.failed}</span>}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{yuan(run.payments_fen)}</Table.Cell>
      <Table.Cell>{moment(run.prepared.at)}</Table.Cell>
    </Table.Row>
  )
}

const SettlementsPage = () => {
  const [filters, set] = useFilters(["period", "state"] as const)
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="flex flex-col gap-4">
      <ListPage<SettlementList> title="兑付" unit="批" path="settlements" query={filled(filters)} headings={["批次", "期间", "状态", "进度", "金额", "编制时间"]}
        empty="还没有兑付。货物验收后受益成为应付，期间结束后在这里编制、批准并付给农户。"
        rowsOf={({ settlements }) => settlements.map((run) => <RunRow key={run.id} run={run} />)}
        action={<Button onClick={() => setAdding(true)}>编制兑付</Button>}
        controls={<>
          <Field id="period" label="期间" type="month" value={filters.period} onChange={(period) => set({ period })} />
          <Choice id="state" label="状态" any="全部状态" value={filters.state} options={STATES} onChange={(state) => set({ state })} />
        </>} />
      <Cases />
      {isAdding && <RunForm onDone={() => setAdding(false)} />}
    </div>
  )
}

export const config = defineRouteConfig({ label: "兑付", icon: CurrencyDollar, rank: 14 })

export default SettlementsPage
