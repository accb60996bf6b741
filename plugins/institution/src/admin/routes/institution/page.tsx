import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Organisations, StandingOrders } from "../../lib/organisations"
import { RunPanel } from "../../lib/run-panel"

/** 采购单位与定向认购: today's digest and the run, then who buys and what stands. */
const InstitutionPage = () => (
  <div className="flex flex-col gap-4">
    <RunPanel />
    <StandingOrders />
    <Organisations />
  </div>
)

export const config = defineRouteConfig({ label: "定向认购", icon: BuildingStorefront })

export default InstitutionPage
