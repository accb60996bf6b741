import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The least and the most a union spends on each member in a year, by region and year (R24). Money is fen. */
export class Migration20261123020501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "spending_member_level" ("region_code" text not null, "from_year" integer not null, "floor_fen" bigint null, "cap_fen" bigint null, "source" text not null, "changed_by" text not null, "changed_at" timestamptz not null,
      primary key ("region_code", "from_year"), check ("floor_fen" is not null or "cap_fen" is not null), check ("floor_fen" <= "cap_fen"))`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "spending_member_level"`)
  }
}
