import type { LedgerProblem, LedgerVerified } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { Link } from "react-router-dom"
import { PROBLEM } from "../../lib/problems"

interface Run { data?: LedgerVerified; error: Error | null; isPending: boolean }

/** The run of a verification: how long it has been going, that all is well, or each problem in words. */
export function Verified({ run: { data, error, isPending } }: { run: Run }) {
  if (isPending) return <Running />
  if (error) return <Text size="small" role="alert" className="text-ui-fg-error px-6 py-4">没有核对：{error.message}</Text>
  if (!data) return null
  const counted = `${data.journals.toLocaleString()} 张凭证、${data.entries.toLocaleString()} 条分录、${data.blocks.toLocaleString()} 个区块`
  if (data.ok) return <Text size="small" role="status" className="text-ui-tag-green-text px-6 py-4">全账相符：已逐笔核对 {counted}，并按订单与协议重算，没有发现问题。</Text>
  return (
    <section role="alert" className="px-6 py-4">
      <Text size="small" weight="plus" className="text-ui-fg-error">发现 {data.problems.length} 个问题（已核对 {counted}）</Text>
      <ul className="mt-2 divide-y">
        {data.problems.map((problem) => <Problem key={`${problem.code} ${problem.id}`} problem={problem} />)}
      </ul>
    </section>
  )
}

function Problem({ problem: { code, id, message } }: { problem: LedgerProblem }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 py-2">
      <Text as="span" size="small" weight="plus">{PROBLEM[code]}</Text>
      <Text as="span" size="small" className="text-ui-fg-subtle">{message}</Text>
      {id.startsWith("order_")
        ? <Link to={`/orders/${id}`} className="txt-compact-small text-ui-fg-interactive font-mono">{id}</Link>
        : <code className="txt-compact-small text-ui-fg-muted break-all font-mono">{id}</code>}
    </li>
  )
}

function Running() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const clock = setInterval(() => setSeconds((now) => now + 1), 1_000)
    return () => clearInterval(clock)
  }, [])
  return (
    <div role="status" className="px-6 py-4">
      <Text size="small">正在逐笔核对全部凭证、封存与订单……<span aria-hidden="true">已用 {seconds} 秒</span></Text>
      <div className="bg-ui-bg-component mt-2 h-1 overflow-hidden rounded-full"><div className="bg-ui-bg-interactive h-full w-1/3 animate-pulse rounded-full" /></div>
    </div>
  )
}
