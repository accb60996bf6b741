export type ScopeKind = "mine" | "region" | "producer" | "organisation" | "order"

export interface PaperScopeChoice {
  period: string
  kind: ScopeKind
  /** Code or id of what was chosen; of nothing when it is all of one's own. */
  value: string
}

export const SCOPE: Record<ScopeKind, string> = { mine: "本人管辖的全部", region: "某一区划（县、镇、村）", producer: "某一经营主体", organisation: "某一采购单位", order: "某一订单" }
const FIELD = { region: "region", producer: "producer_id", organisation: "organisation_id", order: "order_id" } as const

/** What was chosen, in the words of the routes; null while it is not complete. */
export function scopeFields({ period, kind, value }: PaperScopeChoice): Record<string, string> | null {
  if (!/^\d{4}-\d{2}$/.test(period)) return null
  if (kind === "mine") return { period }
  const given = value.trim()
  if (kind === "region" && !/^\d{6}(\d{3}){0,2}$/.test(given)) return null
  return given === "" ? null : { period, [FIELD[kind]]: given }
}

export type PaperKind = "roster" | "evidence"
export const PAPER: Record<PaperKind, string> = { roster: "附件1 带贫人员名册", evidence: "附件2 消费扶贫证明材料" }
