import type { PayoutMethod } from "@fupin/contract/schemas"
import { bankBatch } from "./bank-batch"
import { cashList } from "./cash-list"
import type { PayoutProvider } from "./provider"

export const PAYOUT_PROVIDERS: Record<PayoutMethod, PayoutProvider> = { bank: bankBatch, cash: cashList }
