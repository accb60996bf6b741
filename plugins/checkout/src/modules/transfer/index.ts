import { Module } from "@medusajs/framework/utils"
import { TransferModuleService } from "./service"

export const TRANSFER_MODULE = "transfer"
export type { TransferModuleService }
export default Module(TRANSFER_MODULE, { service: TransferModuleService })
