import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { randomUUID } from "node:crypto"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { PreorderForm } from "@/components/desk/preorder-form"
import { PreorderRules } from "@/components/desk/preorder-rules"
import { Notice, Yuan } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { openDesk } from "@/lib/desk/open-desk"
import { getPreorderOffer } from "@/lib/desk/preorders"
import { getProfile } from "@/lib/desk/spending"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "认购预购" }

export default async function PreorderOfferPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const path = `/desk/preorders/offers/${id}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const [offer, provinces, profile] = await withSession(path, (token) => Promise.all([getPreorderOffer(token, id), getDivisions(""), getProfile(token, desk.organisation.id)]))
  if (!offer) notFound()
  const { title, note, product_title, specification, producer, origin, designation, price_fen, left, book_by, harvest_from, harvest_to, can_book } = offer
  return (
    <DeskFrame desk={desk} title={title} lead={note || `${producer.name}，${origin}`} here="/desk/preorders">
      <div className="grid gap-10">
        <dl className="grid gap-x-8 gap-y-2 rounded-lg bg-paper-deep p-5 sm:grid-cols-2 lg:grid-cols-3">
          {[["商品", `${product_title}　${specification}`], ["价格", <Yuan key="price" fen={price_fen} className="font-semibold" />], ["还可认购", `${left} 份，${book_by} 截止`], ["生产方", `${producer.name}（${origin}）`], ["采收期", `${harvest_from} 至 ${harvest_to}`], ["认定", designation ?? "认定已失效"]].map(([name, shown]) => (
            <div key={String(name)}><dt className="text-sm text-ink-soft">{name}</dt><dd>{shown}</dd></div>
          ))}
        </dl>
        <PreorderRules rule={offer.rule} />
        {!can_book && <Notice title="这项预购现在不能认购">认购期已过，或预计产量已被认购完。</Notice>}
        {can_book && !has(desk.organisation, "buyer") && <Notice title="认购由采购人员操作">您在本单位的角色可以查看；认购请联系采购负责人。</Notice>}
        {can_book && has(desk.organisation, "buyer") && <PreorderForm offer={offer} organisationId={desk.organisation.id} clickId={randomUUID()} provinces={provinces} points={profile.delivery_points} />}
      </div>
    </DeskFrame>
  )
}
