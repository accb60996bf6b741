import { Icon } from "@/components/ui"

/** Works without any script: a form that leads to the results. */
export function SearchBox({ id, value = "" }: { id: string; value?: string }) {
  return (
    <form action="/search" role="search" className="flex w-full">
      <label htmlFor={id} className="sr-only">搜索商品、产地或经营主体</label>
      <input id={id} name="q" type="search" defaultValue={value} maxLength={80} enterKeyHint="search" autoComplete="off" placeholder="搜 洋芋、富硒茶、巫溪…"
        className="min-h-11 w-full min-w-0 rounded-l-md border border-r-0 border-line-strong bg-white px-4 text-base focus-visible:outline-offset-0" />
      <button type="submit" className="flex min-h-11 items-center gap-1.5 rounded-r-md bg-ink px-4 font-semibold text-paper hover:bg-vermilion-deep">
        <Icon name="search" />
        <span className="sr-only">搜索</span>
      </button>
    </form>
  )
}
