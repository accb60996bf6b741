import type { ChecklistItem } from "@fupin/contract/schemas"
import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ITEM } from "./labels"
import { Section } from "./section"
import { UploadButton } from "./upload-button"

const SHOWN = 8
const LINK = "text-ui-fg-interactive hover:text-ui-fg-interactive-hover"

interface ChecklistProps { items: ChecklistItem[]; filingId: string; onExplain: (item: string, label: string) => void; onChanged: () => void }

/** What must be done before it is submitted: each with its way there, a scan to attach or a reason to state. */
export function Checklist({ items, filingId, onExplain, onChanged }: ChecklistProps) {
  const open = items.filter(({ state }) => state === "open").length
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  return (
    <Section title="报送清单" note={open > 0 ? `还有 ${open} 项没有办结：上传扫描件，或说明缺少的原因` : undefined} empty={items.length === 0 && "清单已全部办结，可以报送。"}>
      {kinds.map((kind) => <Kind key={kind} kind={kind} items={items.filter((item) => item.kind === kind)} filingId={filingId} onExplain={onExplain} onChanged={onChanged} />)}
    </Section>
  )
}

function Kind({ kind, items, filingId, onExplain, onChanged }: ChecklistProps & { kind: ChecklistItem["kind"] }) {
  const [isWhole, setWhole] = useState(false)
  const open = items.filter(({ state }) => state === "open")
  const shown = isWhole ? items : [...open, ...items.filter(({ state }) => state !== "open")].slice(0, SHOWN)
  return (
    <div className="px-6 py-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="flex items-center gap-x-2"><Text size="small" weight="plus">{ITEM[kind]}</Text><Badge size="2xsmall" color={open.length > 0 ? "orange" : "green"}>{open.length > 0 ? `${open.length} 项待办` : "已办结"}</Badge></span>
        {open.length > 1 && items[0]!.may_explain && (
          <span className="flex gap-x-2">
            <UploadButton filingId={filingId} item={kind} label="合并上传" onDone={onChanged} />
            <Button size="small" variant="secondary" onClick={() => onExplain(kind, `${ITEM[kind]}（${open.length} 项）`)}>一并说明</Button>
          </span>
        )}
      </div>
      <ul className="mt-2 flex flex-col gap-y-1">
        {shown.map((item) => (
          <li key={item.key} className="flex flex-wrap items-center justify-between gap-2">
            <span className="flex items-center gap-x-2 text-sm"><Subject item={item} />{item.state !== "open" && <Text as="span" size="xsmall" className="text-ui-fg-subtle">{item.state === "told" ? "自动办理" : "已附或已说明"}</Text>}</span>
            {item.state === "open" && item.may_explain && (
              <span className="flex gap-x-1">
                {item.kind !== "child" && item.kind !== "suspense" && item.kind !== "voucher" && <UploadButton filingId={filingId} item={item.key} label="上传" onDone={onChanged} />}
                <Button size="small" variant="transparent" onClick={() => onExplain(item.key, `${ITEM[kind]} ${item.label}`)}>说明</Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {items.length > SHOWN && <Button size="small" variant="transparent" className="mt-1" onClick={() => setWhole(!isWhole)}>{isWhole ? "收起" : `全部 ${items.length} 项`}</Button>}
    </div>
  )
}

function Subject({ item: { kind, subject_id, label } }: { item: ChecklistItem }) {
  if (kind === "invoice" || kind === "payment") return <Link to={`/orders/${subject_id}`} className={LINK}>{label}</Link>
  if (kind === "child") return <Link to={`/filings?filing=${subject_id}`} className={LINK}>{label} 尚未受理</Link>
  if (kind === "voucher") return <Link to="/vouchers" className={LINK}>{label}</Link>
  if (kind === "suspense" || kind === "unaccrued" || kind === "unbalanced") return <Link to="/ledger" className={LINK}>{label}</Link>
  return <span>{label}</span>
}
