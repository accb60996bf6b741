import type { FilingDetail } from "@fupin/contract/schemas"
import type { ReactNode } from "react"
import { Icon, Link } from "@/components/ui"
import { groupsOf } from "@/lib/desk/filing-words"

const SHOWN = 6

/** What must be there before the month is submitted: each met, or what it still lacks. */
export function FilingChecklist({ detail: { checklist, contents: { roster, evidence } } }: { detail: FilingDetail }) {
  return (
    <section aria-labelledby="checklist" className="grid gap-3">
      <h2 id="checklist" className="text-2xl">报送清单</h2>
      <ul className="border-t border-line">
        <Item name="附件1 带贫人员名册" isMet={roster.balanced} note={roster.balanced ? `${roster.rows} 人，已由台账生成` : "与台账不相符，请联系帮扶办"} />
        <Item name="附件2 消费扶贫证明材料" isMet={evidence.balanced} note={evidence.balanced ? `${evidence.rows} 行，已由台账生成` : "与台账不相符，请联系帮扶办"} />
        {groupsOf(checklist).filter(({ kind }) => kind !== "unbalanced").map(({ kind, name, open, met }) => (
          <Item key={kind} name={name} isMet={open.length === 0} note={open.length === 0 ? (kind === "unsealed" ? "报送时自动办理" : `${met} 项已附或已说明`) : `还缺 ${open.length} 项${met > 0 ? `，${met} 项已办` : ""}`}>
            {open.slice(0, SHOWN).map(({ key, label }) => <span key={key} className="figures">{label}</span>)}
            {open.length > SHOWN && <span>等 {open.length} 项</span>}
          </Item>
        ))}
        {!checklist.some(({ kind }) => kind === "invoice" || kind === "voucher") && <Item name="发票或凭证" isMet note="本期没有需要附发票的订单" />}
      </ul>
      {checklist.some(({ kind, state }) => kind === "invoice" && state === "open") && <p className="text-sm text-ink-soft">还没有发票？可在<Link href="/desk/statements">对账与发票</Link>申请。</p>}
    </section>
  )
}

function Item({ name, isMet, note, children }: { name: string; isMet: boolean; note: string; children?: ReactNode }) {
  return (
    <li className="grid grid-cols-[auto_1fr] gap-x-3 border-b border-line py-3">
      <Icon name={isMet ? "check" : "warning"} className={`mt-0.5 ${isMet ? "text-leaf" : "text-vermilion"}`} />
      <div className="grid gap-1">
        <p className="flex flex-wrap justify-between gap-x-4"><span className="font-semibold">{name}</span><span className={isMet ? "text-sm text-ink-soft" : "text-sm text-vermilion-deep"}>{note}</span></p>
        {!isMet && <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">{children}</p>}
      </div>
    </li>
  )
}
