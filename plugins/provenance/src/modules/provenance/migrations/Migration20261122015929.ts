import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122015929 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "designation" ("id" text not null, "number" text not null, "product_id" text not null, "status" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "designation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_designation_deleted_at" ON "designation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_designation_number_unique" ON "designation" ("number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_designation_product_id" ON "designation" ("product_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "division" ("code" text not null, "name" text not null, "level" text not null, "parent_code" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "division_pkey" primary key ("code"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_division_deleted_at" ON "division" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_division_parent_code" ON "division" ("parent_code") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "division_flag" ("id" text not null, "region_code" text not null, "flag" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "division_flag_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_division_flag_deleted_at" ON "division_flag" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_division_flag_region_code_flag_valid_from_unique" ON "division_flag" ("region_code", "flag", "valid_from") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "producer" ("id" text not null, "name" text not null, "kind" text not null, "uscc" text null, "region_code" text not null, "beneficiary_id" text null, "public_name" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_producer_deleted_at" ON "producer" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_uscc_unique" ON "producer" ("uscc") WHERE uscc IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_producer_name_region_code" ON "producer" ("name", "region_code") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_producer_beneficiary_id" ON "producer" ("beneficiary_id") WHERE beneficiary_id IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "certificate" ("id" text not null, "kind" text not null, "number" text not null, "issuer" text not null, "producer_id" text null, "area_code" text null, "file_id" text null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "certificate_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_certificate_producer_id" ON "certificate" ("producer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_certificate_deleted_at" ON "certificate" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_certificate_kind_number_unique" ON "certificate" ("kind", "number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_certificate_number" ON "certificate" ("number") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "certified_product" ("id" text not null, "product_id" text not null, "certificate_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "certified_product_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_certified_product_certificate_id" ON "certified_product" ("certificate_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_certified_product_deleted_at" ON "certified_product" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_certified_product_product_id_certificate_id_unique" ON "certified_product" ("product_id", "certificate_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "product_profile" ("id" text not null, "product_id" text not null, "producer_id" text not null, "origin_code" text not null, "valid_from" timestamptz not null, "valid_to" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "product_profile_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_profile_producer_id" ON "product_profile" ("producer_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_product_profile_deleted_at" ON "product_profile" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_product_profile_product_id_valid_from_unique" ON "product_profile" ("product_id", "valid_from") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "product_profile_one_open" ON "product_profile" ("product_id") WHERE valid_to IS NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "certificate" add constraint "certificate_producer_id_foreign" foreign key ("producer_id") references "producer" ("id") on update cascade on delete set null;`);

    this.addSql(`alter table if exists "certified_product" add constraint "certified_product_certificate_id_foreign" foreign key ("certificate_id") references "certificate" ("id") on update cascade;`);

    this.addSql(`alter table if exists "product_profile" add constraint "product_profile_producer_id_foreign" foreign key ("producer_id") references "producer" ("id") on update cascade;`);
  }

  override async down(): Promise<void> {



    this.addSql(`drop table if exists "designation" cascade;`);

    this.addSql(`drop table if exists "division" cascade;`);

    this.addSql(`drop table if exists "division_flag" cascade;`);

    this.addSql(`drop table if exists "producer" cascade;`);

    this.addSql(`drop table if exists "certificate" cascade;`);

    this.addSql(`drop table if exists "certified_product" cascade;`);

    this.addSql(`drop table if exists "product_profile" cascade;`);
  }

}
