import type { WorkbenchTask, WorkbenchToday } from "@fupin/contract/schemas"
import { quantityText } from "@fupin/contract/codes"
import type { Metadata } from "next"
import Link from "next/link"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, Empty, Notice } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { straw, vermilion } from "@/lib/desk/labels"
import type { StateLabel } from "@/lib/orders/states"
import { withSession } from "@/lib/session"
import { getWorkbenchToday } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "经营主体工作台" }

export default async function WorkbenchPage({ searchParams }: PageProps<"/workbench">) {
  const bench = await openWorkbench("/workbench")
  if (!bench) return <NoProducer />
  const { joined } = await searchParams
  const { today, tasks, days } = await withSession("/workbench", (token) => getWorkbenchToday(token, bench.producer.id))
  return (
    <WorkbenchFrame bench={bench} title="今天" lead={dayText(today)} here="/workbench">
      {joined !== undefined && <Notice tone="good" title="已加入，现在就可以办理" className="mb-8">下面是等您答复的事，和接下来要送的货。</Notice>}
      <div className="grid gap-12 lg:grid-cols-2 lg:gap-14">
        <Tasks tasks={tasks} />
        <section aria-labelledby="sending">
          <h2 id="sending" className="mb-3 text-2xl">要送的货</h2>
          {days.length === 0 ? <Empty title="未来两周没有要送的货"><p>采购单位下了单，就会出现在这里。</p></Empty> : <ul className="grid gap-3">{days.map((day) => <Day key={day.date} day={day} today={today} />)}</ul>}
        </section>
      </div>
    </WorkbenchFrame>
  )
}

const KINDS = { proposal: straw("条款提议"), demand: straw("可报价"), dispute: vermilion("有异议"), invoice: vermilion("待开票") } as const satisfies Record<WorkbenchTask["kind"], StateLabel>
const HREFS: Record<WorkbenchTask["kind"], (id: string) => string> = {
  proposal: (id) => `/workbench/agreements/${id}`, demand: (id) => `/workbench/demands/${id}`, dispute: (id) => `/workbench/statements/${id}`, invoice: (id) => `/workbench/invoices#${id}`,
}

function Tasks({ tasks }: Pick<WorkbenchToday, "tasks">) {
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="mb-3 text-2xl">等您答复</h2>
      {tasks.length === 0 && <p className="border-y border-line py-4 text-ink-soft">没有等您答复的事。</p>}
      <ul className="grid gap-3">
        {tasks.map(({ kind, id, title, detail }) => (
          <li key={`${kind} ${id}`} className="relative grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-lg border border-line bg-white p-4 hover:border-ink">
            <Link href={HREFS[kind](id)} className="font-semibold after:absolute after:inset-0">{title}</Link>
            <Badge tone={KINDS[kind].tone} className="self-start">{KINDS[kind].text}</Badge>
            <p className="col-span-2 text-sm text-ink-soft">{detail}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Day({ day: { date, units, lines }, today }: { day: WorkbenchToday["days"][number]; today: string }) {
  return (
    <li className="relative grid gap-2 rounded-lg border border-line bg-white p-4 hover:border-ink">
      <p className="flex flex-wrap items-center justify-between gap-2"><Link href={`/workbench/packing?date=${date}`} className="font-song text-xl font-bold after:absolute after:inset-0">{dayText(date)}</Link>{date === today ? <Badge tone="vermilion">今天</Badge> : <span className="text-sm text-ink-soft">{units} 家单位</span>}</p>
      <ul className="grid gap-1">{lines.map(({ variant_id, title, specification, settle_by, supplied }) => <li key={`${variant_id} ${settle_by}`} className="flex items-baseline justify-between gap-4"><span>{title}　<span className="text-sm text-ink-soft">{specification}</span></span><span className="figures font-semibold whitespace-nowrap">{quantityText(supplied, settle_by)}</span></li>)}</ul>
    </li>
  )
}
