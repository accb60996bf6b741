import type { MedusaContainer } from "@medusajs/framework/types"
import { STATEMENT_MODULE, type StatementModuleService } from "../modules/statement"
import type { NameGoods } from "../modules/statement/service"
import { readGoods } from "../reads/goods"

export const statementsOf = (container: MedusaContainer): StatementModuleService => container.resolve(STATEMENT_MODULE)

/** What goods are called today: a statement keeps it. */
export const goodsNamer = (container: MedusaContainer): NameGoods => (variantIds) => readGoods(container, variantIds)
