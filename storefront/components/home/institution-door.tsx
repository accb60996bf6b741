import { ButtonLink } from "@/components/ui"

const DOORS = [
  { title: "食堂定向认购", text: "机关、学校、医院食堂与产地签订向采购协议，按协议价、按送货日自动下单，节假日自动跳过，先收货后对公转账。" },
  { title: "工会节日慰问", text: "给会员选慰问品：每件都写明产地、认定编号和受益农户，买得明白，查得清楚。" },
]

/** Where canteens and unions come in. */
export function InstitutionDoor() {
  return (
    <section id="institutions" className="mt-10 scroll-mt-0 bg-leaf-deep text-paper">
      <div className="wrap grid gap-10 py-14 md:py-20 lg:grid-cols-[1fr_1.6fr] lg:gap-16">
        <div>
          <h2 className="text-3xl md:text-4xl">单位采购，<br />从这里进</h2>
          <p className="mt-4 max-w-sm text-paper/85">每月该报的受益名册与证明材料，由同一本账直接生成。</p>
          <ButtonLink href="/desk" size="lg" className="mt-7 bg-paper! text-leaf-deep! hover:bg-white!">进入单位工作台</ButtonLink>
        </div>
        <ul className="grid gap-8 sm:grid-cols-2">
          {DOORS.map(({ title, text }) => (
            <li key={title} className="border-t border-paper/40 pt-5">
              <h3 className="text-2xl text-straw">{title}</h3>
              <p className="mt-3 text-paper/90">{text}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
