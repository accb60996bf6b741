import type { Metadata } from "next"
import { ComingParcels } from "@/components/gift/coming-parcels"
import { GiftCodeForm } from "@/components/gift/code-form"
import { PackChoice } from "@/components/gift/pack-choice"
import { Notice, Page } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { dayText } from "@/lib/dates"
import { readGift } from "@/lib/gift/gift"

export const metadata: Metadata = { title: "工会节日慰问", robots: { index: false, follow: false }, referrer: "no-referrer" }

export default async function GiftPage({ params }: PageProps<"/gift/[token]">) {
  const { token } = await params
  const gift = await readGift(token)
  if (!gift) return <Page narrow title="工会节日慰问" lead="请输入验证码，打开您的礼包。"><GiftCodeForm token={token} /></Page>
  const chosen = gift.packs.find(({ id }) => id === gift.pack_id)
  const provinces = gift.is_open && gift.delivery_mode !== "pickup" ? await getDivisions("") : []
  return (
    <Page narrow title={gift.title} lead={`${gift.organisation}　${gift.name}${gift.heads > 1 ? `，${gift.heads} 份` : ""}。${gift.is_open ? `${dayText(gift.choose_by)}前可以反复打开、改选，以最后一次为准；不选则发放默认礼包。` : "选择已截止。"}`}>
      <div className="grid gap-8">
        {gift.told && <Notice tone={gift.is_dropped ? "problem" : "info"} title={gift.is_dropped ? "本次没有您的礼包" : "您的礼包有变动"}>{gift.told}</Notice>}
        {chosen && <div role="status"><Notice tone="good" title={`您的礼包：${chosen.name}`}>{gift.chosen_by === "default" ? "您没有选择，工会按默认安排。" : gift.is_open ? "截止前可以改选，以最后一次为准。" : "选择已确定，要改请联系工会。"}{gift.delivery === "home" ? " 送货到家。" : gift.pickup ? ` 领取地点：${gift.pickup}` : ""}</Notice></div>}
        {gift.pickup_code && gift.outcome === null && <section className="grid justify-items-center gap-2 rounded-lg border-2 border-leaf bg-white p-6"><h2 className="text-lg">领取码</h2><p className="figures text-4xl font-bold tracking-widest">{gift.pickup_code}</p><p className="text-sm text-ink-soft">领取时出示；请同事代领，把它告诉代领人。</p></section>}
        <ComingParcels token={token} gift={gift} />
        {gift.outcome && <Notice title={gift.outcome === "unclaimed" ? "礼包未领取，已退回工会" : gift.outcome === "delivered" ? "礼包已送到家" : "礼包已领取"} />}
        {!gift.is_dropped && <PackChoice token={token} gift={gift} provinces={provinces} />}
        <p className="text-sm text-ink-soft">礼包里的每件商品都来自认定的帮扶产品，货款会记到农户名下。</p>
      </div>
    </Page>
  )
}
