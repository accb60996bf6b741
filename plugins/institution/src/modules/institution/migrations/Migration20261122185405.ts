import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a date gave up of scarce goods for a substitute: it goes on counting where they are shared. */
export class Migration20261122185405 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "substitution" ("occurrence_id" text not null references "occurrence" ("id") on delete cascade, "variant_id" text not null, "quantity" integer not null check ("quantity" > 0),
      "created_at" timestamptz not null default now(), primary key ("occurrence_id", "variant_id"))`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "substitution"`)
  }
}
