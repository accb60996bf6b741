import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { ExpectedBenefit } from "@/components/cart/expected-benefit"
import { AcceptanceFacts } from "@/components/desk/acceptance-facts"
import { AcceptanceForm } from "@/components/desk/acceptance-form"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { CancelPreorder, HarvestAnswer } from "@/components/desk/preorder-answers"
import { PreorderDeliveries, PreorderMoney, PreorderPaper, PreorderQuantities } from "@/components/desk/preorder-facts"
import { PreorderRules } from "@/components/desk/preorder-rules"
import { PreorderSteps } from "@/components/desk/preorder-steps"
import { TransferSlip } from "@/components/orders/transfer-slip"
import { Badge, Notice } from "@/components/ui"
import { batchDoor } from "@/lib/desk/door"
import { openDesk } from "@/lib/desk/open-desk"
import { contractState } from "@/lib/desk/preorder-words"
import { getPreorderContract } from "@/lib/desk/preorders"
import { getAcceptance } from "@/lib/desk/statements"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "预购合同" }

export default async function PreorderContractPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const desk = await openDesk(`/desk/preorders/${id}`)
  if (!desk) return <NoUnit />
  const contract = await withSession(`/desk/preorders/${id}`, (token) => getPreorderContract(token, id))
  if (!contract || contract.organisation.id !== desk.organisation.id) notFound()
  const { number, offer, state, ended_reason, steps, transfer, deliveries, may_withdraw, may_take_more, may_cancel, benefit, payments, paybacks, owed_back_fen } = contract
  const { text, tone } = contractState(contract)
  const [isBuyer, receives] = [has(desk.organisation, "buyer"), has(desk.organisation, "receiver")]
  const doors = await withSession(`/desk/preorders/${id}`, (token) => Promise.all(deliveries.filter((one) => one.state === "placed" || one.state === "accepted").map(async (delivery) => {
    const door = batchDoor(contract, delivery)
    return { door, acceptance: await getAcceptance(token, door), sequence: delivery.sequence, isOpen: delivery.state === "placed" }
  })))
  return (
    <DeskFrame desk={desk} title={<>{offer.title} <Badge tone={tone}>{text}</Badge></>} lead={<>{offer.product_title}　{offer.specification}，{offer.producer.name}{number && <>　<span className="figures">{number}</span></>}</>} here="/desk/preorders">
      <div className="grid gap-10">
        {state === "requested" && <Notice title="等本单位审批">批准后自动签订，数量已为您留着。</Notice>}
        {ended_reason && state !== "done" && <Notice title={ended_reason}>{owed_back_fen > 0 ? "已付的预付款会全部退回原账户。" : "没有需要退回的预付款。"}</Notice>}
        <PreorderQuantities contract={contract} />
        {isBuyer && (may_withdraw || may_take_more > 0) && <HarvestAnswer contract={contract} />}
        {receives && doors.map(({ door, acceptance, sequence, isOpen }) => <AcceptanceForm key={door.id} door={door} papers={acceptance.papers} heading={`验收第 ${sequence} 批`} open={isOpen} second={acceptance.second_signature} />)}
        <div className="grid items-start gap-10 lg:grid-cols-2 lg:gap-14">
          <section aria-labelledby="steps" className="grid gap-4"><h2 id="steps" className="text-2xl">预付款</h2><PreorderSteps steps={steps} /></section>
          <div className="grid gap-8">
            {transfer && <TransferSlip transfer={transfer} then="到账后这里会更新。" />}
            <PreorderMoney payments={payments} paybacks={paybacks} />
          </div>
        </div>
        <PreorderDeliveries deliveries={deliveries} />
        {doors.map(({ door, acceptance }) => <AcceptanceFacts key={door.id} door={door} answer={acceptance} />)}
        {state === "running" && <section aria-label="预计受益" className="max-w-lg"><ExpectedBenefit benefit={benefit} after="delivery" /></section>}
        <PreorderRules rule={offer.rule} />
        {number && <PreorderPaper contract={contract} />}
        {isBuyer && may_cancel && <CancelPreorder id={id} />}
      </div>
    </DeskFrame>
  )
}
