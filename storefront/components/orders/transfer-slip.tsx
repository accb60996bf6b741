import { formatFen } from "@fupin/contract/money"
import { Notice } from "@/components/ui"
import { CopyText } from "./copy-text"

export interface TransferFacts {
  rows: [name: string, value: string][]
  reference: string
  due_fen: number
}

/** 对公转账: everything needed at the bank's counter or in its app, each to be copied. */
export function TransferSlip({ rows, reference, due_fen }: TransferFacts) {
  const all: [string, string][] = [...rows, ["转账金额", `¥${formatFen(due_fen)}`], ["附言（必填）", reference]]
  return (
    <section aria-labelledby="transfer" className="grid gap-4 rounded-lg border-2 border-vermilion bg-white p-5">
      <h2 id="transfer" className="text-xl">请转账付款</h2>
      <dl className="divide-y divide-line">
        {all.map(([name, value]) => (
          <div key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="flex items-center gap-2 font-semibold"><span className="figures whitespace-normal!">{value}</span><CopyText text={value.replace(/^¥/, "").replaceAll(",", "")} name={name} /></dd>
          </div>
        ))}
      </dl>
      <Notice title="转账时请在附言里写上编号">财务凭附言核对到账，通常一个工作日内确认；到账后这里会自动更新，农户受益随即记账。</Notice>
    </section>
  )
}
