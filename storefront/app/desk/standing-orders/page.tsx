import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { StandingOrderCard } from "@/components/desk/standing-order-card"
import { Vacations } from "@/components/desk/vacations"
import { ButtonLink, Empty } from "@/components/ui"
import { getStandingOrders } from "@/lib/desk/api"
import { getDaysOff, getVacations } from "@/lib/desk/supply"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "定向认购" }

export default async function StandingOrdersPage() {
  const desk = await openDesk("/desk/standing-orders")
  if (!desk) return <NoUnit />
  const [orders, vacations, daysOff] = await withSession("/desk/standing-orders", (token) => Promise.all([getStandingOrders(token, desk.organisation.id), getVacations(token, desk.organisation.id), getDaysOff(token, desk.organisation.id)]))
  const create = has(desk.organisation, "buyer") && <ButtonLink href="/desk/standing-orders/new">新建定向认购</ButtonLink>
  return (
    <DeskFrame desk={desk} title="定向认购" lead="选好商品、数量和配送日，到时自动下单。" here="/desk/standing-orders" aside={orders.length > 0 && create}>
      {orders.length === 0
        ? <Empty title="还没有定向认购" action={create}><p>食堂每周固定要用的，设一次就好。</p></Empty>
        : <ul className="grid gap-4 lg:grid-cols-2">{orders.map((order) => <StandingOrderCard key={order.id} order={order} />)}</ul>}
      <Vacations organisationId={desk.organisation.id} vacations={vacations} daysOff={daysOff} mayChange={has(desk.organisation, "buyer")} />
    </DeskFrame>
  )
}
