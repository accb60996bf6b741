import type { Metadata } from "next"
import { AccountFrame } from "@/components/account/account-frame"
import { PartCard } from "@/components/group-buy/part-card"
import { ButtonLink, Empty, Notice } from "@/components/ui"
import { getMyParts } from "@/lib/group-buy/api"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "我的团购" }

export default async function MyGroupBuys({ searchParams }: PageProps<"/account/group-buys">) {
  const [parts, { joined }] = [await withSession("/account/group-buys", getMyParts), await searchParams]
  const now = new Date().getTime()
  return (
    <AccountFrame title="我的团购" here="/account/group-buys">
      {joined === "1" && <Notice tone="good" title="参团成功" className="mb-6">把团购页分享给朋友，份数越多价越低；结束后差价会原路退回。</Notice>}
      {parts.length === 0
        ? <Empty title="还没有参加团购" action={<ButtonLink href="/group-buys">看看正在拼的团</ButtonLink>} />
        : <ul className="grid gap-4">{parts.map((part) => <PartCard key={part.id} part={part} now={now} />)}</ul>}
    </AccountFrame>
  )
}
