import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Issued papers: frozen, numbered, void at most. Beside them the headings by region. */
export class Migration20261122110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "paper_series" ("series" text primary key, "last" integer not null)`)
    this.addSql(`
      create table if not exists "paper_document" (
        "id" text primary key,
        "number" text not null unique,
        "series" text not null,
        "sequence" integer not null,
        "kind" text not null check ("kind" in ('roster', 'evidence', 'bulletin', 'statement')),
        "subject_kind" text not null,
        "subject_id" text not null,
        "period" text not null,
        "regions" text[] not null check (cardinality("regions") > 0),
        "version" integer not null check ("version" > 0),
        "title" text not null,
        "unit_name" text not null,
        "office_name" text not null,
        "rows" integer not null,
        "total_fen" bigint not null,
        "payload_sealed" text not null,
        "sha256" text not null,
        "issued_by" text not null,
        "issued_at" timestamptz not null,
        "status" text not null default 'valid' check ("status" in ('valid', 'void')),
        "void_reason" text null,
        "voided_by" text null,
        "voided_at" timestamptz null,
        "replaced_by" text null,
        unique ("series", "sequence"),
        unique ("kind", "subject_kind", "subject_id", "period", "version"),
        check (("status" = 'void') = ("void_reason" is not null and "voided_by" is not null and "voided_at" is not null)),
        check ("replaced_by" is null or "status" = 'void')
      )`)
    this.addSql(`create unique index if not exists "IDX_paper_document_valid" on "paper_document" ("kind", "subject_kind", "subject_id", "period") where "status" = 'valid'`)
    this.addSql(`create index if not exists "IDX_paper_document_issued_at" on "paper_document" ("issued_at")`)
    this.guardDocuments()
    this.addSql(`
      create table if not exists "paper_template" (
        "region_code" text primary key,
        "unit_name" text not null,
        "office_name" text not null,
        "phone" text not null,
        "roster_title" text not null,
        "evidence_title" text not null,
        "updated_by" text not null,
        "updated_at" timestamptz not null
      )`)
  }

  /** A document becomes void, once; a rotated key may seal its payload anew. Nothing else changes. */
  private guardDocuments(): void {
    this.addSql(`
      create or replace function "paper_document_guard"() returns trigger language plpgsql as $$
      declare may_change constant text[] := array['payload_sealed', 'status', 'void_reason', 'voided_by', 'voided_at', 'replaced_by'];
      begin
        if tg_op <> 'UPDATE' or (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change)
          or (old.status = 'void' and (to_jsonb(new) - 'payload_sealed') is distinct from (to_jsonb(old) - 'payload_sealed')) then
          raise exception 'issued documents only grow: % on % is refused, void it and issue another', tg_op, tg_table_name using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`)
    this.addSql(`create or replace trigger "paper_document_only_grows" before update or delete on "paper_document" for each row execute function "paper_document_guard"()`)
    this.addSql(`create or replace trigger "paper_document_not_emptied" before truncate on "paper_document" for each statement execute function "paper_document_guard"()`)
  }

  override async down(): Promise<void> {
    throw new Error("issued documents only grow: this migration is not taken back")
  }
}
