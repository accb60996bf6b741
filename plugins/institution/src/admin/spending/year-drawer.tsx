import { formatFen } from "@fupin/contract/money"
import { type BudgetAnswer, HeadcountInput, type OfficeOrganisation } from "@fupin/contract/schemas"
import { Button, Drawer, StatusBadge, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { ListState } from "../lib/states"
import { PLAN_KINDS, PlanForm } from "./plan-form"
import { SmallForm } from "./small-form"

const STATES = { met: ["green", "已完成"], on_track: ["green", "进度正常"], behind: ["red", "进度落后"], no_target: ["grey", "不考核"] } as const

/** A unit's plans of a year, how far each is, and what they rest on. */
export function YearDrawer({ organisation: { id, name }, onClose }: { organisation: OfficeOrganisation; onClose: () => void }) {
  const client = useQueryClient()
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const read = useQuery({ queryKey: ["institution", "year", id, year], queryFn: () => get<BudgetAnswer>(`organisations/${id}/budget`, { year: String(year) }) })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "year", id] })
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>{name}　{year} 年</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">只计已付款的采购，按付款日期算年度。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-1 flex-col gap-y-8 overflow-y-auto">
          <div className="flex gap-x-2"><Button size="small" variant="secondary" onClick={() => setYear(year - 1)}>{year - 1} 年</Button><Button size="small" variant="secondary" onClick={() => setYear(year + 1)}>{year + 1} 年</Button></div>
          <ListState query={read} isEmpty={read.data?.plans.length === 0} empty="这一年还没有计划。">
            <ul className="divide-y whitespace-normal border-y">{read.data?.plans.map((plan) => <Plan key={plan.id} plan={plan} />)}</ul>
          </ListState>
          <PlanForm organisationId={id} onSaved={reload} />
          <Headcount organisationId={id} onSaved={reload} />
        </Drawer.Body>
        <Drawer.Footer><Drawer.Close asChild><Button variant="secondary">关闭</Button></Drawer.Close></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

function Plan({ plan: { title, kind, state, basis, target_fen, paid_fen, forecast_fen, warning } }: { plan: BudgetAnswer["plans"][number] }) {
  return (
    <li className="flex flex-col gap-y-1 py-3">
      <span className="flex items-center justify-between gap-3"><Text size="small" weight="plus">{title} · {PLAN_KINDS[kind]}</Text><StatusBadge color={STATES[state][0]}>{STATES[state][1]}</StatusBadge></span>
      <Text size="small">已付 {formatFen(paid_fen)} 元{target_fen !== null && ` / 目标 ${formatFen(target_fen)} 元，预计年底 ${formatFen(forecast_fen)} 元`}</Text>
      <Text size="small" className="text-ui-fg-subtle">{basis}</Text>
      {warning && <Text size="small" className="text-ui-fg-error">{warning}</Text>}
    </li>
  )
}

/** Members of a union on a day: what its yearly average is divided by. */
function Headcount({ organisationId, onSaved }: { organisationId: string; onSaved: () => unknown }) {
  const [texts, setTexts] = useState({ on_day: today(), members: "", evidence: "" })
  const saver = useSaver(() => post(`organisations/${organisationId}/headcounts`, checked(HeadcountInput, { ...texts, members: Number(texts.members) })), "人数已登记", onSaved)
  const { fields } = saver.faults
  return (
    <SmallForm title="登记工会会员人数" button="登记人数" saver={saver}>
      <TextField id="headcount-day" label="截至日期" type="date" value={texts.on_day} fault={fields.on_day} onChange={(on_day) => setTexts({ ...texts, on_day })} />
      <TextField id="headcount-members" label="人数" type="number" value={texts.members} fault={fields.members} onChange={(members) => setTexts({ ...texts, members })} />
      <TextField id="headcount-evidence" label="依据" hint="例如：会员名册编号" value={texts.evidence} fault={fields.evidence} onChange={(evidence) => setTexts({ ...texts, evidence })} />
    </SmallForm>
  )
}
