import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a filing's checklist may read of invoices: what those that stand cover of each order. */
export class Migration20261123095500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace view "order_invoice" as select l.order_id, l.amount_fen from "invoice_line" l join "invoice" i on i.id = l.invoice_id where i.state = 'issued'`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop view if exists "order_invoice"`)
  }
}
