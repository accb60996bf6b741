import type { Demand } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { DemandItem } from "../../demands/demand-item"
import { QuoteForm } from "../../demands/quote-form"
import { get } from "../../lib/client"
import { ListState } from "../../lib/states"

/** What canteens and unions seek, and what producers of one's regions offer for it. */
const DemandsPage = () => {
  const client = useQueryClient()
  const [quoted, setQuoted] = useState<Demand | null>(null)
  const list = useQuery({ queryKey: ["institution", "demands"], queryFn: () => get<{ demands: Demand[] }>("demands") })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "demands"] })
  const demands = list.data?.demands ?? []
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading>供需对接</Heading><Text size="small" className="text-ui-fg-subtle">食堂和工会发布的需求；报价在截止前密封，只有您负责区划内的经营主体的报价显示在这里</Text></div>
      <ListState query={list} isEmpty={demands.length === 0} empty="还没有单位发布需求。">
        {demands.map((demand) => <DemandItem key={demand.id} demand={demand} onQuote={() => setQuoted(demand)} onChanged={reload} />)}
      </ListState>
      {quoted && <QuoteForm demand={quoted} onClose={(isSaved) => { setQuoted(null); if (isSaved) void reload() }} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "供需对接", icon: ChatBubbleLeftRight, rank: 35 })

export default DemandsPage
