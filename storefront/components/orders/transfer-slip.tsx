import { formatFen } from "@fupin/contract/money"
import type { OrderPayment } from "@fupin/contract/schemas"
import { Notice } from "@/components/ui"
import { CopyText } from "./copy-text"

/** 对公转账: everything needed at the bank's counter or in its app, each to be copied. */
export function TransferSlip({ transfer, then = "到账后这里会更新，农户受益随即记账。" }: { transfer: NonNullable<OrderPayment["transfer"]>; /** What happens once it arrived. */ then?: string }) {
  const { payee, bank, account, reference, due_fen } = transfer
  const amount = formatFen(due_fen)
  const rows = [
    { name: "收款户名", shown: payee }, { name: "开户行", shown: bank }, { name: "账号", shown: account, copied: account.replace(/\s/g, "") },
    { name: "转账金额", shown: `¥${amount}`, copied: amount.replaceAll(",", "") }, { name: "附言（必填）", shown: reference },
  ]
  return (
    <section aria-label="转账付款" className="grid gap-4 rounded-lg border-2 border-vermilion bg-white p-5">
      <h2 className="text-xl">请转账付款</h2>
      <dl className="divide-y divide-line">
        {rows.map(({ name, shown, copied = shown }) => (
          <div key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="flex items-center gap-2 font-semibold"><span className="figures whitespace-normal!">{shown}</span><CopyText text={copied} name={name} /></dd>
          </div>
        ))}
      </dl>
      <Notice title="转账时请在附言里写上编号">财务凭附言核对到账；{then}</Notice>
    </section>
  )
}
