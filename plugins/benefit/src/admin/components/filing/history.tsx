import type { FilingDetail } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { moment } from "../../lib/labels"
import { ACT, itemLabel } from "./labels"
import { Section } from "./section"

/** Who did what and when, newest first. */
export function History({ history }: { history: FilingDetail["history"] }) {
  return (
    <Section title="办理记录" empty={history.length === 0 && "还没有办理记录。"}>
      <ol className="divide-y">
        {history.map(({ act, at, actor, note }, index) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-3 px-6 py-2">
            <Text as="span" size="small" className="text-ui-fg-subtle">{moment(at)}</Text>
            <Text as="span" size="small" weight="plus">{actor} {ACT[act]}</Text>
            {note && <Text as="span" size="small" className="break-all">{act === "explained" ? explained(note) : note}</Text>}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** invoice:order_1：原因 → 发票：原因 */
function explained(note: string): string {
  const end = note.indexOf("：")
  return `${itemLabel(note.slice(0, end))}${note.slice(end)}`
}
