import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** None of a line may be accepted: that it was refused at the door is a fact as well. */
export class Migration20261122140800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "acceptance_fact" drop constraint if exists "acceptance_fact_quantity_check"`)
    this.addSql(`alter table if exists "acceptance_fact" add constraint "acceptance_fact_quantity_check" check ("quantity" >= 0)`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "acceptance_fact" drop constraint if exists "acceptance_fact_quantity_check"`)
    this.addSql(`alter table if exists "acceptance_fact" add constraint "acceptance_fact_quantity_check" check ("quantity" > 0) not valid`)
  }
}
