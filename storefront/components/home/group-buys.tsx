import { GroupBuyCard } from "@/components/group-buy/card"
import { Section } from "@/components/ui"
import { getGroupBuys } from "@/lib/group-buy/api"

/** The group buys that run now; nothing where there are none. */
export async function HomeGroupBuys() {
  const running = (await getGroupBuys()).filter(({ can_join }) => can_join).slice(0, 3)
  if (running.length === 0) return null
  const now = new Date().getTime()
  return (
    <Section title="正在拼团" lead="人越多，价越低；结束时统一结算，差价原路退回。" more={{ href: "/group-buys", name: "全部团购" }}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 lg:gap-6">{running.map((group) => <GroupBuyCard key={group.id} group={group} now={now} />)}</ul>
    </Section>
  )
}
