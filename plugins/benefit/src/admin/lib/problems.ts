import type { LedgerProblem } from "@fupin/contract/schemas"

/** What each fault of the ledger is called. */
export const PROBLEM: Record<LedgerProblem["code"], string> = {
  unbalanced_journal: "借贷不平", altered_journal: "凭证被改动", entry_without_journal: "分录没有凭证", journal_without_entries: "凭证没有分录", wrong_amount: "金额不符",
  sale_without_capture: "有入账无收款", unaccrued_capture: "收款未入账", unconfirmed_payment: "收付款未确认", missing_trigger: "触发器缺失", stuck_outbox: "记账队列停滞",
  negative_balance: "受益为负", wrong_total: "合计不符", unsealed_journal: "凭证未封存", missing_journal: "凭证缺失", altered_block: "区块被改动", altered_filing: "填报被改动",
  journal_without_evidence: "入账没有凭证", evidence_without_journal: "凭证没有入账", altered_evidence: "凭证内容被改动",
  altered_document: "文件被改动", missing_document: "文件缺失",
  payout_differs: "兑付不符", settled_twice: "重复兑付",
}
