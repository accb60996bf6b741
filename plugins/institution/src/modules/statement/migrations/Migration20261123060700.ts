import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const DROP = `alter table "invoice" drop constraint "invoice_state_check", drop constraint "invoice_check"`

/** A seller may decline an invoice that is asked for, with its reason. */
export class Migration20261123060700 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "invoice" add column if not exists "declined_reason" text null, add column if not exists "declined_by" text null, add column if not exists "declined_at" timestamptz null`)
    this.addSql(DROP)
    this.addSql(`alter table "invoice" add constraint "invoice_state_check" check ("state" in ('requested', 'issued', 'red', 'withdrawn', 'declined')),
      add constraint "invoice_check" check ("state" in ('requested', 'withdrawn', 'declined') or ("number" is not null and "issued_on" is not null and "file_id" is not null)),
      add constraint "invoice_declined_check" check (("state" = 'declined') = ("declined_reason" is not null))`)
  }

  override async down(): Promise<void> {
    this.addSql(`update "invoice" set "state" = 'withdrawn', "declined_reason" = null where "state" = 'declined'`)
    this.addSql(DROP)
    this.addSql(`alter table "invoice" drop constraint "invoice_declined_check", drop column "declined_reason", drop column "declined_by", drop column "declined_at"`)
    this.addSql(`alter table "invoice" add constraint "invoice_state_check" check ("state" in ('requested', 'issued', 'red', 'withdrawn')),
      add constraint "invoice_check" check ("state" in ('requested', 'withdrawn') or ("number" is not null and "issued_on" is not null and "file_id" is not null))`)
  }
}
