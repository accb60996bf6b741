import type { StatementSummary } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, Price, Yuan } from "@/components/ui"
import { monthText, STATEMENT_STATES } from "@/lib/desk/statement-words"

/** One month with one producer: how far it is, and what is still to be paid. */
export function StatementRow({ statement, isSellers = false }: { statement: StatementSummary; /** At the producer's workbench: of whom it is, and its page there. */ isSellers?: boolean }) {
  const { id, number, month, organisation, seller, state, due_fen, open_fen } = statement
  const { text, tone } = STATEMENT_STATES[state]
  return (
    <li className="rounded-lg border border-line bg-white">
      <Link href={`${isSellers ? "/workbench" : "/desk"}/statements/${id}`} className="grid gap-x-6 gap-y-2 p-4 hover:bg-paper-deep sm:grid-cols-[1fr_auto] sm:p-5">
        <span className="grid gap-1">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1"><span className="font-semibold">{monthText(month)}　{isSellers ? organisation.name : (seller?.name ?? "扶贫馆自营")}</span><Badge tone={tone}>{text}</Badge></span>
          <span className="figures text-sm text-ink-soft">{number}</span>
        </span>
        <span className="sm:text-right"><Price fen={due_fen} />{state === "confirmed" && open_fen > 0 && open_fen < due_fen && <span className="block text-sm text-ink-soft">还差 <Yuan fen={open_fen} /></span>}</span>
      </Link>
    </li>
  )
}
