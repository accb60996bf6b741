import type { Metadata } from "next"
import { DeliveryRow } from "@/components/desk/delivery-row"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { ButtonLink, Empty, Notice, Price } from "@/components/ui"
import { addDays, businessDate } from "@/lib/dates"
import { getInstitutionOrders, getOccurrences, getStandingOrders } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { canBeAccepted, dueOf, has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "单位采购台" }

/** How long ago a delivery may have been and still be asked after. */
const LATE_DAYS = 60

export default async function DeskPage() {
  const desk = await openDesk("/desk")
  if (!desk) return <NoUnit />
  const { id: organisation_id, verified_at } = desk.organisation
  const today = businessDate(new Date())
  const [orders, occurrences, standing] = await withSession("/desk", (token) => Promise.all([
    getInstitutionOrders(token, organisation_id), getOccurrences(token, { organisation_id, from: addDays(today, -LATE_DAYS), to: addDays(today, 14) }), getStandingOrders(token, organisation_id),
  ]))
  const due = dueOf(orders)
  const arrived = has(desk.organisation, "receiver") ? occurrences.filter((one) => one.delivery_date <= today && canBeAccepted(one)) : []
  const coming = occurrences.filter((one) => one.delivery_date >= today && !arrived.includes(one))
  return (
    <DeskFrame desk={desk} title="采购台" here="/desk">
      {!verified_at && <Notice tone="problem" title="单位还没有核验" className="mb-8">核验之前只能查看。请联系当地帮扶办。</Notice>}
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <div className="grid content-start gap-12">
          {arrived.length > 0 && (
            <section aria-labelledby="arrived">
              <h2 id="arrived" className="text-2xl">等待验收</h2>
              <p className="mt-1 mb-3 text-sm text-ink-soft">收到货后按实收数量登记，农户受益随即转为“应付”。</p>
              <ul className="border-t border-line">{arrived.map((one) => <DeliveryRow key={one.id} occurrence={one} />)}</ul>
            </section>
          )}
          <section aria-labelledby="coming">
            <h2 id="coming" className="mb-2 text-2xl">未来两周的配送</h2>
            {coming.length === 0
              ? <Empty title="未来两周没有配送" action={has(desk.organisation, "buyer") && <ButtonLink href="/desk/standing-orders/new">新建定向认购</ButtonLink>} />
              : <ul className="border-t border-line">{coming.slice(0, 8).map((one) => <DeliveryRow key={one.id} occurrence={one} />)}</ul>}
            {coming.length > 0 && <ButtonLink href="/desk/calendar" look="secondary" size="sm" className="mt-5">看整月日历</ButtonLink>}
          </section>
        </div>
        <div className="grid content-start gap-8">
          <section aria-labelledby="due" className="grid gap-3 border-t-4 border-vermilion pt-4">
            <h2 id="due" className="text-xl">待付款</h2>
            <Price fen={due.due_fen} size="lg" />
            <p className="text-sm text-ink-soft">{due.orders === 0 ? "没有等待付款的订单" : `共 ${due.orders} 个订单，用对公转账付款`}</p>
            <ButtonLink href="/desk/payments" look="secondary" size="sm" className="justify-self-start">订单与付款</ButtonLink>
          </section>
          <section aria-labelledby="plans" className="grid gap-3 border-t-4 border-leaf pt-4">
            <h2 id="plans" className="text-xl">定向认购</h2>
            <p className="text-sm text-ink-soft">进行中 {standing.filter(({ state }) => state === "active").length} 份，已暂停 {standing.filter(({ state }) => state === "paused").length} 份</p>
            <ButtonLink href="/desk/standing-orders" look="secondary" size="sm" className="justify-self-start">管理</ButtonLink>
          </section>
        </div>
      </div>
    </DeskFrame>
  )
}
