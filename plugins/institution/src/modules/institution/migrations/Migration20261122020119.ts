import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122020119 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "supply_agreement_line" drop constraint if exists "supply_agreement_line_agreement_id_variant_id_unique";`);
    this.addSql(`alter table if exists "occurrence_line" drop constraint if exists "occurrence_line_occurrence_id_variant_id_unique";`);
    this.addSql(`alter table if exists "occurrence" drop constraint if exists "occurrence_standing_order_id_delivery_date_unique";`);
    this.addSql(`alter table if exists "standing_order_line" drop constraint if exists "standing_order_line_standing_order_id_variant_id_unique";`);
    this.addSql(`alter table if exists "standing_order" drop constraint if exists "standing_order_agreement_id_name_unique";`);
    this.addSql(`alter table if exists "supply_agreement" drop constraint if exists "supply_agreement_number_unique";`);
    this.addSql(`alter table if exists "organisation_member" drop constraint if exists "organisation_member_organisation_id_customer_id_role_unique";`);
    this.addSql(`alter table if exists "organisation" drop constraint if exists "organisation_uscc_unique";`);
    this.addSql(`create table if not exists "organisation" ("id" text not null, "name" text not null, "uscc" text not null, "kind" text not null, "region_code" text not null, "verified_at" timestamptz null, "verified_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "organisation_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_organisation_deleted_at" ON "organisation" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_organisation_uscc_unique" ON "organisation" ("uscc") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "organisation_member" ("id" text not null, "organisation_id" text not null, "customer_id" text not null, "role" text not null, "verified_at" timestamptz null, "verified_by" text null, "left_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "organisation_member_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_organisation_member_organisation_id" ON "organisation_member" ("organisation_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_organisation_member_deleted_at" ON "organisation_member" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_organisation_member_organisation_id_customer_id_role_unique" ON "organisation_member" ("organisation_id", "customer_id", "role") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_organisation_member_customer_id" ON "organisation_member" ("customer_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "supply_agreement" ("id" text not null, "number" text not null, "organisation_id" text not null, "producer_id" text null, "valid_from" text not null, "valid_to" text not null, "weekdays" text[] not null, "lead_time_days" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "supply_agreement_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_supply_agreement_organisation_id" ON "supply_agreement" ("organisation_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_supply_agreement_deleted_at" ON "supply_agreement" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_supply_agreement_number_unique" ON "supply_agreement" ("number") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "standing_order" ("id" text not null, "agreement_id" text not null, "name" text not null, "weekdays" text[] not null, "starts_on" text not null, "ends_on" text null, "paused_from" text null, "resume_on" text null, "skip_statutory_holidays" boolean not null default true, "deliver_on_makeup_workdays" boolean not null default false, "delivery" jsonb not null, "delivery_phone_sealed" text not null, "created_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "standing_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_standing_order_agreement_id" ON "standing_order" ("agreement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_standing_order_deleted_at" ON "standing_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_standing_order_agreement_id_name_unique" ON "standing_order" ("agreement_id", "name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "standing_order_line" ("id" text not null, "standing_order_id" text not null, "variant_id" text not null, "quantity" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "standing_order_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_standing_order_line_standing_order_id" ON "standing_order_line" ("standing_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_standing_order_line_deleted_at" ON "standing_order_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_standing_order_line_standing_order_id_variant_id_unique" ON "standing_order_line" ("standing_order_id", "variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "occurrence" ("id" text not null, "standing_order_id" text not null, "delivery_date" text not null, "cutoff_on" text not null, "state" text not null, "decided_by" text null, "attempt" integer not null default 0, "lease_until" timestamptz null, "error" text null, "edits" jsonb not null, "expected_benefit_fen" integer null, "households" integer null, "order_ids" text[] not null, "accepted_at" timestamptz null, "accepted_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "occurrence_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_occurrence_standing_order_id" ON "occurrence" ("standing_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_occurrence_deleted_at" ON "occurrence" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_occurrence_standing_order_id_delivery_date_unique" ON "occurrence" ("standing_order_id", "delivery_date") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_occurrence_state_delivery_date" ON "occurrence" ("state", "delivery_date") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "occurrence_line" ("id" text not null, "occurrence_id" text not null, "variant_id" text not null, "seller_id" text null, "unit_price_fen" integer not null, "requested" integer not null, "supplied" integer not null, "accepted" integer null, "reason" text null, "order_id" text null, "line_item_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "occurrence_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_occurrence_line_occurrence_id" ON "occurrence_line" ("occurrence_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_occurrence_line_deleted_at" ON "occurrence_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_occurrence_line_occurrence_id_variant_id_unique" ON "occurrence_line" ("occurrence_id", "variant_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_occurrence_line_order_id" ON "occurrence_line" ("order_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "supply_agreement_line" ("id" text not null, "agreement_id" text not null, "variant_id" text not null, "unit_price_fen" integer not null, "max_quantity" integer null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "supply_agreement_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_supply_agreement_line_agreement_id" ON "supply_agreement_line" ("agreement_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_supply_agreement_line_deleted_at" ON "supply_agreement_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_supply_agreement_line_agreement_id_variant_id_unique" ON "supply_agreement_line" ("agreement_id", "variant_id") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "organisation_member" add constraint "organisation_member_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update cascade;`);

    this.addSql(`alter table if exists "supply_agreement" add constraint "supply_agreement_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on update cascade;`);

    this.addSql(`alter table if exists "standing_order" add constraint "standing_order_agreement_id_foreign" foreign key ("agreement_id") references "supply_agreement" ("id") on update cascade;`);

    this.addSql(`alter table if exists "standing_order_line" add constraint "standing_order_line_standing_order_id_foreign" foreign key ("standing_order_id") references "standing_order" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "occurrence" add constraint "occurrence_standing_order_id_foreign" foreign key ("standing_order_id") references "standing_order" ("id") on update cascade;`);

    this.addSql(`alter table if exists "occurrence_line" add constraint "occurrence_line_occurrence_id_foreign" foreign key ("occurrence_id") references "occurrence" ("id") on update cascade on delete cascade;`);

    this.addSql(`alter table if exists "supply_agreement_line" add constraint "supply_agreement_line_agreement_id_foreign" foreign key ("agreement_id") references "supply_agreement" ("id") on update cascade on delete cascade;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "organisation_member" drop constraint if exists "organisation_member_organisation_id_foreign";`);

    this.addSql(`alter table if exists "supply_agreement" drop constraint if exists "supply_agreement_organisation_id_foreign";`);

    this.addSql(`alter table if exists "standing_order" drop constraint if exists "standing_order_agreement_id_foreign";`);

    this.addSql(`alter table if exists "supply_agreement_line" drop constraint if exists "supply_agreement_line_agreement_id_foreign";`);

    this.addSql(`alter table if exists "standing_order_line" drop constraint if exists "standing_order_line_standing_order_id_foreign";`);

    this.addSql(`alter table if exists "occurrence" drop constraint if exists "occurrence_standing_order_id_foreign";`);

    this.addSql(`alter table if exists "occurrence_line" drop constraint if exists "occurrence_line_occurrence_id_foreign";`);

    this.addSql(`drop table if exists "organisation" cascade;`);

    this.addSql(`drop table if exists "organisation_member" cascade;`);

    this.addSql(`drop table if exists "supply_agreement" cascade;`);

    this.addSql(`drop table if exists "standing_order" cascade;`);

    this.addSql(`drop table if exists "standing_order_line" cascade;`);

    this.addSql(`drop table if exists "occurrence" cascade;`);

    this.addSql(`drop table if exists "occurrence_line" cascade;`);

    this.addSql(`drop table if exists "supply_agreement_line" cascade;`);
  }

}
