import { Module } from "@medusajs/framework/utils"
import { PairingModuleService } from "./service"

export const PAIRING_MODULE = "pairing"
export type { PairingModuleService }
export default Module(PAIRING_MODULE, { service: PairingModuleService })
