import { DELIVERY_PAPERS, handlingText, quantityText } from "@fupin/contract/codes"
import type { Lot, WorkbenchCampaign, WorkbenchPacking } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { NoProducer } from "@/components/workbench/no-producer"
import { PackLots } from "@/components/workbench/pack-lots"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, Button, ButtonLink, buttonClass, Empty, Field, Input } from "@/components/ui"
import { addDays, businessDate, dayText } from "@/lib/dates"
import { withSession } from "@/lib/session"
import { getCampaignGoods, getLots, getPacking } from "@/lib/workbench/api"
import { lotChoices } from "@/lib/workbench/words"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "采收装箱单" }

export default async function PackingPage({ searchParams }: PageProps<"/workbench/packing">) {
  const bench = await openWorkbench("/workbench/packing")
  if (!bench) return <NoProducer />
  const asked = (await searchParams).date
  const date = typeof asked === "string" && /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : businessDate(new Date())
  const { id, stopped } = bench.producer
  const [{ sellers: [own], places }, campaigns, { lots }] = await withSession("/workbench/packing", (token) => Promise.all([getPacking(token, id, date), getCampaignGoods(token, id), getLots(token, id)]))
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
        {own?.lines.map(({ variant_id, product_id, title, specification, settle_by, papers, requested, supplied, deliveries }) => (
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
                  <span><span className="font-semibold">{one.organisation_name}</span><span className="block text-sm text-ink-soft">{one.standing_order_name}{one.receives && `　${one.receives}收货`}</span><span className="block text-sm text-ink-soft">{handlingText(one)}</span></span>
                  <span className="figures whitespace-nowrap">{quantityText(one.quantity, settle_by)}</span>
                  <div className="col-span-2"><PackLots load={{ kind: "occurrence", id: one.occurrence_id }} variantId={variant_id} lots={one.lots} choices={one.may_pack && stopped === null ? lotChoices(lots, product_id, date) : null} /></div>
                  <Place place={places.find(({ occurrence_id }) => occurrence_id === one.occurrence_id)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Campaigns campaigns={campaigns} lots={lots} mayAct={stopped === null} />
    </WorkbenchFrame>
  )
}

const HEADINGS = { campaign: "节日慰问礼包", replacement: "破损补发", batch: "预购批次" } as const

/** Gift packs, what replaces spoiled ones and batches booked ahead stand here until they are there, whatever the date above. */
function Campaigns({ campaigns, lots, mayAct }: { campaigns: WorkbenchCampaign[]; lots: Lot[]; mayAct: boolean }) {
  if (campaigns.length === 0) return null
  return (
    <section aria-labelledby="campaigns" className="mt-12">
      <h2 id="campaigns" className="mb-3 text-2xl">礼包、补发和预购</h2>
      <ul className="grid gap-5">
        {campaigns.map(({ kind, id, title, due_on, organisation_name, lines }) => (
          <li key={id} className="rounded-lg border border-line bg-white p-4 sm:p-5">
            <h3 className="text-xl">{organisation_name}　<span className="font-sans text-base font-normal text-ink-soft"><Badge>{HEADINGS[kind]}</Badge>　{title}，{kind === "replacement" ? "尽快送到" : `${dayText(due_on)}${kind === "batch" ? "" : "前"}送到`}</span></h3>
            <ul className="mt-3 border-t border-line">
              {lines.map(({ variant_id, product_id, title: name, specification, quantity, lots: packed }) => (
                <li key={variant_id} className="grid min-h-12 grid-cols-[1fr_auto] gap-x-4 border-b border-line py-2.5">
                  <span><span className="font-semibold">{name}</span>　<span className="text-sm text-ink-soft">{specification}</span></span><span className="figures whitespace-nowrap">{quantity} 份</span>
                  <div className="col-span-2"><PackLots load={{ kind, id }} variantId={variant_id} lots={packed} choices={mayAct ? lotChoices(lots, product_id, due_on) : null} /></div>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where it goes, and whom to ring there. */
function Place({ place }: { place: WorkbenchPacking["places"][number] | undefined }) {
  if (!place) return null
  return <span className="col-span-2 text-sm text-ink-soft">{place.address}<a href={`tel:${place.phone}`} className="figures -mb-2 flex min-h-11 items-center gap-1 font-semibold text-leaf">{place.contact} {place.phone}</a></span>
}
