import type { DeskToday } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import Link from "next/link"
import { DeliveryRow } from "@/components/desk/delivery-row"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { StatementRow } from "@/components/desk/statement-row"
import { TodayTasks } from "@/components/desk/today-tasks"
import { TodayFigures } from "@/components/desk/today-figures"
import { ButtonLink, Empty, Notice, Yuan } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { openDesk } from "@/lib/desk/open-desk"
import { getToday } from "@/lib/desk/spending"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "单位采购台" }

export default async function DeskPage() {
  const desk = await openDesk("/desk")
  if (!desk) return <NoUnit />
  const today = await withSession("/desk", (token) => getToday(token, desk.organisation.id))
  const { arrived, approvals, statements, tasks, coming } = today
  const idle = arrived.length + approvals.length + statements.length + tasks.length === 0
  return (
    <DeskFrame desk={desk} title="今天" lead={dayText(today.today)} here="/desk">
      {!desk.organisation.verified_at && <Notice tone="problem" title="单位还没有核验" className="mb-8">核验之前只能查看。请联系当地帮扶办。</Notice>}
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <div className="grid min-w-0 content-start gap-12">
          {idle && <p className="flex items-center gap-2 border-y border-line py-4 text-ink-soft">今天没有等您处理的事。</p>}
          <Waiting approvals={approvals} />
          {arrived.length > 0 && (
            <section aria-labelledby="arrived">
              <h2 id="arrived" className="text-2xl">等待验收</h2>
              <p className="mt-1 mb-3 text-sm text-ink-soft">收到货后按实收数量登记，农户受益随即转为“应付”。</p>
              <ul className="border-t border-line">{arrived.map((one) => <DeliveryRow key={one.id} occurrence={one} />)}</ul>
            </section>
          )}
          {statements.length > 0 && (
            <section aria-labelledby="statements">
              <h2 id="statements" className="mb-2 text-2xl">等待确认的对账单</h2>
              <ul className="border-t border-line">{statements.map((one) => <StatementRow key={one.id} statement={one} />)}</ul>
            </section>
          )}
          <TodayTasks tasks={tasks} />
          <section aria-labelledby="coming">
            <h2 id="coming" className="mb-2 text-2xl">未来两周的配送</h2>
            {coming.length === 0
              ? <Empty title="未来两周没有配送" action={has(desk.organisation, "buyer") && <ButtonLink href="/desk/standing-orders/new">新建定向认购</ButtonLink>} />
              : <ul className="border-t border-line">{coming.map((one) => <DeliveryRow key={one.id} occurrence={one} />)}</ul>}
            {coming.length > 0 && <ButtonLink href="/desk/calendar" look="secondary" size="sm" className="mt-5">看整月日历</ButtonLink>}
          </section>
        </div>
        <TodayFigures today={today} maySeeMoney={has(desk.organisation, "buyer", "approver", "finance")} />
      </div>
    </DeskFrame>
  )
}

function Waiting({ approvals }: Pick<DeskToday, "approvals">) {
  if (approvals.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting" className="mb-2 text-2xl">等您审批</h2>
      <ul className="border-t border-line">
        {approvals.slice(0, 5).map(({ id, title, on_day, amount_fen }) => (
          <li key={id} className="relative flex items-baseline justify-between gap-4 border-b border-line py-4 hover:bg-white">
            <p><Link href={`/desk/approvals#${id}`} className="font-semibold after:absolute after:inset-0">{title}</Link><span className="block text-sm text-ink-soft">{dayText(on_day)} 送达</span></p>
            <Yuan fen={amount_fen} className="font-semibold" />
          </li>
        ))}
      </ul>
      {approvals.length > 5 && <ButtonLink href="/desk/approvals" look="secondary" size="sm" className="mt-5">全部 {approvals.length} 笔</ButtonLink>}
    </section>
  )
}
