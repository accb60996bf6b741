import type { SettlementDetail } from "@fupin/contract/schemas"
import { Button, Container, Skeleton, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { Link, useParams } from "react-router-dom"
import { Lists } from "../../../components/settlement/lists"
import { Paying } from "../../../components/settlement/paying"
import { Payments } from "../../../components/settlement/payments"
import { RunHead } from "../../../components/settlement/run-head"
import { ask } from "../../../lib/ask"
import { filled, useFilters } from "../../../lib/filters"

const NAMES = ["state", "method"] as const

const SettlementPage = () => {
  const { id } = useParams()
  const [filters, set] = useFilters(NAMES)
  const [offset, setOffset] = useState(0)
  const query = { ...filled(filters), offset: String(offset) }
  const { data: detail, error, refetch } = useQuery({
    queryKey: ["settlement", id, query], queryFn: () => ask<SettlementDetail>(`benefit/settlements/${id}?${new URLSearchParams(query)}`), placeholderData: keepPreviousData,
  })
  return (
    <div className="flex flex-col gap-4">
      <Link to="/settlements" className="txt-compact-small text-ui-fg-interactive">← 全部兑付</Link>
      {error && (
        <Container role="alert" className="flex items-center justify-between gap-4">
          <Text size="small" className="text-ui-fg-error">{error.message}</Text>
          <Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button>
        </Container>
      )}
      {!detail && !error && <Container role="status" aria-label="正在读取"><Skeleton className="h-24 w-full" /></Container>}
      {detail && (
        <>
          <RunHead detail={detail} />
          <Paying detail={detail} />
          <Payments detail={detail} filters={filters} offset={offset} onFilter={(changes) => { set(changes); setOffset(0) }} onOffset={setOffset} />
          <Lists detail={detail} />
        </>
      )}
    </div>
  )
}

export default SettlementPage
