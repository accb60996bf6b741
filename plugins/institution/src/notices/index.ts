import type { MedusaContainer } from "@medusajs/framework/types"
import { NOTICE_MODULE, type NoticeModuleService } from "../modules/notice"

export const noticesOf = (container: MedusaContainer): NoticeModuleService => container.resolve(NOTICE_MODULE)
