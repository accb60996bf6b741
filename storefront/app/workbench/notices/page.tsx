import type { Metadata } from "next"
import { ReadAll } from "@/components/notices/notice-forms"
import { NoticeList, PAGE_SIZE, pageOf } from "@/components/notices/notice-list"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { withSession } from "@/lib/session"
import { chooseProducerMail, readAllProducerNotices } from "@/lib/workbench/actions"
import { getProducerNotices } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "通知" }

export default async function WorkbenchNoticesPage({ searchParams }: PageProps<"/workbench/notices">) {
  const bench = await openWorkbench("/workbench/notices")
  if (!bench) return <NoProducer />
  const page = pageOf((await searchParams).page)
  const producerId = bench.producer.id
  const told = await withSession("/workbench/notices", (token) => getProducerNotices(token, producerId, { offset: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE }))
  const actions = { readAll: readAllProducerNotices.bind(null, producerId), chooseMail: chooseProducerMail.bind(null, producerId) }
  return (
    <WorkbenchFrame bench={bench} title="通知" lead={told.unread > 0 ? `${told.unread} 条未读` : "都看过了"} here="/workbench/notices" aside={told.unread > 0 && <ReadAll actions={actions} />}>
      <NoticeList told={told} page={page} href="/workbench/notices" empty="有新的需求、提议、异议、开票申请和第二天要送的货时，会在这里告诉您。" actions={actions} />
    </WorkbenchFrame>
  )
}
