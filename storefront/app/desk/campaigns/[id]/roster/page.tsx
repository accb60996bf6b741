import type { CampaignDetail } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { CampaignFrame } from "@/components/campaign/campaign-frame"
import { JoinerForm } from "@/components/campaign/joiner-form"
import { LateJoinerForm } from "@/components/campaign/late-forms"
import { RosterFilter } from "@/components/campaign/roster-filter"
import { RosterList } from "@/components/campaign/roster-list"
import { Pagination } from "@/components/catalogue/pagination"
import { NoUnit } from "@/components/desk/no-unit"
import { Empty } from "@/components/ui"
import { getDivisions } from "@/lib/api"
import { getRecipients } from "@/lib/desk/campaigns"
import { openCampaign } from "@/lib/desk/open-campaign"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "名册与选择" }

const PAGE_SIZE = 50
const LATE = ["closed", "approved", "ordered"]
const SHOWS = [["all", "全部"], ["silent", "还没有选"], ["chosen", "已选"], ["left", "已移出"]] as const

export default async function RosterPage({ params, searchParams }: PageProps<"/desk/campaigns/[id]/roster">) {
  const { id } = await params
  const opened = await openCampaign(id, "/roster")
  if (!opened) return <NoUnit />
  const { desk, campaign, packs, mayOrder } = opened
  const query = await searchParams
  const show = SHOWS.find(([key]) => key === query.show)?.[0] ?? "all"
  const q = typeof query.q === "string" ? query.q.slice(0, 40) : ""
  const page = Math.max(Math.trunc(Number(query.page)) || 1, 1)
  const { recipients, count } = await withSession(`/desk/campaigns/${id}/roster`, (token) => getRecipients(token, id, { show, q, offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }))
  const isOpen = campaign.state === "draft" || campaign.state === "collecting"
  const isLate = mayOrder && LATE.includes(campaign.state)
  const pages = Math.ceil(count / PAGE_SIZE)
  return (
    <CampaignFrame desk={desk} campaign={campaign} here="/roster">
      <div className="grid gap-6">
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm"><span>在册 {campaign.members} 人</span><span>已自选 {campaign.chosen} 人</span><span>{isOpen ? "未选" : "默认"} {campaign.silent} 人</span><span>已移出 {campaign.left} 人</span></p>
        {mayOrder && (
          <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            <a className="link" href={`/desk/campaigns/${id}/files/links.xlsx`}>下载个人链接和验证码</a>{campaign.state === "collecting" && <a className="link" href={`/desk/campaigns/${id}/files/reminders.xlsx`}>下载未选提醒名单（含短信内容）</a>}
            {campaign.changed > 0 && <a className="link" href={`/desk/campaigns/${id}/files/changes.xlsx`}>下载变动通知名单（{campaign.changed} 人，含短信内容）</a>}
            {campaign.with_email > 0 && <span className="text-ink-soft">{campaign.with_email} 人有邮箱：开始时发邀请，截止前 3 天提醒未选的人。</span>}
          </p>
        )}
        {mayOrder && <Joiner campaign={campaign} packs={packs} />}
        <RosterFilter shows={SHOWS} show={show} q={q} />
        {recipients.length === 0 ? <Empty title={campaign.members === 0 ? "名册还是空的" : "没有符合的职工"}><p>{campaign.members === 0 ? "请在“进度”页导入名册。" : "换一个条件再试。"}</p></Empty>
          : <RosterList id={id} recipients={recipients} packs={packs} mayChange={mayOrder && isOpen} isCollecting={campaign.state === "collecting"} isLate={isLate} />}
        {pages > 1 && <Pagination page={page} pages={pages} href={(number) => `/desk/campaigns/${id}/roster?${new URLSearchParams({ show, q, page: String(number) })}`} />}
      </div>
    </CampaignFrame>
  )
}

/** One who joins, as the campaign's state lets them. */
async function Joiner({ campaign: { id, state, delivery_mode }, packs }: Pick<CampaignDetail, "campaign" | "packs">) {
  if (state === "draft" || state === "collecting") return <JoinerForm id={id} />
  if (!LATE.includes(state)) return null
  return <LateJoinerForm id={id} packs={packs} mode={delivery_mode} provinces={delivery_mode === "pickup" ? [] : await getDivisions("")} />
}
