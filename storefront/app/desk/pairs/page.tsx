import { formatFen } from "@fupin/contract/money"
import type { Pair } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Badge, cx, Empty, Link, Meter, Price } from "@/components/ui"
import { businessDate } from "@/lib/dates"
import { PLAN_STATES } from "@/lib/desk/budget-words"
import { openDesk } from "@/lib/desk/open-desk"
import { getPairs } from "@/lib/desk/pairs"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "结对帮扶" }

const KINDS: Record<Pair["kind"], string> = { east_west: "东西部协作", counterpart: "对口支援", central: "定点帮扶", enterprise: "村企结对" }

export default async function PairsPage({ searchParams }: { searchParams: Promise<{ year?: string }> }) {
  const desk = await openDesk("/desk/pairs")
  if (!desk) return <NoUnit />
  const thisYear = Number(businessDate(new Date()).slice(0, 4))
  const asked = Number((await searchParams).year)
  const year = asked >= 2020 && asked <= thisYear ? asked : thisYear
  const pairs = await withSession("/desk/pairs", (token) => getPairs(token, desk.organisation.id, year))
  return (
    <DeskFrame desk={desk} title="结对帮扶" lead="本单位或所在区划结对帮扶的地方：买那里的产品，付款后计入。" here="/desk/pairs">
      <div className="grid gap-6">
        <nav aria-label="年度" className="flex gap-4">{[thisYear, thisYear - 1].map((one) => <Link key={one} href={`/desk/pairs?year=${one}`} aria-current={one === year ? "page" : undefined} className={cx("py-1", one === year ? "font-semibold" : "link")}>{one} 年</Link>)}</nav>
        {pairs.length === 0 && <Empty title="没有登记结对"><p>结对关系由当地帮扶办登记；登记后，买结对地的产品会自动计入。</p></Empty>}
        <ul className="grid gap-5 lg:grid-cols-2">{pairs.map((pair) => <li key={pair.id}><PairCard pair={pair} /></li>)}</ul>
      </div>
    </DeskFrame>
  )
}

/** Who helps whom, and how far the year is. */
function PairCard({ pair: { id, kind, payer, helped, document, state, target_fen, paid_fen, forecast_fen, last_year_fen, units } }: { pair: Pair }) {
  const [own] = units
  return (
    <article aria-labelledby={id} className="grid gap-3 rounded-lg border border-line bg-white p-5">
      <p className="flex flex-wrap items-center gap-2"><Badge>{KINDS[kind]}</Badge><Badge tone={PLAN_STATES[state].tone}>{PLAN_STATES[state].text}</Badge></p>
      <h2 id={id} className="text-xl">{payer.name} 与 {helped.name}</h2>
      <p><span className="block text-sm text-ink-soft">已付款</span><Price fen={paid_fen} size="lg" />{target_fen !== null && <span className="text-sm text-ink-soft">　计划 <span className="figures">¥{formatFen(target_fen)}</span></span>}</p>
      {target_fen !== null && <Meter label="完成进度" value={paid_fen} max={target_fen} />}
      <dl className="grid gap-1 text-sm text-ink-soft">
        {payer.kind === "region" && <div><dt className="inline">其中本单位　</dt><dd className="figures inline">¥{formatFen(own?.paid_fen ?? 0)}</dd></div>}
        <div><dt className="inline">上年　</dt><dd className="figures inline">¥{formatFen(last_year_fen)}</dd></div>
        {target_fen !== null && <div><dt className="inline">按目前进度到年底　</dt><dd className="figures inline">¥{formatFen(forecast_fen)}</dd></div>}
        <div><dt className="inline">依据　</dt><dd className="inline">{document}</dd></div>
      </dl>
      <Link href={`/regions/${helped.code}`} className="link justify-self-start text-sm font-semibold">看{helped.name}的产品</Link>
    </article>
  )
}
