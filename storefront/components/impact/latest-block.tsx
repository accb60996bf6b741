import type { LedgerSeal } from "@fupin/contract/schemas"
import { chinaDay } from "@/lib/dates"

/** The newest root of the sealed ledger: whoever keeps it can tell later whether anything before it was changed. */
export function LatestBlock({ seal }: { seal: LedgerSeal }) {
  if (!seal) return null
  const { block, public_key } = seal
  return (
    <details className="mt-4 text-sm">
      <summary className="link w-fit cursor-pointer py-1">账本已封存到第 {block.height} 区块（<time dateTime={block.sealed_at}>{chinaDay(block.sealed_at)}</time>）</summary>
      <dl className="mt-3 grid gap-x-4 gap-y-2 text-ink-soft md:grid-cols-[auto_1fr] [&_dd]:font-mono [&_dd]:text-xs [&_dd]:leading-6 [&_dd]:break-all">
        <dt>区块哈希</dt><dd>{block.hash}</dd>
        <dt>凭证根</dt><dd>{block.root}</dd>
        <dt>签名公钥</dt><dd>{public_key}</dd>
      </dl>
      <p className="mt-3 max-w-2xl text-ink-faint">每笔受益凭证封存后都在某一区块的根之下，区块首尾相连并签名。记下今天的哈希，日后任何改动都会与它对不上。</p>
    </details>
  )
}
