import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Sun } from "@medusajs/icons"
import { Container, Heading, Tabs } from "@medusajs/ui"
import { Indices } from "../../supply/indices"
import { People } from "../../supply/people"
import { Pledges } from "../../supply/pledges"
import { Rules } from "../../supply/rules"

const PARTS = [["pledges", "采收承诺", Pledges], ["indices", "价格指数", Indices], ["rules", "缺货规则", Rules], ["people", "经办人", People]] as const

/** 供应: what there will be, what it costs by index, who gets it when it does not suffice, and who acts for a producer. */
const SupplyPage = () => (
  <Container className="divide-y p-0">
    <Heading className="px-6 py-4">供应</Heading>
    <Tabs defaultValue="pledges">
      <Tabs.List className="overflow-x-auto whitespace-nowrap px-6 py-3">{PARTS.map(([key, name]) => <Tabs.Trigger key={key} value={key}>{name}</Tabs.Trigger>)}</Tabs.List>
      {PARTS.map(([key, , Part]) => <Tabs.Content key={key} value={key}><Part /></Tabs.Content>)}
    </Tabs>
  </Container>
)

export const config = defineRouteConfig({ label: "供应", icon: Sun, rank: 33 })

export default SupplyPage
