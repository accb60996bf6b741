import { Button, Container, Heading, Input, Skeleton, Table, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { type ReactNode, useEffect, useState } from "react"
import { ask } from "../lib/ask"

const PAGE = 20

interface ListPageProps<Page extends { count: number }> {
  title: string
  /** h2 where it stands below another heading. */
  level?: "h1" | "h2"
  /** 户, 份: what the rows are counted in. */
  unit: string
  /** Below `/admin/benefit/`; also the key under which the list is read again. */
  path: string
  rowsOf: (page: Page) => ReactNode[]
  headings: string[]
  /** What is searched for; without it there is no search. */
  search?: string
  /** More to filter by, beside the search; `controls` set it. */
  query?: Record<string, string>
  controls?: ReactNode
  /** Above the rows: what they add up to. */
  summaryOf?: (page: Page) => ReactNode
  /** Said when nothing is there at all. */
  empty: string
  action?: ReactNode
}

/** A list of the office: heading, search, the page's rows, and what is said while they are read, cannot be read, or are none. */
export function ListPage<Page extends { count: number }>({ title, level = "h1", unit, path, rowsOf, headings, search, query: filters = {}, controls, summaryOf, empty, action }: ListPageProps<Page>) {
  const [q, setQ] = useState(() => (search ? (new URLSearchParams(location.search).get("q") ?? "") : ""))
  const typed = new URLSearchParams({ ...filters, ...(q.trim() ? { q: q.trim() } : {}) }).toString()
  const [asked, setAsked] = useState(typed)
  const [offset, setOffset] = useState(0)
  useEffect(() => {
    const later = setTimeout(() => { setAsked(typed); setOffset(0) }, 250)
    return () => clearTimeout(later)
  }, [typed])
  const query = { limit: String(PAGE), offset: String(offset), ...Object.fromEntries(new URLSearchParams(asked)) }
  const { data: page, error, refetch } = useQuery({ queryKey: [path, query], queryFn: () => ask<Page>(`benefit/${path}?${new URLSearchParams(query)}`), placeholderData: keepPreviousData })
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3 px-6 py-4">
        <Heading level={level} className="leading-8">{title}{page ? `（${page.count}）` : ""}</Heading>
        <div className="flex flex-wrap gap-2">
          {search && <Input type="search" placeholder={search} aria-label={`搜索${search}`} value={q} onChange={(event) => setQ(event.target.value)} />}
          {action}
        </div>
        {controls && <div className="flex w-full flex-wrap items-end gap-3 print:hidden">{controls}</div>}
      </div>
      {page && summaryOf?.(page)}
      {error && (
        <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4">
          <Text size="small" className="text-ui-fg-error">{error.message}</Text>
          <Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button>
        </div>
      )}
      {!page && !error && <div role="status" aria-label="正在读取" className="flex flex-col gap-y-3 px-6 py-4">{[0, 1, 2].map((row) => <Skeleton key={row} className="h-6 w-full" />)}</div>}
      {page?.count === 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">{search && q.trim() ? `没有找到“${q.trim()}”。` : empty}</Text>}
      {page && page.count > 0 && (
        <div className="overflow-x-auto whitespace-nowrap">
          <Table>
            <Table.Header><Table.Row>{headings.map((text) => <Table.HeaderCell key={text} className={text === "金额" ? "text-right" : undefined}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
            <Table.Body>{rowsOf(page)}</Table.Body>
          </Table>
        </div>
      )}
      {page && page.count > PAGE && (
        <Table.Pagination count={page.count} pageSize={PAGE} pageIndex={offset / PAGE} pageCount={Math.ceil(page.count / PAGE)} canPreviousPage={offset > 0}
          canNextPage={offset + PAGE < page.count} previousPage={() => setOffset(offset - PAGE)} nextPage={() => setOffset(offset + PAGE)}
          translations={{ of: "共", results: unit, pages: "页", prev: "上一页", next: "下一页" }} />
      )}
    </Container>
  )
}
