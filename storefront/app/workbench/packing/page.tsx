import { DELIVERY_PAPERS, quantityText } from "@fupin/contract/codes"
import type { WorkbenchPacking } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, Button, ButtonLink, buttonClass, Empty, Field, Input } from "@/components/ui"
import { addDays, businessDate, dayText } from "@/lib/dates"
import { withSession } from "@/lib/session"
import { getPacking } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "采收装箱单" }

export default async function PackingPage({ searchParams }: PageProps<"/workbench/packing">) {
  const bench = await openWorkbench("/workbench/packing")
  if (!bench) return <NoProducer />
  const asked = (await searchParams).date
  const date = typeof asked === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : businessDate(new Date())
  const { sellers: [own], places } = await withSession("/workbench/packing", (token) => getPacking(token, bench.producer.id, date))
  return (
    <WorkbenchFrame bench={bench} title="采收装箱单" lead={dayText(date)} here="/workbench/packing"
      aside={<span className="no-print flex flex-wrap gap-3"><ButtonLink href="/workbench/lots" look="secondary">登记批次</ButtonLink>{own && <><a href={`/workbench/packing/paper?date=${date}&format=pdf`} className={buttonClass({})}>打印（PDF）</a><a href={`/workbench/packing/paper?date=${date}&format=xlsx`} className={buttonClass({ look: "secondary" })}>下载表格</a></>}</span>}>
      <form className="no-print mb-8 grid grid-cols-[auto_1fr_auto] items-end gap-3 sm:flex">
        <ButtonLink href={`/workbench/packing?date=${addDays(date, -1)}`} look="secondary" aria-label="前一天">‹</ButtonLink>
        <Field id="date" label="送货日" className="min-w-0"><Input id="date" name="date" type="date" defaultValue={date} key={date} /></Field>
        <ButtonLink href={`/workbench/packing?date=${addDays(date, 1)}`} look="secondary" aria-label="后一天">›</ButtonLink>
        <Button type="submit" look="secondary" className="col-span-3">查看这一天</Button>
      </form>
      {!own && <Empty title="这一天没有要送的货" action={<ButtonLink href="/workbench" look="secondary">看未来两周</ButtonLink>} />}
      <ul className="grid gap-5">
        {own?.lines.map(({ variant_id, title, specification, settle_by, papers, requested, supplied, deliveries }) => (
          <li key={`${variant_id} ${settle_by}`} className="rounded-lg border border-line bg-white p-4 sm:p-5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <h2 className="text-xl">{title}　<span className="font-sans text-base font-normal text-ink-soft">{specification}</span></h2>
              <p className="figures text-2xl font-bold">{quantityText(supplied, settle_by)}</p>
            </div>
            {papers.length > 0 && <p className="mt-1 text-sm text-ink-soft">随货证件：{papers.map((kind) => DELIVERY_PAPERS[kind]).join("、")}</p>}
            {supplied < requested && <p className="mt-1"><Badge tone="vermilion">供货不足</Badge>　<span className="text-sm">各单位共要 {quantityText(requested, settle_by)}，已按缺货规则分配。</span></p>}
            <ul className="mt-3 border-t border-line">
              {deliveries.map((one) => (
                <li key={one.occurrence_id} className="grid min-h-12 grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2.5">
                  <span><span className="font-semibold">{one.organisation_name}</span><span className="block text-sm text-ink-soft">{one.standing_order_name}{one.receives && `　${one.receives}收货`}</span></span>
                  <span className="figures whitespace-nowrap">{quantityText(one.quantity, settle_by)}</span>
                  <Place place={places.find(({ occurrence_id }) => occurrence_id === one.occurrence_id)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </WorkbenchFrame>
  )
}

/** Where it goes, and whom to ring there. */
function Place({ place }: { place: WorkbenchPacking["places"][number] | undefined }) {
  if (!place) return null
  return <span className="col-span-2 text-sm text-ink-soft">{place.address}<a href={`tel:${place.phone}`} className="figures -mb-2 flex min-h-11 items-center gap-1 font-semibold text-leaf">{place.contact} {place.phone}</a></span>
}
