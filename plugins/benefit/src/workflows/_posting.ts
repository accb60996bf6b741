import type { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE, type LedgerModuleService, type PostingResult } from "../modules/ledger"
import { resolveLinkages } from "./_resolve-linkages"

/** Outbox rows in one transaction: large enough to share its queries, small enough that a lock is not held for long. */
const BATCH = 200

/** Posts whatever the outbox holds, batch by batch, until nothing is due. */
export async function drainOutbox(container: MedusaContainer, batch = BATCH): Promise<PostingResult> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const total = { scanned: 0, posted: 0 }
  for (;;) {
    const { claimed, scanned, posted } = await ledger.postNext(resolveLinkages(container), new Date(), batch)
    total.scanned += scanned
    total.posted += posted
    if (claimed === 0) return total
  }
}

/** Posts these orders, or every order that has money or postings: what no event told is found here. */
export async function sweep(container: MedusaContainer, orderIds?: string[]): Promise<PostingResult> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const total = { scanned: 0, posted: 0 }
  for await (const page of pagesOf(ledger, orderIds)) {
    const { scanned, posted } = await ledger.postOrders(page, resolveLinkages(container), new Date())
    total.scanned += scanned
    total.posted += posted
  }
  return total
}

/** Order ids by pages, in order. */
export async function* pagesOf(ledger: LedgerModuleService, orderIds?: string[]): AsyncGenerator<string[]> {
  if (orderIds) {
    for (let start = 0; start < orderIds.length; start += BATCH) yield orderIds.slice(start, start + BATCH)
    return
  }
  for (let page = await ledger.readOrderPage("", BATCH); page.length > 0; page = await ledger.readOrderPage(page.at(-1)!, BATCH)) yield page
}
