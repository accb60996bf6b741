import type { Metadata } from "next"
import { GroupBuyCard } from "@/components/group-buy/card"
import { ButtonLink, Empty, Page } from "@/components/ui"
import { getGroupBuys } from "@/lib/group-buy/api"

export const metadata: Metadata = { title: "正在拼团", alternates: { canonical: "/group-buys" } }

export default async function GroupBuys() {
  const groups = await getGroupBuys()
  const now = new Date().getTime()
  const [running, over] = [groups.filter(({ state }) => state === "open"), groups.filter(({ state }) => state !== "open")]
  return (
    <Page title="正在拼团" lead="人越多，价越低。先按起团价付款，结束时按达到的阶梯统一结算，差价原路退回；没有成团，全额退款。">
      {running.length === 0
        ? <Empty title="现在没有正在进行的团购" action={<ButtonLink href="/products">先逛逛好物</ButtonLink>}><p>开团后会出现在这里。</p></Empty>
        : <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 lg:gap-6">{running.map((group) => <GroupBuyCard key={group.id} group={group} now={now} />)}</ul>}
      {over.length > 0 && (
        <section className="mt-14">
          <h2 className="mb-5 text-2xl">近期成团</h2>
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 lg:gap-6">{over.map((group) => <GroupBuyCard key={group.id} group={group} now={now} />)}</ul>
        </section>
      )}
    </Page>
  )
}
