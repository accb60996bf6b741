import type { Metadata } from "next"
import { connection } from "next/server"
import { ByMonth } from "@/components/impact/by-month"
import { ByRegion } from "@/components/impact/by-region"
import { LatestBlock } from "@/components/impact/latest-block"
import { Stages } from "@/components/impact/stages"
import { Totals } from "@/components/impact/totals"
import { ButtonLink, Empty, Page } from "@/components/ui"
import { getBenefitSummary, getLedgerSeal } from "@/lib/api"
import { lastPeriods } from "@/lib/periods"

export const metadata: Metadata = {
  title: "受益公示", description: "消费帮扶馆的每一笔付款，按利益联结协议记到受益农户。按地区、按月公示，口径写明。", alternates: { canonical: "/impact" },
}

const MONTHS = 6

export default async function Impact() {
  await connection()
  const periods = lastPeriods(MONTHS, new Date())
  const [seal, summary, ...months] = await Promise.all([getLedgerSeal(), getBenefitSummary(), ...periods.map((period) => getBenefitSummary(period))])
  return (
    <Page title="受益公示" lead="买了多少、哪里的农户受益多少，都在这里。数字直接取自受益账本，刷新即是最新。" crumbs={[{ name: "首页", href: "/" }, { name: "受益公示" }]}>
      {summary.orders === 0
        ? <Empty title="账本还是空的" action={<ButtonLink href="/products">去挑第一件好物</ButtonLink>}><p>第一笔付款到账后，这里就会有数字。</p></Empty>
        : (
          <div className="grid grid-cols-1 gap-16">
            <Totals summary={summary} />
            <section><h2 className="text-2xl md:text-3xl">哪里受益</h2><p className="mt-2 mb-6 text-sm text-ink-soft">按受益农户登记所在的区县汇总，各区县相加等于累计受益金额。</p><ByRegion regions={summary.by_region} /></section>
            <section><h2 className="text-2xl md:text-3xl">近六个月</h2><p className="mt-2 mb-6 text-sm text-ink-soft">每月从上月 29 日算到当月 28 日，与填报期间一致；退款在发生的那个月减去。</p><ByMonth months={periods.map((period, index) => ({ period, summary: months[index]! })).reverse()} /></section>
          </div>
        )}
      <section id="stages" className="mt-16 scroll-mt-8">
        <h2 className="mb-6 text-2xl md:text-3xl">账上的字是什么意思</h2>
        <Stages />
      </section>
      <section className="mt-16 grid items-center gap-6 rounded-lg bg-leaf-wash p-6 md:grid-cols-[1fr_auto] md:p-10">
        <div>
          <h2 className="text-2xl">怎么自己核对</h2>
          <p className="mt-2 max-w-2xl text-ink-soft">付过款的订单，打开订单回执就能看到这一单让哪里的几户农家各受益多少。包装或证书上的编号，可以到“验真”页查它是谁的、是否有效。少于五户的村只公示到镇，姓名须经农户本人同意才显示。</p>
          <LatestBlock seal={seal} />
        </div>
        <ButtonLink href="/verify" look="benefit">去验真</ButtonLink>
      </section>
    </Page>
  )
}
