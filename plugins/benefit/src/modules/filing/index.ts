import { Module } from "@medusajs/framework/utils"
import { FilingModuleService } from "./service"

export const FILING_MODULE = "filing"
export type { FilingModuleService }
export type { FilingRow, UnitRow } from "./rows"
export default Module(FILING_MODULE, { service: FilingModuleService })
