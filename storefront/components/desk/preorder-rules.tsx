import { ruleSentences } from "@fupin/contract/codes"
import type { PreorderRule } from "@fupin/contract/schemas"

/** What both sides agree to before anything is sown. */
export function PreorderRules({ rule }: { rule: PreorderRule }) {
  return (
    <section aria-labelledby="rules" className="grid gap-3">
      <h2 id="rules" className="text-2xl">约定</h2>
      <ol className="grid max-w-3xl list-decimal gap-1.5 pl-5 marker:text-ink-soft">{ruleSentences(rule).map((sentence) => <li key={sentence}>{sentence}</li>)}</ol>
    </section>
  )
}
