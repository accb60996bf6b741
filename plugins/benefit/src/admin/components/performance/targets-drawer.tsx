import { METRIC_NAMES } from "@fupin/contract/metrics"
import type { Metric, Performance } from "@fupin/contract/schemas"
import { Button, Drawer, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { Field } from "../field"
import { amountOf, typed } from "./metrics"

/** What a unit of each kind is given a plan for. */
const PLANNED: Record<"region" | "organisation", Metric[]> = { region: ["benefit", "sales"], organisation: ["purchases"] }

/** The year's plan, unit by unit; what is left empty stays as it is. */
export function TargetsDrawer({ performance: { year, units }, onDone }: { performance: Performance; onDone: () => void }) {
  const fields = units.flatMap(({ unit_id, unit_name, kind, figures }) => PLANNED[kind === "organisation" ? "organisation" : "region"].map((metric) => ({ key: `${unit_id} ${metric}`, unit_id, unit_name, metric, held: figures[metric]?.target ?? null })))
  const [texts, setTexts] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(({ key, metric, held }) => [key, held === null ? "" : typed(metric, held)])))
  const targets = fields.flatMap(({ key, unit_id, metric }) => (texts[key]?.trim() ? [{ unit_id, metric, amount: amountOf(metric, texts[key]!) }] : []))
  const isWrong = targets.some(({ amount }) => !Number.isSafeInteger(amount) || amount <= 0)
  const save = useMutation({ mutationFn: () => ask("benefit/targets", { year, targets }), onSuccess: () => { toast.success("年度计划已保存"); onDone() }, onError: (error) => toast.error(error.message) })
  return (
    <Drawer open onOpenChange={(isOpen) => { if (!isOpen) onDone() }}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{year} 年度指导性计划</Drawer.Title><Drawer.Description>单位：元。留空的不改动；以前的计划留存备查。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-4 overflow-y-auto">
          {fields.map(({ key, unit_name, metric }) => <Field key={key} id={key} label={`${unit_name}：${METRIC_NAMES[metric]}`} value={texts[key] ?? ""} hint="如 120000" onChange={(text) => setTexts({ ...texts, [key]: text })} />)}
          {fields.length === 0 && <Text size="small" className="text-ui-fg-subtle">还没有填报单位，请先在“填报”页登记。</Text>}
          {isWrong && <Text size="small" role="alert" className="text-ui-fg-error">目标应为大于零的数字</Text>}
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild><Button variant="secondary">取消</Button></Drawer.Close>
          <Button disabled={targets.length === 0 || isWrong} isLoading={save.isPending} onClick={() => save.mutate()}>保存</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
