import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { ReadAll } from "@/components/notices/notice-forms"
import { NoticeList, PAGE_SIZE, pageOf } from "@/components/notices/notice-list"
import { chooseMail, readAllNotices } from "@/lib/desk/notice-actions"
import { getNotices } from "@/lib/desk/notices"
import { openDesk } from "@/lib/desk/open-desk"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "通知" }

export default async function NoticesPage({ searchParams }: PageProps<"/desk/notices">) {
  const desk = await openDesk("/desk/notices")
  if (!desk) return <NoUnit />
  const page = pageOf((await searchParams).page)
  const organisationId = desk.organisation.id
  const told = await withSession("/desk/notices", (token) => getNotices(token, organisationId, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }))
  const actions = { readAll: readAllNotices.bind(null, organisationId), chooseMail: chooseMail.bind(null, organisationId) }
  return (
    <DeskFrame desk={desk} title="通知" lead={told.unread > 0 ? `${told.unread} 条未读` : "都看过了"} here="/desk/notices" aside={told.unread > 0 && <ReadAll actions={actions} />}>
      <NoticeList told={told} page={page} href="/desk/notices" empty="审批、对账、缺货和慰问活动有进展时，会在这里告诉您。" actions={actions} />
    </DeskFrame>
  )
}
