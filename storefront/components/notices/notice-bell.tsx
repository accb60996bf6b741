import NextLink from "next/link"
import { Icon } from "@/components/ui"

/** How many notices are unread, on every page of the desk and of the workbench. */
export function NoticeBell({ href, unread }: { href: string; unread: number }) {
  return (
    <NextLink href={href} className="inline-flex min-h-11 items-center gap-2 text-sm hover:text-vermilion-deep">
      <Icon name="bell" />通知{unread > 0 && <span className="figures rounded-full bg-vermilion px-2 py-0.5 text-xs font-semibold text-white" aria-label={`${unread} 条未读`}>{unread}</span>}
    </NextLink>
  )
}
