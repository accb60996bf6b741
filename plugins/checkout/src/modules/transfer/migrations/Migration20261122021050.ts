import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122021050 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "transfer_receipt" drop constraint if exists "transfer_receipt_order_id_reference_unique";`);
    this.addSql(`create table if not exists "transfer_receipt" ("id" text not null, "order_id" text not null, "payment_id" text not null, "amount_fen" integer not null, "reference" text not null, "received_on" text not null, "actor_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "transfer_receipt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_transfer_receipt_deleted_at" ON "transfer_receipt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_transfer_receipt_order_id_reference_unique" ON "transfer_receipt" ("order_id", "reference") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "transfer_receipt" cascade;`);
  }

}
