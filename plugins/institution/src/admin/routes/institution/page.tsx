import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Heading } from "@medusajs/ui"
import { RunPanel } from "../../lib/run-panel"
import { StandingOrders } from "../../lib/standing-orders"

/** 定向认购: today's digest and the run, then what stands. */
const InstitutionPage = () => (
  <div className="flex flex-col gap-4">
    <Heading className="px-1">定向认购</Heading>
    <RunPanel />
    <StandingOrders />
  </div>
)

export const config = defineRouteConfig({ label: "定向认购", icon: BuildingStorefront, rank: 32 })

export default InstitutionPage
