import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What members of units were told, each fact once, and what became of the mail about it. */
export class Migration20261122182500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "notice_fact" ("key" text primary key, "told_at" timestamptz not null default now())`)
    this.addSql(`
      create table if not exists "notice" (
        "id" text primary key,
        "fact_key" text not null references "notice_fact" ("key"),
        "organisation_id" text not null,
        "customer_id" text not null,
        "kind" text not null,
        "title" text not null,
        "body" text not null,
        "href" text not null,
        "created_at" timestamptz not null default now(),
        "read_at" timestamptz null,
        unique ("fact_key", "customer_id")
      )`)
    this.addSql(`create index if not exists "IDX_notice_customer_id" on "notice" ("customer_id", "organisation_id", "created_at" desc)`)
    this.addSql(`create index if not exists "IDX_notice_created_at" on "notice" ("created_at")`)
    this.addSql(`
      create table if not exists "notice_mail_choice" (
        "organisation_id" text not null,
        "customer_id" text not null,
        "mail" text not null check ("mail" in ('each', 'digest', 'none')),
        primary key ("organisation_id", "customer_id")
      )`)
    this.addSql(`create table if not exists "notice_mail" ("key" text primary key, "failures" integer not null default 0, "held_until" timestamptz not null, "sent_at" timestamptz null)`)
  }

  override async down(): Promise<void> {
    for (const table of ["notice_mail", "notice_mail_choice", "notice", "notice_fact"]) this.addSql(`drop table if exists "${table}" cascade`)
  }
}
