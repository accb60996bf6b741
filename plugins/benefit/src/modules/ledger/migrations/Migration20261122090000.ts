import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const KINDS = ["sale", "reversal", "acceptance", "settlement", "payout_return", "write_off", "direct_purchase", "wages", "rent"]
const ACCOUNTS = ["provisional", "payable", "settled", "obligation", "platform", "carrier", "outside"]
const listed = (words: string[]) => words.map((word) => `'${word}'`).join(", ")

/** Journals beside those of orders: payouts and what becomes of them, and benefit that approved evidence proves. */
export class Migration20261122090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "ledger_journal" drop constraint if exists "ledger_journal_kind_check", add constraint "ledger_journal_kind_check" check ("kind" in (${listed(KINDS)}))`)
    this.addSql(`alter table "ledger_entry" drop constraint if exists "ledger_entry_account_check", add constraint "ledger_entry_account_check" check ("account" in (${listed(ACCOUNTS)}))`)
    this.addSql(`alter table "ledger_entry" alter column "order_id" drop not null, alter column "line_item_id" drop not null, alter column "linkage_version_id" drop not null, alter column "producer_id" drop not null`)
  }

  override async down(): Promise<void> {
    throw new Error("the ledger only grows: this migration is not taken back")
  }
}
