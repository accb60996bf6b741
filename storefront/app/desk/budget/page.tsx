import type { OutsidePurchase } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { OutsideForm } from "@/components/desk/outside-form"
import { OutsideListForm } from "@/components/desk/outside-list-form"
import { PlanCard } from "@/components/desk/plan-card"
import { UnitFigures } from "@/components/desk/unit-entries"
import { Badge, ButtonLink, Empty, Yuan } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { businessDate } from "@/lib/dates"
import { OUTSIDE_STATES } from "@/lib/desk/budget-words"
import { openDesk } from "@/lib/desk/open-desk"
import { getBudget, getEntries } from "@/lib/desk/spending"
import { has } from "@/lib/desk/words"
import { askedYear } from "@/lib/desk/year"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "预算与份额" }

export default async function BudgetPage({ searchParams }: PageProps<"/desk/budget">) {
  const desk = await openDesk("/desk/budget")
  if (!desk) return <NoUnit />
  const { year, thisYear } = askedYear((await searchParams).year)
  const mayEnter = has(desk.organisation, "buyer", "finance", "approver")
  const [{ budgets, plans, outside }, provinces, figures] = await Promise.all([
    withSession("/desk/budget", (token) => getBudget(token, desk.organisation.id, year)), getDivisions(""), withSession("/desk/budget", (token) => getEntries(token, desk.organisation.id)),
  ])
  const maySet = desk.organisation.verified_at !== null && has(desk.organisation, "manager", "finance")
  return (
    <DeskFrame desk={desk} title={`${year} 年预算与份额`} lead="只有付了款的采购才计入，按付款日期算年度。" here="/desk/budget"
      aside={<div className="flex gap-2"><ButtonLink href={`/desk/budget?year=${year - 1}`} look="secondary" size="sm">{year - 1} 年</ButtonLink>{year < thisYear && <ButtonLink href={`/desk/budget?year=${year + 1}`} look="secondary" size="sm">{year + 1} 年</ButtonLink>}</div>}>
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <div className="grid content-start gap-6">
          {plans.length === 0 ? <Empty title="这一年还没有计划"><p>预留份额、帮扶计划由当地帮扶办登记，登记后在这里看进度。</p></Empty> : plans.map((plan) => <PlanCard key={plan.id} plan={plan} thisYear={thisYear} mayOrder={has(desk.organisation, "buyer")} />)}
          {mayEnter && (
            <section id="outside" aria-labelledby="outside-title" className="mt-6 grid gap-5 border-t-4 border-vermilion pt-4">
              <div><h2 id="outside-title" className="text-xl">在别处买的</h2><p className="mt-1 text-sm text-ink-soft">附上发票或平台订单，帮扶办核对后计入。</p></div>
              <Outside purchases={outside} />
              <details className="rounded-lg border border-line bg-white p-4 sm:p-6"><summary className="min-h-11 cursor-pointer content-center font-semibold">登记一笔</summary><div className="mt-4"><OutsideForm organisationId={desk.organisation.id} today={businessDate(new Date())} provinces={provinces} /></div></details>
              <details className="rounded-lg border border-line bg-white p-4 sm:p-6"><summary className="min-h-11 cursor-pointer content-center font-semibold">登记一批：粘贴或上传清单</summary><div className="mt-4"><OutsideListForm organisationId={desk.organisation.id} /></div></details>
            </section>
          )}
        </div>
        <UnitFigures organisationId={desk.organisation.id} budgets={budgets} figures={figures} mayEnter={maySet} today={businessDate(new Date())} />
      </div>
    </DeskFrame>
  )
}

function Outside({ purchases }: { purchases: OutsidePurchase[] }) {
  return (
    <ul className="grid gap-2 text-sm">
      {purchases.map(({ id, goods, seller, paid_on, amount_fen, state, reason }) => (
        <li key={id}><span className="flex justify-between gap-3"><span>{goods}　<Badge tone={OUTSIDE_STATES[state].tone}>{OUTSIDE_STATES[state].text}</Badge></span><Yuan fen={amount_fen} /></span><span className="text-ink-soft">{seller}，<span className="figures">{paid_on}</span>{reason && `，${reason}`}　<a className="link" href={`/desk/budget/proofs/${id}`} download>凭证</a></span></li>
      ))}
    </ul>
  )
}
