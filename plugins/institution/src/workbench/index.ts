import type { MedusaContainer } from "@medusajs/framework/types"
import { WORKBENCH_MODULE, type WorkbenchModuleService } from "../modules/workbench"

export const workbenchOf = (container: MedusaContainer): WorkbenchModuleService => container.resolve(WORKBENCH_MODULE)
