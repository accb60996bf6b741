import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261122013404 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "staff_scope" drop constraint if exists "staff_scope_user_id_role_region_unique";`);
    this.addSql(`create table if not exists "staff_scope" ("id" text not null, "user_id" text not null, "role" text not null, "region" text not null, "valid_to" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "staff_scope_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_staff_scope_deleted_at" ON "staff_scope" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_staff_scope_user_id_role_region_unique" ON "staff_scope" ("user_id", "role", "region") WHERE deleted_at IS NULL;`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "staff_scope" cascade;`);
  }

}
