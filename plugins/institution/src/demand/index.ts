import type { MedusaContainer } from "@medusajs/framework/types"
import { DEMAND_MODULE, type DemandModuleService } from "../modules/demand"

export const demandsOf = (container: MedusaContainer): DemandModuleService => container.resolve(DEMAND_MODULE)
