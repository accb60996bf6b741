import type { Sheet } from "@fupin/benefit/papers/sheet"
import { DELIVERY_PAPERS, handlingText, lotsText, SETTLE_UNITS, TEMPERATURE_NAMES } from "@fupin/contract/codes"
import type { Packing, SettleBy, SupplyAgreement } from "@fupin/contract/schemas"
import { requiredPapers } from "../domain/required-papers"
import { bandText, ruleText, weekdaysText } from "../domain/agreement-words"

/** How scarce goods are shared, in words. */
export const RULES = { pro_rata: "按需求比例分配", schools_first: "学校、医院、养老机构优先，同类按比例" } as const

/** 定向采购协议 for signature: the terms as they stand, a place for each side. */
export function agreementSheet(agreement: SupplyAgreement, organisation: { name: string; uscc: string }): Sheet {
  const { number, producer, valid_from, valid_to, weekdays, lead_time_days, lines } = agreement
  return {
    name: "采购协议", title: `定向采购协议　${number}`,
    notes: [
      `甲方（采购单位）：${organisation.name}　统一社会信用代码：${organisation.uscc}`, `乙方（供货方）：${producer?.name ?? "协议所列各经营主体"}`,
      `有效期：${valid_from} 至 ${valid_to}　配送日：${weekdaysText(weekdays)}　截单：配送前 ${lead_time_days} 天`,
      "缺货时按供货方公布的规则分配，供货数量与需求数量并列；未经约定不得替代，替代商品须有有效认定；按重量计价的商品以验收重量结算；寒暑假不计入最低采购量。",
    ],
    columns: [
      { heading: "序号", width: 7, kind: "text" }, { heading: "商品与规格", width: 28, kind: "wide_text" }, { heading: "等级", width: 10, kind: "text" }, { heading: "单价（元）", width: 14, kind: "money" },
      { heading: "价格规则", width: 30, kind: "wide_text" }, { heading: "每次数量", width: 14, kind: "text" }, { heading: "协议期总量", width: 16, kind: "text" }, { heading: "温层", width: 8, kind: "text" }, { heading: "可替代为", width: 22, kind: "wide_text" },
    ],
    rows: lines.map((line, index) => [
      index + 1, `${line.title} ${line.specification}${line.settle_by === "weight" ? "（计重，按公斤计价）" : ""}`, line.grade || "—", line.unit_price_fen, ruleText(line.price_rule, line.unit_price_fen), bandText(line.min_quantity, line.max_quantity), bandText(line.term_min, line.term_max), TEMPERATURE_NAMES[line.temperature],
      lines.find(({ variant_id }) => variant_id === line.substitute_variant_id)?.title ?? "不替代",
    ]),
    ending: () => ({ apart: [], foot: [] }),
    places: [{ label: "甲方（盖章）" }, { label: "乙方（盖章）" }, { label: "甲方代表" }, { label: "乙方代表" }, { label: "签订日期" }],
  }
}

/** 采收装箱单 of one producer for a date: what to harvest in all, and below it for whom each is packed. */
export function packingSheet(date: string, { name, rule, lines }: Packing["sellers"][number]): Sheet {
  return {
    name: "采收装箱单", title: `${name}　${date}`, notes: [`缺货分配规则：${RULES[rule]}`, "先按“小计”采收，再按各单位装箱。", ...papersNote(lines)],
    columns: [{ heading: "商品与规格", width: 30, kind: "wide_text" }, { heading: "收货单位", width: 30, kind: "wide_text" }, { heading: "单位", width: 8, kind: "text" }, { heading: "需求", width: 12, kind: "count" }, { heading: "供货", width: 12, kind: "count" }, { heading: "等级、温层", width: 12, kind: "wide_text" }, { heading: "批次", width: 20, kind: "wide_text" }, { heading: "装箱确认", width: 12, kind: "text" }],
    rows: [
      ...lines.flatMap(({ title, specification, settle_by, requested, supplied, deliveries }) => [
        [`${title} ${specification}`, "小计", SETTLE_UNITS[settle_by], requested, supplied, "", "", ""],
        ...deliveries.map(({ organisation_name, standing_order_name, receives, quantity, grade, temperature, lots }) => ["", `${organisation_name}　${standing_order_name}${receives && `　${receives}收货`}`, SETTLE_UNITS[settle_by], "", quantity, handlingText({ grade, temperature }), lotsText(lots), ""]),
      ]),
      ...(Object.keys(SETTLE_UNITS) as SettleBy[]).filter((unit) => lines.some(({ settle_by }) => settle_by === unit)).map((unit) => {
        const mine = lines.filter(({ settle_by }) => settle_by === unit)
        return ["合计", "", SETTLE_UNITS[unit], sumOf(mine, "requested"), sumOf(mine, "supplied"), "", "", ""]
      }),
    ],
    ending: () => ({ apart: [], foot: [] }),
    places: [{ label: "采收人" }, { label: "装箱人" }, { label: "司机" }],
  }
}

/** What must come with the goods, paper by paper. */
function papersNote(lines: Packing["sellers"][number]["lines"]): string[] {
  const titleOf = (id: string) => lines.find(({ variant_id }) => variant_id === id)?.title ?? ""
  const papers = requiredPapers(lines).map(({ kind, variant_ids }) => `${DELIVERY_PAPERS[kind]}（${[...new Set(variant_ids.map(titleOf))].join("、")}）`)
  return papers.length === 0 ? [] : [`随货证件：${papers.join("　")}`]
}

const sumOf = (lines: Packing["sellers"][number]["lines"], part: "requested" | "supplied"): number => lines.reduce((sum, line) => sum + line[part], 0)
