import { ButtonLink, Empty } from "@/components/ui"

/** The price could not be had. The cart is kept and said to be. */
export function QuoteFailed({ message, kinds, again }: { message: string; kinds: number; again: string }) {
  return (
    <div role="alert">
      <Empty title="暂时算不出价格" action={<><ButtonLink href={again} prefetch={false}>再试一次</ButtonLink><ButtonLink href="/products" look="secondary">继续逛逛</ButtonLink></>}>
        <p>{message}。购物车里的 {kinds} 种商品都还在。</p>
      </Empty>
    </div>
  )
}
