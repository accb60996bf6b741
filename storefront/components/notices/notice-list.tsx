import type { Notices } from "@fupin/contract/schemas"
import type { ReactNode } from "react"
import { Pagination } from "@/components/catalogue/pagination"
import { Empty, Link } from "@/components/ui"
import { momentText } from "@/lib/dates"
import { MailForm, type NoticeActions } from "./notice-forms"

export const PAGE_SIZE = 30

interface NoticeListProps {
  told: Notices
  page: number
  href: string
  /** What will be told here. */
  empty: ReactNode
  actions: NoticeActions
}

/** What one was told, the newest first, and how it comes by mail. */
export function NoticeList({ told: { notices, count, mail, mail_works }, page, href, empty, actions }: NoticeListProps) {
  const pages = Math.ceil(count / PAGE_SIZE)
  return (
    <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
      <div className="grid content-start gap-6">
        {notices.length === 0 && <Empty title="还没有通知"><p>{empty}</p></Empty>}
        <ul className="divide-y divide-line border-y border-line empty:border-0">
          {notices.map(({ id, title, body, href: about, created_at, is_read }) => (
            <li key={id} className="relative grid gap-1 py-4 pl-5">
              {!is_read && <span className="absolute top-6 left-0 size-2 rounded-full bg-vermilion"><span className="sr-only">未读</span></span>}
              <p className="flex flex-wrap items-baseline justify-between gap-x-4"><Link href={about} className={is_read ? "after:absolute after:inset-0" : "font-semibold after:absolute after:inset-0"}>{title}</Link><time dateTime={created_at} className="figures text-sm text-ink-soft">{momentText(created_at)}</time></p>
              <p className="text-sm text-ink-soft">{body}</p>
            </li>
          ))}
        </ul>
        {pages > 1 && <Pagination page={page} pages={pages} href={(number) => `${href}?page=${number}`} />}
      </div>
      <aside className="border-t-4 border-leaf pt-4"><MailForm mail={mail} works={mail_works} actions={actions} /></aside>
    </div>
  )
}

/** The page asked for. */
export const pageOf = (page: string | string[] | undefined): number => Math.max(Math.trunc(Number(page)) || 1, 1)
