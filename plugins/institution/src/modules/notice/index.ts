import { Module } from "@medusajs/framework/utils"
import { NoticeModuleService } from "./service"

export const NOTICE_MODULE = "notice"
export type { NoticeModuleService }
export default Module(NOTICE_MODULE, { service: NoticeModuleService })
