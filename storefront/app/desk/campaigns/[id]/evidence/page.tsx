import type { Metadata } from "next"
import type { ReactNode } from "react"
import { CampaignFrame } from "@/components/campaign/campaign-frame"
import { SellerList } from "@/components/campaign/seller-list"
import { InvoiceSection } from "@/components/desk/invoice-section"
import { NoUnit } from "@/components/desk/no-unit"
import { ButtonLink, Price } from "@/components/ui"
import { getEvidence } from "@/lib/desk/campaigns"
import { openCampaign } from "@/lib/desk/open-campaign"
import { readInvoicing } from "@/lib/desk/read-invoicing"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "证明材料" }

export default async function EvidencePage({ params }: PageProps<"/desk/campaigns/[id]/evidence">) {
  const { id } = await params
  const opened = await openCampaign(id, "/evidence")
  if (!opened) return <NoUnit />
  const [{ campaign, packs, orders, transfers, benefit }, invoicing] = await withSession(`/desk/campaigns/${id}/evidence`, (token) => Promise.all([getEvidence(token, id), readInvoicing(token, opened.desk.organisation, { campaign_id: id })]))
  return (
    <CampaignFrame desk={opened.desk} campaign={opened.campaign} here="/evidence">
      <div className="grid gap-8">
        <div className="grid gap-3 rounded-lg border border-line bg-white p-4 sm:p-5">
          <p><ButtonLink href={`/desk/campaigns/${id}/files/pack.zip`}>下载全套材料（ZIP）</ButtonLink></p>
          <p className="text-sm text-ink-soft">证明、会议纪要、付款明细、发票、附件1 和附件2，附每个文件的 SHA-256。{opened.mayAccept ? "领取签收表也在其中。" : "领取签收表有职工姓名，由验收人员下载时才有。"}</p>
        </div>
        <p className="flex flex-wrap gap-3"><ButtonLink href={`/desk/campaigns/${id}/files/evidence.pdf`} size="sm" look="secondary">证明（PDF）</ButtonLink><ButtonLink href={`/desk/campaigns/${id}/files/evidence.xlsx`} size="sm" look="secondary">Excel</ButtonLink>{campaign.minutes && <ButtonLink href={`/desk/campaigns/${id}/files/minutes.pdf`} size="sm" look="secondary">会议纪要原件</ButtonLink>}</p>
        <Part title="农户受益"><p><span className="figures text-2xl font-bold text-leaf-deep">{benefit.households} 户</span>　合计 <Price fen={benefit.total_fen} /></p><p className="text-sm text-ink-soft">预提 <Price fen={benefit.provisional_fen} />，应付 <Price fen={benefit.payable_fen} />，已兑付 <Price fen={benefit.settled_fen} />；数字取自农户受益台账，付款后才有。</p></Part>
        <Part title="集体决定"><p className="break-all">{campaign.minutes ? `${campaign.minutes.filename}，SHA-256 ${campaign.minutes.sha256}` : "没有上传会议纪要"}</p></Part>
        <Part title="名册与签收"><p>{campaign.members} 人 {campaign.heads} 份：自选 {campaign.chosen} 人，默认 {campaign.silent} 人，移出 {campaign.left} 人。已领 {campaign.handed_out} 人（代领 {campaign.by_proxy} 人），送货到家 {campaign.to_home} 人，未领退回工会 {campaign.unclaimed} 人，破损补发 {campaign.replaced} 人。</p></Part>
        <Part title="礼包"><ul>{packs.map(({ id: pack, name, taken, price_fen }) => <li key={pack}>{name} × {taken}　<Price fen={taken * price_fen} /></li>)}</ul></Part>
        <Part title="付款">{transfers.length === 0 ? <p className="text-ink-soft">还没有到账。</p> : <ul>{transfers.map(({ reference, amount_fen, received_on }) => <li key={reference}>{received_on}　工会账户转账 <Price fen={amount_fen} />　流水号 {reference}</li>)}</ul>}</Part>
        {orders.replacements.length > 0 && <Part title="破损补发"><ul>{orders.replacements.map(({ order_id, reason, cost_fen }) => <li key={order_id}>{reason}　<Price fen={cost_fen} />，由经营主体承担</li>)}</ul></Part>}
        <Part title="订单"><SellerList orders={orders} /></Part>
        <InvoiceSection {...invoicing} />
      </div>
    </CampaignFrame>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return <section className="grid gap-2 border-t border-line pt-5"><h2 className="text-xl">{title}</h2>{children}</section>
}
