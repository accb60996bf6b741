import { ButtonLink, Empty } from "@/components/ui"

export const metadata = { title: "没有这一页" }

export default function NotFound() {
  return (
    <div className="wrap py-10">
      <Empty as="h1" title="这里没有您要找的东西" action={<><ButtonLink href="/products">看看全部好物</ButtonLink><ButtonLink href="/search" look="secondary">搜一搜</ButtonLink></>}>
        <p>它可能已经下架，或者地址有误。</p>
      </Empty>
    </div>
  )
}
