import { Loading, Page, Skeleton } from "@/components/ui"

export default function CartLoading() {
  return (
    <Page title="购物车">
      <Loading className="grid gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-5">{[1, 2, 3].map((row) => <Skeleton key={row} className="h-32" />)}</div>
        <Skeleton className="h-64" />
      </Loading>
    </Page>
  )
}
