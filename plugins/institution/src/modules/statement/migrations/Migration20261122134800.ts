import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a receiver signed at the door, with pictures, and whether a unit wants a second signature. */
export class Migration20261122134800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table if not exists "acceptance_sheet" (
        "occurrence_id" text primary key,
        "lines" jsonb not null,
        "certificates" jsonb not null,
        "signed_by" text not null,
        "signed_at" timestamptz not null,
        "countersigned_by" text null,
        "countersigned_at" timestamptz null,
        "counted_at" timestamptz null,
        check ("countersigned_by" <> "signed_by")
      )`)
    this.addSql(`
      create table if not exists "acceptance_photo" (
        "id" text primary key references "statement_file" ("id"),
        "occurrence_id" text not null,
        "variant_id" text not null
      )`)
    this.addSql(`create index if not exists "IDX_acceptance_photo_occurrence_id" on "acceptance_photo" ("occurrence_id")`)
    this.addSql(`create table if not exists "acceptance_rule" ("organisation_id" text primary key, "second_signature" boolean not null, "changed_by" text not null, "changed_at" timestamptz not null)`)
  }

  override async down(): Promise<void> {
    for (const table of ["acceptance_rule", "acceptance_photo", "acceptance_sheet"]) this.addSql(`drop table if exists "${table}" cascade`)
  }
}
