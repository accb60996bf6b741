import type { ApprovalPreview, Campaign, CampaignOrders, CampaignPack } from "@fupin/contract/schemas"
import { TransferSlip } from "@/components/orders/transfer-slip"
import { Notice, Price } from "@/components/ui"
import { submittedText } from "@/lib/desk/approval-words"
import { lacking } from "@/lib/desk/campaign-words"
import { CancelForm, StepForm } from "./step-form"
import { JobProgress } from "./progress"

interface NextStepProps { campaign: Campaign; packs: CampaignPack[]; orders: CampaignOrders | null; mayOrder: boolean; mayAccept: boolean; /** What approval placing it would wait for. */ approval: ApprovalPreview | null }

/** What comes next, said in one sentence, and the button for it. */
export function NextStep({ campaign, packs, orders, mayOrder, mayAccept, approval }: NextStepProps) {
  const { id, state, job } = campaign
  const missing = lacking(campaign, packs)
  const submitted = approval && submittedText(approval)
  const steps = stepsOf(campaign, missing, mayOrder, mayAccept)
  return (
    <section aria-labelledby="next" className="grid gap-4 rounded-lg border-2 border-leaf bg-white p-5">
      <h2 id="next" className="text-xl">下一步</h2>
      <p>{sentenceOf(campaign, missing)}</p>
      {job && <JobProgress job={job} />}
      {state === "closed" && <p>共需 <Price fen={campaign.total_fen} size="lg" /></p>}
      {submitted && <p className="text-sm text-ink-soft">{submitted}</p>}
      {steps.length > 0 && <StepForm id={id} steps={steps} />}
      {orders?.transfer && state === "approved" && job?.state !== "running" && <Notice tone="info" title="先处理供不上的礼包，再付款">下面是已下订单的金额。付了款的订单不能再改选或移出；要先付，请确认这些职工的礼包不再变。</Notice>}
      {orders?.transfer && <TransferSlip transfer={orders.transfer} />}
      {mayOrder && ["draft", "collecting", "closed"].includes(state) && <CancelForm id={id} />}
    </section>
  )
}

type Steps = Parameters<typeof StepForm>[0]["steps"]

/** The buttons for where the campaign stands and who looks. */
function stepsOf({ state, job, addresses_erased_at }: Campaign, missing: string[], mayOrder: boolean, mayAccept: boolean): Steps {
  if (state === "ordered") return mayAccept ? [{ step: "arrive", name: "确认到货，开始发放", look: "benefit" }] : []
  if (!mayOrder) return []
  const erase: Steps = addresses_erased_at === null ? [{ step: "erase", name: "现在就删除职工地址", look: "secondary" }] : []
  const offers: Record<Exclude<Campaign["state"], "ordered">, Steps> = {
    draft: [{ step: "open", name: "开始选礼包", disabled: missing.length > 0 }], collecting: [{ step: "close", name: "截止并安排默认礼包" }],
    closed: [{ step: "place", name: "审批并下单" }, { step: "reopen", name: "重新开放选择", look: "secondary" }], approved: job?.state === "running" ? [] : [{ step: "place", name: "继续下单" }],
    handing_out: [{ step: "finish", name: "结束发放", look: "secondary" }], done: erase, cancelled: erase,
  }
  return offers[state]
}

function sentenceOf({ state, choose_by, silent, handed_out, members, unclaimed, to_home, unproven, cancel_reason, addresses_erased_at, job }: Campaign, missing: string[]): string {
  switch (state) {
    case "draft": return missing.length > 0 ? `开始之前还要：${missing.join("、")}。` : "都准备好了，可以开始让职工选礼包。"
    case "collecting": return `职工可选到 ${choose_by}，还有 ${silent} 人没有选。截止前仍可加入新职工、移出离职职工。`
    case "closed": return "选择已截止。需要审批时，批准后自动下单；下单后礼包不能再改；新入职和离职的，发货前可以在名册里登记。"
    case "approved": return job?.state === "running" ? "正在把礼包变成订单；中断了可以继续，不会重复。" : "有订单没有下成：补货后继续下单，或替有关职工改选、移出。"
    case "ordered": return "订单已下好，一次转账付清全部订单。货到后由验收人员确认。"
    case "handing_out": return `已签收 ${handed_out} / ${members - to_home} 人。${to_home > 0 ? `另有 ${to_home} 人送货到家${unproven > 0 ? `，${unproven} 人还没有签收凭据，登记后才能结束` : "，都有签收凭据"}。` : ""}`
    case "done": return `发放结束：签收 ${handed_out} 人，未领 ${unclaimed} 人，礼包退回工会。${addresses_erased_at ? "职工地址已删除。" : "职工地址 30 天后自动删除。"}`
    case "cancelled": return `已取消：${cancel_reason ?? ""}`
  }
}
