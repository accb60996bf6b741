import { Module } from "@medusajs/framework/utils"
import { StatementModuleService } from "./service"

export const STATEMENT_MODULE = "statement"
export type { StatementModuleService }
export default Module(STATEMENT_MODULE, { service: StatementModuleService })
