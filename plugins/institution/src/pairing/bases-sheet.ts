import type { Sheet } from "@fupin/benefit/papers/sheet"
import { BASE_STATES, BASE_UNITS } from "@fupin/contract/codes"
import type { BaseList, SupplyBase } from "@fupin/contract/schemas"

/** 直采直供基地登记表: a row a base, with what its supporters paid for its goods in a year. */
export function basesSheet({ bases, total }: BaseList, year: number, asOf: string): Sheet {
  return {
    name: "基地登记表", title: `${year} 年直采直供基地登记表`,
    notes: [`截至 ${asOf}；采购额为帮扶单位在帮扶期内对基地主要产品的付款，按付款日期归入年度，含税，不含运费，退款已扣减；未付款的订单不计入`, "受益户数为这些付款在台账中带动的农户；同一笔付款涉及几个基地时，合计只计一次"],
    columns: [
      { heading: "序号", width: 6, kind: "text" }, { heading: "基地名称", width: 22, kind: "wide_text" }, { heading: "所在村镇", width: 24, kind: "wide_text" }, { heading: "牌号", width: 14, kind: "text" }, { heading: "规模", width: 10, kind: "text" },
      { heading: "经营主体", width: 24, kind: "wide_text" }, { heading: "主要产品", width: 24, kind: "wide_text" }, { heading: "帮扶单位（起止）", width: 30, kind: "wide_text" }, { heading: "状态", width: 10, kind: "text" },
      { heading: "采购额", width: 14, kind: "money" }, { heading: "受益户数", width: 10, kind: "count" },
    ],
    rows: bases.map((base, index) => [
      index + 1, base.name, base.region.name, base.sign_number, `${base.scale} ${BASE_UNITS[base.scale_unit]}`, base.producers.map(({ name }) => name).join("、"), base.products.map(({ title }) => title).join("、"),
      base.supports.map(({ name, since, until }) => `${name}（${since} 至 ${until ?? "今"}）`).join("；"), stateOf(base), base.paid_fen, base.households,
    ]),
    ending: () => ({ apart: [], foot: [{ label: `合计（带动 ${total.households} 户）`, fen: total.paid_fen }], in_words: { label: "合计（大写）", fen: total.paid_fen } }),
  }
}

const stateOf = ({ state, ended_on, reason }: SupplyBase): string => (state === "ended" ? `${ended_on} 结束：${reason}` : state === "declined" ? `未通过：${reason}` : BASE_STATES[state])
