import type { BenefitStatement } from "@fupin/contract/schemas"
import type { Cells, Sheet } from "../papers/sheet"

const KIND = { earned: "受益", taken_back: "冲回", written_off: "核销", paid: "兑付", returned: "退票", direct_purchase: "直接采购", wages: "劳务报酬", rent: "财产性收入" } as const

/** 农户对账单 as it is printed: every movement by its day, and below what is left to be paid out. */
export function statementSheet(statement: BenefitStatement): Sheet {
  const { household, from, to, payouts } = statement
  const fen = statement.outstanding_fen
  return {
    name: "对账单",
    title: "消费帮扶受益对账单",
    notes: [`${household.code}　${household.name}　${household.place}`, `期间：${from} 至 ${to}；金额单位：元；受益为货物验收后的应付金额，抵扣为已兑付后退款的冲回`],
    columns: [
      { heading: "日期", width: 14, kind: "text" }, { heading: "事由", width: 8, kind: "text" }, { heading: "订单或凭号", width: 20, kind: "text" }, { heading: "领款人", width: 12, kind: "text" },
      { heading: "受益", width: 14, kind: "money" }, { heading: "其中抵扣", width: 14, kind: "money" }, { heading: "兑付", width: 14, kind: "money" },
    ],
    rows: movementsOf(statement),
    ending: () => ({
      apart: statement.evidence.length === 0 ? [] : [{
        heading: "商城以外、凭证已证明到手的收入（不计入未付）",
        rows: statement.evidence.map(({ day, kind, number, payer_name, amount_fen }) => [day, KIND[kind], number, payer_name, "", "", amount_fen]),
      }],
      foot: [
        { label: "期初未付", fen: statement.opening_fen }, { label: "本期受益", fen: statement.earned_fen }, { label: "本期兑付", fen: statement.paid_fen },
        { label: "期末未付（期初未付＋本期受益－本期兑付）", fen },
        ...(statement.evidence.length === 0 ? [] : [{ label: "商城以外到手", fen: statement.evidence_fen }]),
      ],
      ...(fen > 0 ? { in_words: { label: "期末未付（大写）", fen } } : {}),
    }),
    places: [{ label: "经办人" }, { label: "领款人签字" }, { label: "日期", value: payouts.length === 0 ? undefined : "　　年　　月　　日" }],
  }
}

function movementsOf({ earned, payouts }: BenefitStatement): Cells[] {
  const rows = [
    ...earned.map(({ day, kind, order_number, amount_fen }) => ({ day, cells: [day, KIND[kind], order_number, "", amount_fen, "", ""] as Cells })),
    ...payouts.map(({ day, kind, reference, payee_name, netted_fen, amount_fen }) => ({ day, cells: [day, KIND[kind], reference, payee_name, "", netted_fen === 0 ? "" : netted_fen, amount_fen] as Cells })),
  ]
  return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ cells }) => cells)
}
