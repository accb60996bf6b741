import type { MedusaContainer } from "@medusajs/framework/types"
import { PAIRING_MODULE, type PairingModuleService } from "../modules/pairing"

export const pairingOf = (container: MedusaContainer): PairingModuleService => container.resolve(PAIRING_MODULE)
