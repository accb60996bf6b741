import type { EvidencePack } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import type { ReactNode } from "react"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Badge, buttonClass, Link, Price, TabLink, Yuan } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { openDesk } from "@/lib/desk/open-desk"
import { STATEMENT_STATES } from "@/lib/desk/statement-words"
import { getEvidencePack } from "@/lib/desk/statements"
import { lastPeriods, periodText } from "@/lib/periods"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "证明材料" }

const HERE = "/desk/evidence"
const MONTHS = 12

export default async function EvidencePage({ searchParams }: PageProps<"/desk/evidence">) {
  const desk = await openDesk(HERE)
  if (!desk) return <NoUnit />
  const periods = lastPeriods(MONTHS, new Date()).toReversed()
  const asked = (await searchParams).period
  const period = periods.find((one) => one === asked) ?? periods[0]!
  const pack = await withSession(HERE, (token) => getEvidencePack(token, desk.organisation.id, period))
  return (
    <DeskFrame desk={desk} title={`${periodText(period)}证明材料`} lead={<><span className="figures">{pack.from}</span> 至 <span className="figures">{pack.to}</span>，报送和备查用。农户姓名、证件号已遮掩。</>} here={HERE}
      aside={<a href={`/desk/evidence/pack?${new URLSearchParams({ organisation_id: desk.organisation.id, period })}`} className={buttonClass({})}>下载全部（ZIP）</a>}>
      <Periods periods={periods} chosen={period} />
      <div className="grid gap-10 lg:grid-cols-2 lg:gap-x-16">
        <Forms pack={pack} />
        <Papers pack={pack} />
        <Deliveries pack={pack} />
        <Beside pack={pack} />
      </div>
    </DeskFrame>
  )
}

/** Months newest first; the year is said where it begins. */
function Periods({ periods, chosen }: { periods: string[]; chosen: string }) {
  return (
    <nav aria-label="报送期间" className="mb-10"><ul className="-mx-2.5 flex overflow-x-auto">
      {periods.map((one, index) => {
        const isFirst = one.slice(0, 4) !== periods[index - 1]?.slice(0, 4)
        return <li key={one}><TabLink href={`${HERE}?period=${one}`} isHere={one === chosen} label={periodText(one)}>{isFirst ? periodText(one) : `${Number(one.slice(5))} 月`}</TabLink></li>
      })}
    </ul></nav>
  )
}

function Forms({ pack: { people, payable_fen, rows, paid_fen } }: { pack: EvidencePack }) {
  return (
    <Part title="两张表">
      <dl className="grid gap-6 sm:grid-cols-2">
        <div><dt className="text-sm text-ink-soft">附件1 带贫人员名册</dt><dd><Price fen={payable_fen} size="lg" className="text-leaf-deep" /><span className="block text-sm text-ink-soft">{people} 人，应付受益</span></dd></div>
        <div><dt className="text-sm text-ink-soft">附件2 消费扶贫证明材料</dt><dd><Price fen={paid_fen} size="lg" /><span className="block text-sm text-ink-soft">{rows} 行，已付货款</span></dd></div>
      </dl>
    </Part>
  )
}

function Papers({ pack: { statements, invoices } }: { pack: EvidencePack }) {
  return (
    <Part title="对账单与发票">
      {statements.length + invoices.length === 0 && <p className="text-ink-soft">这一期还没有发出的对账单和发票。</p>}
      <ul className="border-t border-line">
        {statements.map(({ id, number, seller, state, due_fen }) => (
          <Row key={id} amount={due_fen}><Link href={`/desk/statements/${id}`}>{number}</Link>　{seller}　<Badge tone={STATEMENT_STATES[state].tone}>{STATEMENT_STATES[state].text}</Badge></Row>
        ))}
        {invoices.map(({ id, number, seller, is_red, amount_fen }) => <Row key={id} amount={amount_fen}>发票 <span className="figures">{number}</span>　{seller}　{is_red && <Badge tone="vermilion">已红冲</Badge>}</Row>)}
      </ul>
    </Part>
  )
}

function Deliveries({ pack: { deliveries } }: { pack: EvidencePack }) {
  return (
    <Part title={`验收 ${deliveries.length} 次`}>
      {deliveries.length === 0 && <p className="text-ink-soft">这一期还没有验收的配送。</p>}
      <ul className="border-t border-line">
        {deliveries.map(({ id, page, delivery_date, name, signed_by, photos, notes }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-3"><span><Link href={page}>{dayText(delivery_date)}</Link>　{name}</span><span className="text-sm text-ink-soft">{signed_by && `${signed_by} 签收　`}送货单 {notes} 份　照片 {photos} 张</span></li>
        ))}
      </ul>
    </Part>
  )
}

/** What else is in the pack: signed agreements in force, and campaigns paid in the period. */
function Beside({ pack: { agreements, campaigns } }: { pack: EvidencePack }) {
  if (agreements.length + campaigns.length === 0) return null
  return (
    <Part title="协议与慰问活动">
      <ul className="border-t border-line">
        {campaigns.map(({ id, title, received_fen, has_minutes }) => <Row key={id} amount={received_fen}><Link href={`/desk/campaigns/${id}/evidence`}>{title}</Link>　证明{has_minutes && "、会议纪要"}</Row>)}
        {agreements.map(({ id, kind, number }) => <li key={id} className="border-b border-line py-3"><Link href={`/desk/${kind === "supply" ? "agreements" : "preorders"}/${id}`}>{number}</Link>　签署扫描件</li>)}
      </ul>
    </Part>
  )
}

function Row({ amount, children }: { amount: number; children: ReactNode }) {
  return <li className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-3"><span>{children}</span><Yuan fen={amount} className="font-semibold" /></li>
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <section className="grid content-start gap-4"><h2 className="text-2xl">{title}</h2>{children}</section>
}
