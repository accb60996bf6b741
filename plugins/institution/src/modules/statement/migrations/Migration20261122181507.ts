import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Months that drew themselves; the paper of a confirmed statement, kept as it was; bank rows that pay an order or a campaign by its own code. */
export class Migration20261122181507 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "statement_run" ("month" text primary key, "organisations" integer not null, "drawn_at" timestamptz not null)`)
    this.addSql(`create table if not exists "statement_paper" ("statement_id" text primary key references "statement" ("id"), "file_id" text not null references "statement_file" ("id"))`)
    this.addSql(`alter table "bank_row" add column if not exists "codes" text[] not null default '{}'`)
    // Whose lock an allocation is booked under: the unit's, or that of an order which is no unit's.
    this.addSql(`alter table "bank_allocation" rename column "organisation_id" to "holder"`)
    this.addSql(`alter table "bank_allocation" alter column "statement_id" drop not null, alter column "order_id" drop not null, add column if not exists "campaign_id" text null,
      add constraint "bank_allocation_target" check (num_nonnulls("order_id", "campaign_id") = 1)`)
    this.addSql(`create unique index if not exists "IDX_bank_allocation_campaign_reference" on "bank_allocation" ("campaign_id", "reference")`)
  }

  override async down(): Promise<void> {
    throw new Error("migrations only go forward")
  }
}
