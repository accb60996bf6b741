import { METRIC_NAMES } from "@fupin/contract/metrics"
import type { Indicator, Metric, Performance } from "@fupin/contract/schemas"
import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { Field } from "../field"
import { amountOf, typed } from "./metrics"

interface Line { weight: string; full: string }
const UNIT: Record<Metric, string> = { benefit: "元", households: "户", sales: "元", purchases: "元", punctual: "%" }

/** How the units of a region are scored: weights that make a hundred, and what brings all points of each. */
export function ScorecardDrawer({ performance: { year, region_code, place, indicators }, onDone }: { performance: Performance; onDone: () => void }) {
  const [lines, setLines] = useState(() => Object.fromEntries(Object.keys(METRIC_NAMES).map((name) => [name, lineOf(indicators.find(({ metric }) => metric === name))])) as Record<Metric, Line>)
  const chosen = (Object.entries(lines) as [Metric, Line][]).filter(([, { weight }]) => weight.trim() !== "")
  const total = chosen.reduce((sum, [, { weight }]) => sum + Number(weight), 0)
  const body = { region_code, year, indicators: chosen.map(([metric, { weight, full }]) => ({ metric, weight: Number(weight), full: full.trim() === "" ? "target" : amountOf(metric, full) })) }
  const save = useMutation({ mutationFn: () => ask("benefit/scorecards", body), onSuccess: () => { toast.success("计分办法已保存"); onDone() }, onError: (error) => toast.error(error.message) })
  return (
    <Drawer open onOpenChange={(isOpen) => { if (!isOpen) onDone() }}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{place} {year} 年计分办法</Drawer.Title><Drawer.Description>权重合计 100；“满分值”留空时，完成本单位年度目标得满分。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-4 overflow-y-auto">
          {(Object.keys(METRIC_NAMES) as Metric[]).map((metric) => (
            <div key={metric} className="grid grid-cols-2 gap-3">
              <Field id={`${metric}-weight`} label={`${METRIC_NAMES[metric]}：权重`} value={lines[metric].weight} hint="不计分则留空" onChange={(weight) => setLines({ ...lines, [metric]: { ...lines[metric], weight } })} />
              <Field id={`${metric}-full`} label={`满分值（${UNIT[metric]}）`} value={lines[metric].full} hint="年度目标" onChange={(full) => setLines({ ...lines, [metric]: { ...lines[metric], full } })} />
            </div>
          ))}
          <Text size="small" className={total === 100 ? "text-ui-fg-subtle" : "text-ui-fg-error"} role="status">权重合计 {Number.isFinite(total) ? total : "—"}</Text>
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild><Button variant="secondary">取消</Button></Drawer.Close>
          <Button disabled={total !== 100} isLoading={save.isPending} onClick={() => save.mutate()}>保存</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function lineOf(indicator: Indicator | undefined): Line {
  if (!indicator) return { weight: "", full: "" }
  return { weight: String(indicator.weight), full: indicator.full === "target" ? "" : typed(indicator.metric, indicator.full) }
}
