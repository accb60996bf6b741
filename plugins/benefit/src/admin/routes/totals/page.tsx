import type { BenefitTotals, TotalsBy } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartBar } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { Choice } from "../../components/choice"
import { Field } from "../../components/field"
import { PrintButton } from "../../components/print"
import { Bars } from "../../components/totals/bars"
import { Columns } from "../../components/totals/columns"
import { TileMap } from "../../components/totals/tile-map"
import { TotalsTable } from "../../components/totals/totals-table"
import { ask } from "../../lib/ask"
import { filled, useFilters } from "../../lib/filters"

const HEADINGS: Record<TotalsBy, string> = { month: "期间", region: "区划", producer: "经营主体", product: "产品", organisation: "采购单位", source: "产品来源", category: "受益类别" }

const useTotals = (query: Record<string, string>) => useQuery({ queryKey: ["totals", query], queryFn: () => ask<BenefitTotals>(`benefit/totals?${new URLSearchParams(query)}`), placeholderData: keepPreviousData })

const TotalsPage = () => {
  const [{ by: chosen, from, to, region }, set] = useFilters(["by", "from", "to", "region"], { by: "region" })
  const by = (chosen in HEADINGS ? chosen : "region") as TotalsBy
  const range = filled({ from, to })
  const months = useTotals({ by: "month", ...range, ...filled({ region }) })
  const regions = useTotals({ by: "region", ...range, ...filled({ region }) })
  const sources = useTotals({ by: "source", ...range })
  const table = useTotals({ by, ...range, ...(by === "region" || by === "month" ? filled({ region }) : {}) })
  const problem = [months, regions, sources, table].find(({ error }) => error)
  const isEmpty = table.data?.rows.length === 0 && months.data?.rows.length === 0
  return (
    <div className="flex flex-col gap-4">
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-end justify-between gap-3 px-6 py-4">
          <Heading className="leading-8">受益统计</Heading>
          <PrintButton />
          <div className="flex w-full flex-wrap items-end gap-3 print:hidden">
            <Field id="from" label="自（填报期间）" type="month" value={from} onChange={(value) => set({ from: value })} />
            <Field id="to" label="至" type="month" value={to} onChange={(value) => set({ to: value })} />
            {region && <Button variant="secondary" onClick={() => set({ region: "" })}>返回全部区划</Button>}
            <Button variant="transparent" onClick={() => set({ from: "", to: "", region: "" })}>清除条件</Button>
          </div>
        </div>
        {problem && <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4"><Text size="small" className="text-ui-fg-error">{problem.error?.message}</Text><Button size="small" variant="secondary" onClick={() => problem.refetch()}>重试</Button></div>}
        {isEmpty && <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">这段时间没有受益入账。可放宽期间再看。</Text>}
        {!isEmpty && (
          <div className="grid gap-8 px-6 py-6 lg:grid-cols-2">
            <div className="lg:col-span-2">{months.data ? <Columns rows={months.data.rows} /> : <Waiting />}</div>
            {regions.data ? (regions.data.grain === "province" ? <TileMap rows={regions.data.rows} onChoose={(code) => set({ region: code })} /> : <Bars caption="各区划受益" rows={regions.data.rows} />) : <Waiting />}
            {sources.data ? <Bars caption="按产品来源" rows={sources.data.rows} /> : <Waiting />}
          </div>
        )}
      </Container>
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-end justify-between gap-3 px-6 py-4">
          <Heading level="h2">分项合计</Heading>
          <Choice id="by" label="按" any="区划" value={by === "region" ? "" : by} options={Object.fromEntries(Object.entries(HEADINGS).filter(([key]) => key !== "region"))} onChange={(value) => set({ by: value || "region" })} />
        </div>
        {table.data ? <TotalsTable totals={table.data} heading={HEADINGS[by]} period={from !== "" && from === to ? from : ""} onRegion={(code) => set({ region: code, by: "region" })} /> : <div className="px-6 py-4"><Waiting /></div>}
      </Container>
    </div>
  )
}

const Waiting = () => <div role="status" aria-label="正在读取"><Skeleton className="h-32 w-full" /></div>

export const config = defineRouteConfig({ label: "受益统计", icon: ChartBar, rank: 16 })

export default TotalsPage
