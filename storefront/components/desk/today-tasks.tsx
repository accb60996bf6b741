import type { DeskTask } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge } from "@/components/ui"
import type { StateLabel } from "@/lib/orders/states"
import { plain, straw, vermilion } from "@/lib/desk/labels"
import { WAITING, waits } from "@/lib/desk/words"

const KINDS = {
  shortage: vermilion("预计缺货"), conflict: straw("数量不一致"), failed: vermilion("没有下单"),
  renewal: straw("续签"), proposal: straw("条款提议"), invitation: plain("邀请"), demand: straw("待选定"), filing: vermilion("报送"),
  preorder_due: straw("待付款"), preorder_overdue: vermilion("已逾期"), preorder_answer: vermilion("请答复"), preorder_accept: vermilion("待验收"),
} as const satisfies Record<DeskTask["kind"], StateLabel>

const labelOf = ({ kind, detail }: DeskTask): StateLabel => (kind === "failed" && waits(detail) ? WAITING : KINDS[kind])

const PAGES: Partial<Record<DeskTask["kind"], string>> = {
  demand: "demands", filing: "filing", renewal: "agreements", proposal: "agreements", preorder_due: "preorders", preorder_overdue: "preorders", preorder_answer: "preorders", preorder_accept: "preorders",
}
const hrefOf = ({ kind, id }: DeskTask): string => (kind === "invitation" ? "/desk/organisation" : `/desk/${PAGES[kind] ?? "occurrences"}/${id}`)

/** What waits for an answer of the unit, each leading to where it is given. */
export function TodayTasks({ tasks }: { tasks: DeskTask[] }) {
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className="mb-2 text-2xl">需要处理</h2>
      <ul className="border-t border-line">
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.id} ${task.title}`} className="relative grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 border-b border-line py-4 hover:bg-white">
            <Link href={hrefOf(task)} className="font-semibold after:absolute after:inset-0">{task.title}</Link>
            <Badge tone={labelOf(task).tone} className="self-start">{labelOf(task).text}</Badge>
            {task.detail && <p className="col-span-2 text-sm text-ink-soft">{task.detail}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
