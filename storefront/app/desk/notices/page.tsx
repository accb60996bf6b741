import type { Metadata } from "next"
import { Pagination } from "@/components/catalogue/pagination"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { MailForm, ReadAll } from "@/components/desk/notice-forms"
import { Empty, Link } from "@/components/ui"
import { momentText } from "@/lib/dates"
import { getNotices } from "@/lib/desk/notices"
import { openDesk } from "@/lib/desk/open-desk"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "通知" }

const PAGE_SIZE = 30

export default async function NoticesPage({ searchParams }: PageProps<"/desk/notices">) {
  const desk = await openDesk("/desk/notices")
  if (!desk) return <NoUnit />
  const page = Math.max(Math.trunc(Number((await searchParams).page)) || 1, 1)
  const organisationId = desk.organisation.id
  const { notices, count, unread, mail, mail_works } = await withSession("/desk/notices", (token) => getNotices(token, organisationId, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }))
  const pages = Math.ceil(count / PAGE_SIZE)
  return (
    <DeskFrame desk={desk} title="通知" lead={unread > 0 ? `${unread} 条未读` : "都看过了"} here="/desk/notices" aside={unread > 0 && <ReadAll organisationId={organisationId} />}>
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <div className="grid content-start gap-6">
          {notices.length === 0 && <Empty title="还没有通知"><p>审批、对账、缺货和慰问活动有进展时，会在这里告诉您。</p></Empty>}
          <ul className="divide-y divide-line border-y border-line empty:border-0">
            {notices.map(({ id, title, body, href, created_at, is_read }) => (
              <li key={id} className="relative grid gap-1 py-4 pl-5">
                {!is_read && <span className="absolute top-6 left-0 size-2 rounded-full bg-vermilion"><span className="sr-only">未读</span></span>}
                <p className="flex flex-wrap items-baseline justify-between gap-x-4"><Link href={href} className={is_read ? "after:absolute after:inset-0" : "font-semibold after:absolute after:inset-0"}>{title}</Link><time dateTime={created_at} className="figures text-sm text-ink-soft">{momentText(created_at)}</time></p>
                <p className="text-sm text-ink-soft">{body}</p>
              </li>
            ))}
          </ul>
          {pages > 1 && <Pagination page={page} pages={pages} href={(number) => `/desk/notices?page=${number}`} />}
        </div>
        <aside className="border-t-4 border-leaf pt-4"><MailForm organisationId={organisationId} mail={mail} works={mail_works} /></aside>
      </div>
    </DeskFrame>
  )
}
