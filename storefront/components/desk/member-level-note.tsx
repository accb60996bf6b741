import type { BudgetAnswer } from "@fupin/contract/schemas"
import { Yuan } from "@/components/ui"

/** What a union of the region spends on each member in a year, where the unit's own figure cannot be told yet. */
export function MemberLevelNote({ level: { floor_fen, cap_fen, source } }: { level: NonNullable<BudgetAnswer["member_level"]> }) {
  return (
    <div className="grid gap-1 border-y border-line py-4 text-sm">
      <p>本地区今年每位会员：{floor_fen !== null && <>不少于 <Yuan fen={floor_fen} className="text-lg" /></>}{floor_fen !== null && cap_fen !== null && "，"}{cap_fen !== null && <>不超过 <Yuan fen={cap_fen} className="text-lg" /></>}<span className="text-ink-soft">（{source}）</span></p>
      <p className="text-ink-soft">在“预算与份额”里登记会员人数，并由工作人员录入工会年度计划后，这里显示还差多少。</p>
    </div>
  )
}
