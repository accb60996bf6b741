import type { Performance } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Trophy } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Field } from "../../components/field"
import { RegionPick } from "../../components/pickers"
import { useIssue } from "../../components/papers/use-issue"
import { ScorecardDrawer } from "../../components/performance/scorecard-drawer"
import { TargetsDrawer } from "../../components/performance/targets-drawer"
import { UnitRows } from "../../components/performance/unit-rows"
import { PrintButton } from "../../components/print"
import { ask } from "../../lib/ask"
import { filled, useFilters } from "../../lib/filters"
import { today } from "../../lib/labels"

const PerformancePage = () => {
  const [{ year, region }, set] = useFilters(["year", "region"], { year: today().slice(0, 4) })
  const [open, setOpen] = useState<"targets" | "scorecard" | null>(null)
  const query = new URLSearchParams({ year, ...filled({ region }) }).toString()
  const isAsked = /^20\d{2}$/.test(year) && /^(\d{6}|\d{9}|\d{12})?$/.test(region)
  const { data, error, refetch } = useQuery({ queryKey: ["performance", query], queryFn: () => ask<Performance>(`benefit/performance?${query}`), enabled: isAsked, placeholderData: keepPreviousData })
  const { issue, isIssuing, drawer } = useIssue({ name: "通报", path: "benefit/bulletins", fields: { year: Number(year), region } })
  const done = () => { setOpen(null); void refetch() }
  const groups = data ? [["填报单位", data.units.filter(({ kind }) => kind !== "organisation")], ["采购单位、工会", data.units.filter(({ kind }) => kind === "organisation")]] as const : []
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-3 px-6 py-4">
        <Heading className="leading-8">考核通报</Heading>
        <div className="flex flex-wrap gap-2 print:hidden">
          <PrintButton />
          <Button variant="secondary" disabled={!data} onClick={() => setOpen("targets")}>年度计划</Button>
          <Button variant="secondary" disabled={!data?.region_code} onClick={() => setOpen("scorecard")}>计分办法</Button>
          <Button variant="secondary" asChild><a href={`/admin/benefit/performance?${query}&format=xlsx`}>Excel</a></Button>
          <Button variant="secondary" asChild><a href={`/admin/benefit/performance?${query}&format=pdf`}>PDF</a></Button>
          <Button disabled={!data?.region_code || !isAsked} isLoading={isIssuing} onClick={() => void issue()}>开具通报</Button>
        </div>
        <div className="flex w-full flex-wrap items-end gap-3 print:hidden">
          <Field id="year" label="年度" value={year} hint="如 2026" onChange={(value) => set({ year: value })} />
          <div className="w-72"><RegionPick id="region" label="区划（计分与通报按区划）" value={region} onChange={(value) => set({ region: value })} /></div>
        </div>
      </div>
      {!isAsked && <Text size="small" role="alert" className="text-ui-fg-error px-6 py-4">请填写四位年度</Text>}
      {error && <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4"><Text size="small" className="text-ui-fg-error">{error.message}</Text><Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button></div>}
      {!data && !error && isAsked && <div role="status" aria-label="正在读取" className="px-6 py-4"><Skeleton className="h-24 w-full" /></div>}
      {data?.units.length === 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">这个范围内还没有填报单位。请先在“填报”页登记单位。</Text>}
      {groups.map(([title, units]) => units.length > 0 && (
        <section key={title}>
          <Heading level="h2" className="px-6 pt-4">{title}</Heading>
          <UnitRows units={units} isScored={data!.indicators.length > 0} />
        </section>
      ))}
      {drawer}
      {open === "targets" && data && <TargetsDrawer performance={data} onDone={done} />}
      {open === "scorecard" && data && <ScorecardDrawer performance={data} onDone={done} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "考核通报", icon: Trophy, rank: 19 })

export default PerformancePage
