import type { Campaign, CampaignShortage } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { CampaignFrame } from "@/components/campaign/campaign-frame"
import { NextStep } from "@/components/campaign/next-step"
import { PackForm } from "@/components/campaign/pack-form"
import { PackList } from "@/components/campaign/pack-list"
import { Shortage } from "@/components/campaign/shortage"
import { SellerList } from "@/components/campaign/seller-list"
import { MinutesUpload, RosterUpload } from "@/components/campaign/upload"
import { InvoiceSection } from "@/components/desk/invoice-section"
import { NoUnit } from "@/components/desk/no-unit"
import { Price } from "@/components/ui"
import { getCatalogue } from "@/lib/api"
import { getCampaignOrders, getShortage } from "@/lib/desk/campaigns"
import { getApprovalPreview } from "@/lib/desk/spending"
import { openCampaign } from "@/lib/desk/open-campaign"
import { readInvoicing } from "@/lib/desk/read-invoicing"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "慰问活动" }

const WITH_ORDERS = ["approved", "ordered", "handing_out", "done"]

export default async function CampaignPage({ params }: PageProps<"/desk/campaigns/[id]">) {
  const { id } = await params
  const opened = await openCampaign(id)
  if (!opened) return <NoUnit />
  const { desk, campaign, packs, mayOrder, mayAccept } = opened
  const isDraft = campaign.state === "draft" && mayOrder
  const hasOrders = WITH_ORDERS.includes(campaign.state)
  const [orders, goods, invoicing, approval, shortage] = await Promise.all([
    hasOrders ? withSession(`/desk/campaigns/${id}`, (token) => getCampaignOrders(token, id)) : null,
    isDraft ? getCatalogue({ limit: 60 }).then(({ products }) => products.filter(({ designation, in_stock }) => designation !== null && in_stock)) : [],
    hasOrders ? withSession(`/desk/campaigns/${id}`, (token) => readInvoicing(token, desk.organisation, { campaign_id: id })) : null,
    campaign.state === "closed" && mayOrder ? withSession(`/desk/campaigns/${id}`, (token) => getApprovalPreview(token, desk.organisation.id, "campaign", campaign.total_fen)) : null,
    readShortage(campaign, mayOrder),
  ])
  return (
    <CampaignFrame desk={desk} campaign={campaign} here="">
      <div className="grid gap-10">
        <NextStep campaign={campaign} packs={packs} orders={orders} mayOrder={mayOrder} mayAccept={mayAccept} approval={approval} />
        <Shortage id={id} packs={shortage} />
        <section aria-labelledby="packs" className="grid gap-5">
          <h2 id="packs" className="text-2xl">礼包</h2>
          <p className="text-sm text-ink-soft">每人预算 <Price fen={campaign.budget_fen} className="text-ink" />；礼包是一组认定产品，货款逐件记到各个卖方和农户。</p>
          <PackList id={id} packs={packs} mayChange={isDraft} isOpen={["draft", "collecting"].includes(campaign.state)} />
          {isDraft && <PackForm id={id} goods={goods} />}
        </section>
        {mayOrder && ["draft", "collecting"].includes(campaign.state) && <section aria-labelledby="roster" className="grid gap-4"><h2 id="roster" className="text-2xl">导入名册</h2><RosterUpload id={id} /></section>}
        <section aria-labelledby="minutes" className="grid gap-4">
          <h2 id="minutes" className="text-2xl">集体决定</h2>
          {campaign.minutes ? <p className="text-sm">{campaign.minutes.filename}<br /><span className="figures whitespace-normal! break-all text-ink-soft">SHA-256 {campaign.minutes.sha256}</span></p> : <p className="text-sm text-ink-soft">还没有上传会议纪要。</p>}
          {mayOrder && ["draft", "collecting", "closed"].includes(campaign.state) && <MinutesUpload id={id} />}
        </section>
        {orders && orders.orders > 0 && <section aria-labelledby="orders" className="grid gap-4"><h2 id="orders" className="text-2xl">订单</h2><SellerList orders={orders} /></section>}
        {invoicing && <InvoiceSection {...invoicing} />}
      </div>
    </CampaignFrame>
  )
}

/** What cannot be supplied of a campaign whose orders are not all placed, for who may do something about it. */
async function readShortage({ id, state, job }: Campaign, mayOrder: boolean): Promise<CampaignShortage["packs"]> {
  if (state !== "approved" || !mayOrder || job?.state === "running") return []
  return (await withSession(`/desk/campaigns/${id}`, (token) => getShortage(token, id))).packs
}
