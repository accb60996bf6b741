const STAGES = [
  { name: "预计", when: "下单前、付款前", meaning: "这一单如果付款会带来的受益。只作参考，从不入账，也不计入本页任何数字。" },
  { name: "预提", when: "收到货款", meaning: "货款到账，按下单时生效的协议，把应分给每户的金额记下来。" },
  { name: "应付", when: "验收，或送达后满约定天数", meaning: "货物已被接受，这笔钱确定归农户，等待兑付。" },
  { name: "已兑付", when: "付到农户手里", meaning: "经营主体把钱付给农户，并留下凭证。" },
  { name: "冲回", when: "退款、退货", meaning: "退掉多少，按原来的分法减回多少；全额退款正好归零。原来的记录不删改，另记一笔。" },
]

/** What the words of the ledger mean. */
export function Stages() {
  return (
    <dl className="border-t border-ink">
      {STAGES.map(({ name, when, meaning }) => (
        <div key={name} className="grid gap-x-8 gap-y-1 border-b border-line py-5 sm:grid-cols-[7rem_12rem_1fr]">
          <dt className="font-song text-xl font-bold text-leaf">{name}</dt>
          <dd className="text-sm font-semibold">{when}</dd>
          <dd className="text-ink-soft">{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
