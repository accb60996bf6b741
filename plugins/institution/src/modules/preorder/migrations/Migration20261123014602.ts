import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The paper of a contract as both sides signed it: sealed, its hash in clear, earlier ones stay. */
export class Migration20261123014602 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "preorder_scan" ("id" text primary key, "contract_id" text not null references "preorder_contract" ("id"), "sha256" text not null, "media_type" text not null, "bytes" integer not null,
      "content_sealed" text not null, "uploaded_by" text not null, "uploaded_at" timestamptz not null default now())`)
    this.addSql(`create index if not exists "IDX_preorder_scan_contract_id" on "preorder_scan" ("contract_id", "uploaded_at")`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "preorder_scan" cascade`)
  }
}
