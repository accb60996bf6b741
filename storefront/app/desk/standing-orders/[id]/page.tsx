import type { StandingOrder } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DeliveryRow } from "@/components/desk/delivery-row"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { PauseAndEnd } from "@/components/desk/pause-and-end"
import { StandingOrderEditor } from "@/components/desk/standing-order-editor"
import { Badge, Notice } from "@/components/ui"
import { getRecipients } from "@/lib/checkout/recipients"
import { addDays, businessDate, dayText } from "@/lib/dates"
import { getAgreements, getOccurrences, getStandingOrder } from "@/lib/desk/api"
import { openDesk } from "@/lib/desk/open-desk"
import { getProfile } from "@/lib/desk/spending"
import { has, STANDING_STATES } from "@/lib/desk/words"
import { getDivisions } from "@/lib/api"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "定向认购" }

export default async function StandingOrderPage({ params, searchParams }: PageProps<"/desk/standing-orders/[id]">) {
  const { id } = await params
  const path = `/desk/standing-orders/${id}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const today = businessDate(new Date())
  const [order, agreements, occurrences, provinces, { delivery_points }, recipients] = await withSession(path, (token) => Promise.all([
    getStandingOrder(token, id), getAgreements(token, desk.organisation.id), getOccurrences(token, { standing_order_id: id, from: today, to: addDays(today, 28) }), getDivisions(""), getProfile(token, desk.organisation.id), getRecipients(),
  ]))
  if (!order) notFound()
  const agreement = agreements.find((one) => one.id === order.agreement_id)
  const { text, tone } = STANDING_STATES[order.state]
  const editable = order.state !== "ended" && agreement !== undefined && has(desk.organisation, "buyer")
  return (
    <DeskFrame desk={desk} title={order.name} here="/desk/standing-orders" lead={<span className="flex flex-wrap items-center gap-3"><Badge tone={tone}>{text}</Badge>协议 {order.agreement_number}{order.given_to && <span>捐给 {order.given_to.name}（{order.given_to.place}）</span>}</span>}>
      {(await searchParams).saved && <Notice tone="good" title="已保存" className="mb-8">还没截单的配送已按新的安排更新；单独改过的日期不变。</Notice>}
      {order.paused_from && order.resume_on && <Notice title={`${dayText(order.paused_from)}起暂停，${dayText(order.resume_on)}恢复配送`} className="mb-8" />}
      <Closed order={order} editable={editable} />
      {occurrences.length > 0 && <section aria-labelledby="next" className="mb-12"><h2 id="next" className="mb-2 text-xl">接下来四周</h2><ul className="border-t border-line">{occurrences.map((one) => <DeliveryRow key={one.id} occurrence={one} />)}</ul></section>}
      {editable && (
        <>
          <section aria-labelledby="edit" className="border-t border-line pt-8"><h2 id="edit" className="mb-6 text-2xl">修改安排</h2><StandingOrderEditor agreement={agreement} order={order} points={delivery_points} recipients={recipients} provinces={provinces} earliest={today} /></section>
          <PauseAndEnd order={order} today={today} />
        </>
      )}
      {!editable && order.state !== "ended" && <p className="text-ink-soft">您在本单位的角色可以查看；修改请联系采购负责人。</p>}
    </DeskFrame>
  )
}

/** Whom it is given to takes no more: nothing is ordered until somebody else is chosen. */
function Closed({ order: { given_to, state }, editable }: { order: StandingOrder; editable: boolean }) {
  if (!given_to || given_to.is_open || state === "ended") return null
  return <Notice tone="problem" title={`${given_to.name}已停止接收捐赠`} className="mb-8">之后的配送不会下单。{editable ? "请在下面" : "请采购人员"}另选一家，或改为本单位收货。</Notice>
}
