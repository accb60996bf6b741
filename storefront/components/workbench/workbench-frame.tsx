import { type ReactNode, Suspense } from "react"
import { NoticeBell } from "@/components/notices/notice-bell"
import { Badge, Button, Notice, Page, Select } from "@/components/ui"
import { withSession } from "@/lib/session"
import { chooseProducer } from "@/lib/workbench/actions"
import { getProducerNotices } from "@/lib/workbench/api"
import type { Workbench } from "@/lib/workbench/open-workbench"
import { WorkbenchNav, type WorkbenchPlace } from "./workbench-nav"

interface WorkbenchFrameProps {
  bench: Workbench
  title: ReactNode
  lead?: ReactNode
  here: WorkbenchPlace | "/workbench/notices"
  aside?: ReactNode
  children: ReactNode
}

/** The producers' workbench: for whom one acts, which part of it, and what one does there. */
export function WorkbenchFrame({ bench, title, lead, here, aside, children }: WorkbenchFrameProps) {
  const { producer } = bench
  return (
    <>
      <div className="no-print border-b border-line bg-paper-deep">
        <div className="wrap flex flex-wrap items-center justify-between gap-x-6 gap-y-2 pt-3">
          <p className="flex flex-wrap items-center gap-2 py-1"><span className="font-song text-lg font-bold">{producer.name}</span><Badge tone={producer.stopped === null ? "leaf" : "vermilion"}>{producer.stopped === null ? "经营主体工作台" : "只能查看"}</Badge></p>
          <span className="flex flex-wrap items-center gap-x-5"><Suspense fallback={null}><Bell producerId={producer.id} /></Suspense><ProducerSwitch bench={bench} /></span>
        </div>
        <WorkbenchNav here={here} />
      </div>
      <Page title={title} lead={lead} aside={aside}>
        {producer.stopped !== null && <Notice tone="problem" title="已被暂停办理，目前只能查看" className="mb-8">原因：{producer.stopped}。有疑问请联系当地帮扶办。</Notice>}
        {children}
      </Page>
    </>
  )
}

async function Bell({ producerId }: { producerId: string }) {
  const { unread } = await withSession("/workbench/notices", (token) => getProducerNotices(token, producerId, { limit: 0 }))
  return <NoticeBell href="/workbench/notices" unread={unread} />
}

function ProducerSwitch({ bench: { producer, producers } }: { bench: Workbench }) {
  if (producers.length < 2) return null
  return (
    <form action={chooseProducer} className="flex w-full items-center gap-2 pb-2 sm:w-auto">
      <label htmlFor="producer" className="text-sm whitespace-nowrap">切换</label>
      <span className="min-w-0 flex-1"><Select id="producer" name="producer" defaultValue={producer.id}>{producers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select></span>
      <Button type="submit" look="secondary" className="shrink-0">切换</Button>
    </form>
  )
}
