import NextLink from "next/link"
import { Icon } from "@/components/ui"
import { getNotices } from "@/lib/desk/notices"
import { withSession } from "@/lib/session"

/** How many notices are unread, on every page of the desk. */
export async function NoticeBell({ organisationId }: { organisationId: string }) {
  const { unread } = await withSession("/desk/notices", (token) => getNotices(token, organisationId, { limit: 0 }))
  return (
    <NextLink href="/desk/notices" className="inline-flex min-h-11 items-center gap-2 text-sm hover:text-vermilion-deep">
      <Icon name="bell" />通知{unread > 0 && <span className="figures rounded-full bg-vermilion px-2 py-0.5 text-xs font-semibold text-white" aria-label={`${unread} 条未读`}>{unread}</span>}
    </NextLink>
  )
}
