import { allowed, refusal } from "@fupin/access"
import { decideScan } from "@fupin/benefit/domain/voucher/scan"
import type { Sheet } from "@fupin/benefit/papers/sheet"
import { ruleSentences } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { PreorderOffer } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { planSteps } from "../domain/preorder/schedule"
import { phoneKeys } from "../keys"
import type { ContractRow } from "../modules/preorder/service"
import { readDivisionNames } from "../placing/shipping-address"
import { readOrganisations } from "../reads/plans"
import { preordersOf, requireOffer } from "./facts"
import { showOffers } from "./show"

const STEPS = { deposit: "首期预付款", instalment: "分期预付款", balance: "余款" } as const

type Parties = { organisation: { name: string; uscc: string }; offer: PreorderOffer; place: string }

/** 订单式生产认购合同 for signature, as it was agreed before the harvest: goods, price, what is paid when, and what holds for every variance. */
export function preorderSheet({ number, signed_on, booked, price_fen, rule, delivery }: ContractRow, { organisation, offer, place }: Parties): Sheet {
  const total_fen = booked * price_fen
  const steps = planSteps(rule, total_fen, signed_on ?? "")
  return {
    name: "预购合同", title: `订单式生产认购合同　${number}`,
    notes: [
      `甲方（采购单位）：${organisation.name}　统一社会信用代码：${organisation.uscc}`, `乙方（生产方）：${offer.producer.name}（${offer.origin}）　签订日期：${signed_on}`,
      `标的：${offer.product_title} ${offer.specification}　数量：${booked} 份　单价：¥${formatFen(price_fen)}　采收期：${offer.harvest_from} 至 ${offer.harvest_to}`, `交付地点：${place}${delivery.detail}　收货人：${delivery.name}`,
      ...ruleSentences(rule).map((sentence, index) => `${index + 1}. ${sentence}`), `付款时请在附言写明合同编号 ${number}。预付款在验收后转为货款。`,
    ],
    columns: [{ heading: "期次", width: 10, kind: "text" }, { heading: "款项", width: 26, kind: "text" }, { heading: "付款期限", width: 30, kind: "text" }, { heading: "金额（元）", width: 20, kind: "money" }],
    rows: steps.map(({ kind, due_on, amount_fen }, index) => [index + 1, STEPS[kind], due_on === null ? `验收后 ${rule.balance_days} 天内` : `${due_on} 前`, amount_fen]),
    ending: () => ({ apart: [], foot: [{ label: "合同额", fen: total_fen }], in_words: { label: "合同额（大写）", fen: total_fen } }),
    places: [{ label: "甲方（盖章）" }, { label: "乙方（盖章）" }, { label: "甲方代表" }, { label: "乙方代表" }, { label: "签字日期" }],
  }
}

/** The paper of a contract that has its number. Error: preorder_state. */
export async function readPreorderPaper(container: MedusaContainer, contract: ContractRow): Promise<Sheet> {
  if (contract.number === null) throw refusal("conflict", "preorder_state", "本单位审批通过、合同签订后才有文本")
  const [organisation] = await readOrganisations(container, { id: contract.organisation_id })
  const [offer] = await showOffers(container, [await requireOffer(container, contract.offer_id)], new Date())
  const { county_code } = contract.delivery
  const names = await readDivisionNames(container, [county_code])
  const place = [`${county_code.slice(0, 2)}0000`, `${county_code.slice(0, 4)}00`, county_code].flatMap((code) => names.get(code) ?? []).join("")
  return preorderSheet(contract, { organisation: organisation!, offer: offer!, place })
}

/** Keeps the signed scan, sealed, with its hash. Errors: scan_wrong_type, scan_too_big, preorder_state. */
export async function attachPreorderScan(container: MedusaContainer, { id, number }: ContractRow, content: Buffer, by: string): Promise<void> {
  if (number === null) throw refusal("conflict", "preorder_state", "合同还没有签订，没有可以存档的文本")
  await preordersOf(container).appendScan(id, { content, media_type: allowed(decideScan(content)), by }, phoneKeys())
}
