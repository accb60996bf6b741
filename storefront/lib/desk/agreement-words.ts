import type { AgreementChange, AgreementEvent } from "@fupin/contract/schemas"

export const SIDE_NAMES = { organisation: "采购单位", producer: "供货方", office: "帮扶办" } as const satisfies Record<AgreementEvent["by"], string>

export const EVENT_WORDS = {
  drafted: { text: "登记协议", tone: "plain" }, proposed: { text: "提议", tone: "straw" }, accepted: { text: "接受", tone: "leaf" }, declined: { text: "谢绝", tone: "vermilion" }, withdrawn: { text: "撤回", tone: "plain" },
  changed: { text: "修改条款", tone: "plain" }, signed: { text: "登记签订", tone: "leaf" }, terminated: { text: "终止协议", tone: "vermilion" },
} as const satisfies Record<AgreementEvent["act"], { text: string; tone: string }>

export const CHANGE_KINDS: Record<AgreementChange["kind"], string> = {
  price: "单价", price_rule: "价格规则", quantity: "数量", grade: "等级", substitute: "替代商品", temperature: "温层", settle_by: "结算方式", days: "配送日与截单", term: "有效期",
}
