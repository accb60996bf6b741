import type { AgreementEvent } from "@fupin/contract/schemas"
import { Badge } from "@/components/ui"
import { momentText } from "@/lib/dates"
import { EVENT_WORDS, SIDE_NAMES } from "@/lib/desk/agreement-words"

/** 协商经过: who proposed, answered and changed what, the latest first. */
export function AgreementHistory({ history }: { history: AgreementEvent[] }) {
  return (
    <section aria-labelledby="history" className="grid gap-4">
      <h2 id="history" className="text-2xl">协商经过</h2>
      <ol className="grid gap-6 border-l-2 border-line pl-5">
        {history.toReversed().map(({ at, by, act, changes, note }, index) => (
          <li key={index} className="relative grid gap-1.5 before:absolute before:-left-[1.6rem] before:top-2 before:size-2.5 before:rounded-full before:bg-line-strong">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1"><Badge tone={EVENT_WORDS[act].tone}>{EVENT_WORDS[act].text}</Badge><strong>{SIDE_NAMES[by]}</strong><time dateTime={at} className="figures text-sm text-ink-soft">{momentText(at)}</time></p>
            {changes.map((change) => <p key={change}>{change}</p>)}
            {note && <p className="text-sm text-ink-soft">“{note}”</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
