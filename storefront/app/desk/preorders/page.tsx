import type { PreorderContract, PreorderOffer } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Badge, Empty, Link, Meter, Yuan } from "@/components/ui"
import { openDesk } from "@/lib/desk/open-desk"
import { contractState } from "@/lib/desk/preorder-words"
import { getPreorders } from "@/lib/desk/preorders"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "预购" }

export default async function PreordersPage() {
  const desk = await openDesk("/desk/preorders")
  if (!desk) return <NoUnit />
  const { offers, contracts } = await withSession("/desk/preorders", (token) => getPreorders(token, desk.organisation.id))
  return (
    <DeskFrame desk={desk} title="预购" lead="订单农业：下种时就定下数量和价格，分期预付，收成后按约定分配、交付。" here="/desk/preorders">
      {offers.length === 0 && contracts.length === 0 && <Empty title="现在没有可以认购的预购"><p>合作社开出新一季的预购后，会出现在这里。</p></Empty>}
      <div className="grid gap-12">
        {contracts.length > 0 && <section aria-labelledby="mine" className="grid gap-4"><h2 id="mine" className="text-2xl">本单位的合同</h2><ul className="grid gap-4 md:grid-cols-2">{contracts.map((contract) => <ContractCard key={contract.id} contract={contract} />)}</ul></section>}
        {offers.length > 0 && <section aria-labelledby="open" className="grid gap-4"><h2 id="open" className="text-2xl">可以认购</h2><ul className="grid gap-4 md:grid-cols-2">{offers.map((offer) => <OfferCard key={offer.id} offer={offer} />)}</ul></section>}
      </div>
    </DeskFrame>
  )
}

const CARD = "relative grid content-start gap-3 rounded-lg border border-line bg-white p-5 hover:border-ink"

function ContractCard({ contract }: { contract: PreorderContract }) {
  const { id, number, offer, booked, allotted, extra, total_fen, received_fen, paid_back_fen, due_fen } = contract
  const { text, tone } = contractState(contract)
  return (
    <li className={CARD}>
      <p className="flex items-start justify-between gap-3"><Link href={`/desk/preorders/${id}`} className="font-song text-xl font-bold after:absolute after:inset-0">{offer.title}</Link><Badge tone={tone} className="shrink-0">{text}</Badge></p>
      <p className="text-sm">认购 <span className="figures">{booked}</span> 份{allotted !== null && <>，分得 <span className="figures">{allotted + extra}</span> 份</>}　合同额 <Yuan fen={total_fen} /></p>
      <Meter label="已付预付款" value={received_fen - paid_back_fen} max={total_fen} />
      <p className="text-sm text-ink-soft">预付款已付 <Yuan fen={received_fen - paid_back_fen} />{due_fen > 0 && <>，下一笔 <Yuan fen={due_fen} /></>}{number && <>　<span className="figures">{number}</span></>}</p>
    </li>
  )
}

function OfferCard({ offer }: { offer: PreorderOffer }) {
  const { id, title, product_title, specification, producer, origin, price_fen, left, expected_yield, book_by, harvest_from, harvest_to, rule } = offer
  return (
    <li className={CARD}>
      <p><Link href={`/desk/preorders/offers/${id}`} className="font-song text-xl font-bold after:absolute after:inset-0">{title}</Link></p>
      <p className="text-sm">{product_title}　{specification}　<Yuan fen={price_fen} className="font-semibold" />/份，首期预付 {rule.deposit_percent}%</p>
      <p className="text-sm text-ink-soft">{producer.name}　{origin}</p>
      <Meter label="已认购" value={expected_yield - left} max={expected_yield} />
      <p className="text-sm text-ink-soft">还可认购 <span className="figures">{left}</span> / {expected_yield} 份，<span className="figures">{book_by}</span> 截止　采收 <span className="figures">{harvest_from}</span> 至 <span className="figures">{harvest_to}</span></p>
    </li>
  )
}
