import { Module } from "@medusajs/framework/utils"
import { PerformanceModuleService } from "./service"

export const PERFORMANCE_MODULE = "performance"
export type { PerformanceModuleService }
export type { Target } from "./service"
export default Module(PERFORMANCE_MODULE, { service: PerformanceModuleService })
