import { randomUUID } from "node:crypto"
import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { JoinScreen } from "@/components/group-buy/join-screen"
import { Page } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { getPrefill } from "@/lib/checkout/prefill"
import { getOrganisations } from "@/lib/desk/api"
import { getGroupBuy, getGroupBuyQuote } from "@/lib/group-buy/api"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "参团", robots: { index: false } }

export default async function JoinPage({ params, searchParams }: PageProps<"/group-buys/[id]/join">) {
  const { id } = await params
  const asked = Math.trunc(Number((await searchParams).quantity))
  const quantity = asked >= 1 && asked <= 9999 ? asked : 1
  const group = await getGroupBuy(id)
  if (!group) notFound()
  if (!group.can_join) redirect(`/group-buys/${id}`)
  const [quote, prefill, organisations, provinces] = await withSession(`/group-buys/${id}/join?quantity=${quantity}`, (token) =>
    Promise.all([getGroupBuyQuote(id, quantity, token), getPrefill(token), getOrganisations(token), getDivisions("")]))
  return (
    <Page title="参团" crumbs={[{ name: "正在拼团", href: "/group-buys" }, { name: group.title, href: `/group-buys/${id}` }, { name: "参团" }]}>
      <JoinScreen group={group} quantity={quantity} quote={quote} prefill={prefill} provinces={provinces} units={organisations.filter(({ roles }) => roles.includes("buyer")).map(({ id: unit, name }) => ({ id: unit, name }))} formKey={randomUUID()} stripeKey={process.env.STRIPE_PUBLISHABLE_KEY ?? null} />
    </Page>
  )
}
