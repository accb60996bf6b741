import type { LedgerEntryList } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BookOpen } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Choice } from "../../components/choice"
import { Field } from "../../components/field"
import { EntryRow } from "../../components/ledger/entry-row"
import { StatePanel } from "../../components/ledger/state-panel"
import { Totals } from "../../components/ledger/totals"
import { ListPage } from "../../components/list-page"
import { filled, useFilters } from "../../lib/filters"
import { JOURNAL, periodOf, STAGE, today } from "../../lib/labels"

const NAMES = ["period", "order", "household", "stage", "kind", "region", "producer_id", "product_id", "organisation_id", "source"] as const
/** Where a total led from: shown as one note that can be taken away. */
const LED_FROM = { region: "区划", producer_id: "经营主体", product_id: "产品", organisation_id: "采购单位", source: "产品来源" } as const
const NOTHING = Object.fromEntries(NAMES.map((name) => [name, ""]))

const LedgerPage = () => {
  const [filters, set] = useFilters(NAMES, { period: periodOf(today()) })
  const { order, household, ...rest } = filters
  const named = order.trim().replace(/^#/, "")
  const led = Object.entries(LED_FROM).filter(([name]) => filters[name as keyof typeof LED_FROM] !== "")
  const query = filled({ ...rest, household_code: household, [/^\d+$/.test(named) ? "order_number" : "order_id"]: named, sort: "newest" })
  return (
    <div className="flex flex-col gap-4">
      <StatePanel />
      <ListPage<LedgerEntryList> title="分录" level="h2" unit="条" path="entries" query={query} headings={["发生时间", "订单", "受益户", "事由", "阶段", "金额"]}
        empty="没有符合条件的分录。可清除期间或其他条件再看。"
        summaryOf={({ totals }) => <Totals totals={totals} stage={filters.stage} onStage={(stage) => set({ stage })} />}
        rowsOf={({ entries }) => entries.map((entry) => <EntryRow key={entry.id} entry={entry} onHousehold={(code) => set({ household: code })} />)}
        controls={<>
          <Field id="period" label="期间（上月 29 日至 28 日）" type="month" value={filters.period} onChange={(period) => set({ period })} />
          <Field id="order" label="订单" value={order} hint="订单号，如 12" onChange={(value) => set({ order: value })} />
          <Field id="household" label="农户编号" value={household} hint="完整编号" onChange={(value) => set({ household: value })} />
          <Choice id="stage" label="阶段" any="全部阶段" value={filters.stage} options={STAGE} onChange={(stage) => set({ stage })} />
          <Choice id="kind" label="事由" any="全部事由" value={filters.kind} options={JOURNAL} onChange={(kind) => set({ kind })} />
          {led.map(([name, text]) => <Button key={name} variant="secondary" aria-label={`不再按${text}筛选`} onClick={() => set({ [name]: "" })}>{text}已限定 ×</Button>)}
          <Button variant="transparent" onClick={() => set(NOTHING)}>清除条件</Button>
        </>} />
    </div>
  )
}

export const config = defineRouteConfig({ label: "台账", icon: BookOpen, rank: 13 })

export default LedgerPage
