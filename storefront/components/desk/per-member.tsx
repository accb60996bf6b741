import type { PlanProgress } from "@fupin/contract/schemas"
import { Badge, Yuan } from "@/components/ui"

const STANDINGS = { below: ["还没到下限", "straw"], within: ["在范围内", "leaf"], above: ["超过上限", "vermilion"] } as const

/** 人均: what each member on record had this year, over all campaigns, between the least and the most. */
export function PerMember({ figures: { members, on_day, average_fen, floor_fen, cap_fen, standing } }: { figures: NonNullable<PlanProgress["per_member"]> }) {
  const [text, tone] = STANDINGS[standing]
  return (
    <dl className="grid grid-cols-3 gap-3 border-y border-line py-4 text-sm">
      <div><dt className="text-ink-soft">人均已付款</dt><dd className="mt-1"><Yuan fen={average_fen} className="text-lg font-semibold" /></dd></div>
      <div><dt className="text-ink-soft">人均下限</dt><dd className="mt-1">{floor_fen === null ? "未定" : <Yuan fen={floor_fen} className="text-lg" />}</dd></div>
      <div><dt className="text-ink-soft">人均上限</dt><dd className="mt-1">{cap_fen === null ? "未定" : <Yuan fen={cap_fen} className="text-lg" />}</dd></div>
      <p className="col-span-3 flex flex-wrap items-center gap-2 text-ink-soft"><Badge tone={tone}>{text}</Badge>全年各次慰问合计，按 <span className="figures">{on_day}</span> 在册 <span className="figures">{members}</span> 人平均</p>
    </dl>
  )
}
