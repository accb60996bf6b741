import type { Metadata } from "next"
import { BaseCard } from "@/components/desk/base-card"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { ButtonLink, cx, Empty, Link, Notice, Price } from "@/components/ui"
import { getBases } from "@/lib/desk/bases"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { askedYear } from "@/lib/desk/year"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "帮扶基地" }

export default async function BasesPage({ searchParams }: PageProps<"/desk/bases">) {
  const desk = await openDesk("/desk/bases")
  if (!desk) return <NoUnit />
  const { year: asked, proposed } = await searchParams
  const { year, thisYear } = askedYear(asked)
  const { bases, total } = await withSession("/desk/bases", (token) => getBases(token, desk.organisation.id, year))
  const propose = has(desk.organisation, "buyer") && <ButtonLink href="/desk/bases/new">提出帮扶基地</ButtonLink>
  return (
    <DeskFrame desk={desk} title="帮扶基地" lead="本单位帮扶的直采直供基地：当地核实挂牌后，付款采购基地的主要产品计入。" here="/desk/bases" aside={bases.length > 0 && propose}>
      <div className="grid gap-6">
        {proposed === "yes" && <Notice tone="good" title="已提出，等待基地所在地的工作人员核实" />}
        {bases.length === 0 ? <Empty title="还没有帮扶基地" action={propose}><p>和村里、合作社定点种养的基地可以在这里提出，由当地工作人员实地核实后挂牌。</p></Empty> : (
          <>
            <nav aria-label="年度" className="flex gap-4">{[thisYear, thisYear - 1].map((one) => <Link key={one} href={`/desk/bases?year=${one}`} aria-current={one === year ? "page" : undefined} className={cx("py-1", one === year ? "font-semibold" : "link")}>{one} 年</Link>)}</nav>
            <section aria-label="合计" className="border-y-4 border-leaf py-5">
              <p className="text-lg">{year} 年在基地直采，带动 <b className="figures text-leaf">{total.households}</b> 户农家</p>
              <p className="mt-1"><Price fen={total.paid_fen} size="lg" /></p>
              {bases.length > 1 && <p className="mt-1 text-sm text-ink-soft">同一笔付款涉及几个基地时，合计只计一次。</p>}
            </section>
            <ul className="grid gap-5 lg:grid-cols-2">{bases.map((base) => <li key={base.id}><BaseCard base={base} /></li>)}</ul>
          </>
        )}
      </div>
    </DeskFrame>
  )
}
