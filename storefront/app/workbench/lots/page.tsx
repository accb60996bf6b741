import type { Lot } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import Link from "next/link"
import { LotForm } from "@/components/workbench/lot-form"
import { NoProducer } from "@/components/workbench/no-producer"
import { WithdrawLot } from "@/components/workbench/withdraw-lot"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, ButtonLink, Empty } from "@/components/ui"
import { businessDate, dayText } from "@/lib/dates"
import { verifyHref } from "@/lib/links"
import { withSession } from "@/lib/session"
import { getLots } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"
import { lotLabel } from "@/lib/workbench/words"

export const metadata: Metadata = { title: "批次" }

export default async function LotsPage() {
  const bench = await openWorkbench("/workbench/lots")
  if (!bench) return <NoProducer />
  const { products, lots } = await withSession("/workbench/lots", (token) => getLots(token, bench.producer.id))
  const [sold, mayAct] = [products.filter(({ is_sold }) => is_sold), bench.producer.stopped === null]
  const titleOf = (id: string) => products.find((one) => one.id === id)?.title ?? "商品已下架"
  return (
    <WorkbenchFrame bench={bench} title="批次" lead="采收或生产一批就登记一批。装箱时选批次，收货单位和买家凭批次号能查到来源。" here="/workbench/packing" aside={<ButtonLink href="/workbench/packing" look="secondary">回到装箱单</ButtonLink>}>
      <div className="grid max-w-3xl gap-12">
        {mayAct && sold.length > 0 && <section aria-labelledby="new-lot"><h2 id="new-lot" className="mb-3 text-2xl">登记一批</h2><LotForm products={sold} today={businessDate(new Date())} /></section>}
        <section aria-labelledby="lots">
          <h2 id="lots" className="mb-3 text-2xl">近半年的批次</h2>
          {lots.length === 0 && <Empty title="还没有登记批次"><p>{sold.length === 0 ? "名下还没有在售的商品，请联系当地帮扶办登记。" : "登记后会列在这里，装箱时就能选。"}</p></Empty>}
          <ul className="grid gap-4">{lots.map((lot) => <LotCard key={lot.id} lot={lot} title={titleOf(lot.product_id)} mayAct={mayAct} />)}</ul>
        </section>
      </div>
    </WorkbenchFrame>
  )
}

function LotCard({ lot, title, mayAct }: { lot: Lot; title: string; mayAct: boolean }) {
  const { id, code, made_on, best_before, mark, report, entered_as, withdrawn } = lot
  const { text, tone } = lotLabel(lot)
  return (
    <li className="grid gap-1 rounded-lg border border-line bg-white p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1"><h3 className="text-lg">{title}</h3><Badge tone={tone}>{text}</Badge></div>
      <p><Link href={verifyHref(code)} className="link figures font-semibold text-leaf">{code}</Link></p>
      <p className="text-sm text-ink-soft">{dayText(made_on)}采收或生产{best_before && `，保质期到${dayText(best_before)}`}</p>
      <p className="text-sm text-ink-soft">{[mark && `自编批号 ${mark}`, report && `检测或证书 ${report}`, entered_as === "staff" ? "工作人员代为登记" : ""].filter(Boolean).join("　")}</p>
      {withdrawn !== null && <p className="text-sm"><span className="font-semibold text-vermilion-deep">撤回原因：</span>{withdrawn}</p>}
      {mayAct && withdrawn === null && <WithdrawLot id={id} />}
    </li>
  )
}
