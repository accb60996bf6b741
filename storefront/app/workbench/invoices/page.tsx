import type { Metadata } from "next"
import { InvoiceCard } from "@/components/workbench/invoice-card"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Empty } from "@/components/ui"
import { businessDate } from "@/lib/dates"
import { withSession } from "@/lib/session"
import { getProducerInvoices } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "发票" }

export default async function InvoicesPage() {
  const bench = await openWorkbench("/workbench/invoices")
  if (!bench) return <NoProducer />
  const invoices = await withSession("/workbench/invoices", (token) => getProducerInvoices(token, bench.producer.id))
  const [waiting, past] = [invoices.filter(({ state }) => state === "requested"), invoices.filter(({ state }) => state !== "requested")]
  const [today, mayAct] = [businessDate(new Date()), bench.producer.stopped === null]
  return (
    <WorkbenchFrame bench={bench} title="发票" lead="在税务系统开好后把文件传上来，采购单位马上就能下载。" here="/workbench/invoices">
      <div className="grid max-w-3xl gap-12">
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="mb-3 text-2xl">等您开票</h2>
          {waiting.length === 0 ? <Empty title="没有等您开的发票"><p>采购单位申请后，会出现在这里。</p></Empty> : <ul className="grid gap-4">{waiting.map((one) => <InvoiceCard key={one.id} invoice={one} today={today} mayAct={mayAct} />)}</ul>}
        </section>
        {past.length > 0 && <section aria-labelledby="past"><h2 id="past" className="mb-3 text-2xl">办过的</h2><ul className="grid gap-4">{past.map((one) => <InvoiceCard key={one.id} invoice={one} today={today} mayAct={false} />)}</ul></section>}
      </div>
    </WorkbenchFrame>
  )
}
