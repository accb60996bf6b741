import { Module } from "@medusajs/framework/utils"
import { assertBusinessTimeZone } from "./heartbeat"
import { LedgerModuleService, type PostingResult } from "./service"

export const LEDGER_MODULE = "ledger"
export type { LedgerModuleService, PostingResult }
export default Module(LEDGER_MODULE, { service: LedgerModuleService, loaders: [async () => assertBusinessTimeZone()] })
