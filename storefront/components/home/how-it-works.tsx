import { Section } from "@/components/ui"

const STEPS = [
  { title: "县里认定", text: "经营主体申请，县级主管部门认定并公示，编号任何人都能查。到期当天，标识自动摘下。" },
  { title: "农户联结", text: "经营主体与农户签利益联结协议，写明每卖一份分多少。协议改了，只管以后的订单。" },
  { title: "您来购买", text: "下单前就看得到这一单预计让几户农家受益多少。付款才记账，退款就冲回。" },
  { title: "记到农户", text: "付款记为预提，收货转为应付，到户才算已兑付。每个阶段分开记，分毫不差。" },
]

export function HowItWorks() {
  return (
    <div className="border-y border-line bg-white">
      <Section title="一份好物，怎样变成农户的受益" more={{ href: "/impact", name: "看公示的账" }}>
        <ol className="grid gap-7 sm:grid-cols-2 lg:grid-cols-4 lg:gap-10">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="grid grid-cols-[3.5rem_1fr] border-t-2 border-ink pt-4 sm:block">
              <p aria-hidden="true" className="row-span-2 font-song text-4xl font-bold text-vermilion">{"一二三四"[index]}</p>
              <h3 className="text-xl sm:mt-2">{title}</h3>
              <p className="mt-2 text-sm text-ink-soft">{text}</p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  )
}
