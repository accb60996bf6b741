import type { Metadata } from "next"
import { CampaignFrame } from "@/components/campaign/campaign-frame"
import { CodeForm, HandOutList } from "@/components/campaign/hand-out-desk"
import { RosterFilter } from "@/components/campaign/roster-filter"
import { Pagination } from "@/components/catalogue/pagination"
import { ParcelUpload } from "@/components/campaign/upload"
import { NoUnit } from "@/components/desk/no-unit"
import { Notice } from "@/components/ui"
import { getRecipients } from "@/lib/desk/campaigns"
import { openCampaign } from "@/lib/desk/open-campaign"
import { businessDate } from "@/lib/dates"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "发放签收" }

const PAGE_SIZE = 50
const SHOWS = [["waiting", "还没有领"], ["handed_out", "已领"], ["unproven", "到家：没有凭据"], ["home", "到家：全部"], ["all", "全部"]] as const

export default async function HandOutPage({ params, searchParams }: PageProps<"/desk/campaigns/[id]/hand-out">) {
  const { id } = await params
  const opened = await openCampaign(id, "/hand-out")
  if (!opened) return <NoUnit />
  const { desk, campaign, packs, mayAccept } = opened
  const query = await searchParams
  const show = SHOWS.find(([key]) => key === query.show)?.[0] ?? "waiting"
  const q = typeof query.q === "string" ? query.q.slice(0, 40) : ""
  const page = Math.max(Math.trunc(Number(query.page)) || 1, 1)
  const { recipients, count } = await withSession(`/desk/campaigns/${id}/hand-out`, (token) => getRecipients(token, id, { show, q, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }))
  const isOpen = campaign.state === "handing_out" && mayAccept
  const mayProve = mayAccept && campaign.unproven > 0 && ["ordered", "handing_out"].includes(campaign.state)
  const pages = Math.ceil(count / PAGE_SIZE)
  return (
    <CampaignFrame desk={desk} campaign={campaign} here="/hand-out">
      <div className="grid gap-6">
        <p className="flex flex-wrap gap-x-6 gap-y-1"><span>已领 {campaign.handed_out} / {campaign.members - campaign.to_home} 人</span><span>其中代领 {campaign.by_proxy} 人</span><span>破损补发 {campaign.replaced} 人</span>{campaign.to_home > 0 && <span>送货到家 {campaign.to_home} 人，有签收凭据 {campaign.to_home - campaign.unproven} 人</span>}{campaign.state === "done" && <span>未领退回工会 {campaign.unclaimed} 人</span>}</p>
        {isOpen ? <CodeForm id={id} /> : <Notice title={campaign.state === "handing_out" ? "签收由验收人员登记" : campaign.state === "done" ? "发放已结束" : "确认到货后在这里签收"} />}
        {mayAccept && <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm"><a className="link" href={`/desk/campaigns/${id}/files/sign-off.pdf`}>打印签收表（PDF）</a><a className="link" href={`/desk/campaigns/${id}/files/sign-off.xlsx`}>下载签收表（Excel）</a>{campaign.to_home > 0 && <a className="link" href={`/desk/campaigns/${id}/files/parcels.xlsx`}>下载送货凭据（Excel）</a>}</p>}
        {mayProve && <section aria-labelledby="parcels" className="grid gap-4"><h2 id="parcels" className="text-xl">送货到家的签收凭据</h2><p className="text-sm text-ink-soft">有凭据才算送到：导入带签收日期的运单表，逐个登记，或由职工在个人链接里确认收到。还有 {campaign.unproven} 人没有凭据，凭据齐了才能结束发放。</p><ParcelUpload id={id} /></section>}
        <RosterFilter shows={SHOWS} show={show} q={q} />
        <HandOutList id={id} recipients={recipients} packs={packs} empty={show === "waiting" ? "没有等待领取的职工" : "没有符合的职工"} isOpen={isOpen} mayProve={mayProve} today={businessDate(new Date())} />
        {pages > 1 && <Pagination page={page} pages={pages} href={(number) => `/desk/campaigns/${id}/hand-out?${new URLSearchParams({ show, q, page: String(number) })}`} />}
      </div>
    </CampaignFrame>
  )
}
