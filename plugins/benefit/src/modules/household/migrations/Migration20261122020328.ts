import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Said once for every table that only grows; a version may still be approved, once, or end earlier. */
const GUARDS = [
  `alter table household add constraint household_village check (region_code ~ '^[0-9]{12}$');`,
  `alter table linkage_member add constraint linkage_member_weight check (weight > 0);`,
  `create or replace function household_refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% only grows', tg_table_name using errcode = 'integrity_constraint_violation';
  end $$;`,
  `create or replace function linkage_version_refuse_change() returns trigger language plpgsql as $$
  declare
    open constant text[] := '{valid_to,approved_by,approved_at,updated_at}';
  begin
    if to_jsonb(new) - open = to_jsonb(old) - open
      and (old.approved_at is null or (new.approved_at = old.approved_at and new.approved_by = old.approved_by))
      and (old.valid_to is null or (new.valid_to is not null and new.valid_to <= old.valid_to))
    then return new; end if;
    raise exception 'a linkage version does not change' using errcode = 'integrity_constraint_violation';
  end $$;`,
  `create or replace function linkage_agreement_refuse_change() returns trigger language plpgsql as $$
  begin
    if to_jsonb(new) - '{title,updated_at}'::text[] = to_jsonb(old) - '{title,updated_at}'::text[] then return new; end if;
    raise exception 'a linkage agreement keeps its number and producer' using errcode = 'integrity_constraint_violation';
  end $$;`,
  `create trigger linkage_version_immutable before update on linkage_version for each row execute function linkage_version_refuse_change();`,
  `create trigger linkage_agreement_immutable before update on linkage_agreement for each row execute function linkage_agreement_refuse_change();`,
  `create trigger linkage_member_immutable before update on linkage_member for each row execute function household_refuse_change();`,
  `create trigger personal_data_access_immutable before update on personal_data_access for each row execute function household_refuse_change();`,
  ...["linkage_agreement", "linkage_version", "linkage_member", "personal_data_access"].flatMap((table) => [
    `create trigger ${table}_kept before delete on ${table} for each row execute function household_refuse_change();`,
    `create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function household_refuse_change();`,
  ]),
]

export class Migration20261122020328 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "household" ("id" text not null, "code" text not null, "kind" text check ("kind" in ('household', 'collective')) not null, "name" text not null, "payee_name" text not null, "region_code" text not null, "name_consent_on" text null, "id_number_sealed" text null, "id_number_index" text null, "phone_sealed" text null, "bank_account_sealed" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_deleted_at" ON "household" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_code_unique" ON "household" ("code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_id_number_index_unique" ON "household" ("id_number_index") WHERE deleted_at IS NULL AND id_number_index IS NOT NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_region_code" ON "household" ("region_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "household_status" ("id" text not null, "status" text not null, "valid_from" text not null, "valid_to" text null, "household_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_status_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_status_household_id" ON "household_status" ("household_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_status_deleted_at" ON "household_status" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_status_household_id_status_valid_from_unique" ON "household_status" ("household_id", "status", "valid_from") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "linkage_agreement" ("id" text not null, "number" text not null, "title" text not null, "producer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "linkage_agreement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_agreement_deleted_at" ON "linkage_agreement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_linkage_agreement_number_unique" ON "linkage_agreement" ("number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_agreement_producer_id" ON "linkage_agreement" ("producer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "linkage_version" ("id" text not null, "version" integer not null, "category" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "terms" jsonb not null, "content_hash" text not null, "created_by" text not null, "approved_by" text null, "approved_at" timestamptz null, "agreement_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "linkage_version_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_version_agreement_id" ON "linkage_version" ("agreement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_version_deleted_at" ON "linkage_version" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_linkage_version_agreement_id_version_unique" ON "linkage_version" ("agreement_id", "version") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "linkage_member" ("id" text not null, "beneficiary_id" text not null, "weight" integer not null, "member_from" timestamptz not null, "member_to" timestamptz null, "linkage_version_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "linkage_member_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_member_linkage_version_id" ON "linkage_member" ("linkage_version_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_member_deleted_at" ON "linkage_member" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_linkage_member_linkage_version_id_beneficiary_id_unique" ON "linkage_member" ("linkage_version_id", "beneficiary_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_linkage_member_beneficiary_id" ON "linkage_member" ("beneficiary_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "personal_data_access" ("id" text not null, "household_id" text not null, "actor_id" text not null, "action" text not null, "fields" text[] not null, "reason" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "personal_data_access_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_personal_data_access_deleted_at" ON "personal_data_access" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_personal_data_access_household_id" ON "personal_data_access" ("household_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "household_status" add constraint "household_status_household_id_foreign" foreign key ("household_id") references "household" ("id") on update cascade;`);

    this.addSql(`alter table if exists "linkage_version" add constraint "linkage_version_agreement_id_foreign" foreign key ("agreement_id") references "linkage_agreement" ("id") on update cascade;`);

    this.addSql(`alter table if exists "linkage_member" add constraint "linkage_member_linkage_version_id_foreign" foreign key ("linkage_version_id") references "linkage_version" ("id") on update cascade;`);
    for (const sql of GUARDS) this.addSql(sql)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "household_status" drop constraint if exists "household_status_household_id_foreign";`);

    this.addSql(`alter table if exists "linkage_version" drop constraint if exists "linkage_version_agreement_id_foreign";`);

    this.addSql(`alter table if exists "linkage_member" drop constraint if exists "linkage_member_linkage_version_id_foreign";`);

    this.addSql(`drop table if exists "household" cascade;`);

    this.addSql(`drop table if exists "household_status" cascade;`);

    this.addSql(`drop table if exists "linkage_agreement" cascade;`);

    this.addSql(`drop table if exists "linkage_version" cascade;`);

    this.addSql(`drop table if exists "linkage_member" cascade;`);

    this.addSql(`drop table if exists "personal_data_access" cascade;`);
  }

}
