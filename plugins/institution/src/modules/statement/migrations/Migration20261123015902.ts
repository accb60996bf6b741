import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Not only dates of standing orders are accepted at the door, but batches of a harvest too. */
export class Migration20261123015902 extends Migration {
  override async up(): Promise<void> {
    for (const table of ["acceptance_sheet", "acceptance_photo"]) this.addSql(`alter table "${table}" rename column "occurrence_id" to "delivery_id"`)
    this.addSql(`alter index if exists "IDX_acceptance_photo_occurrence_id" rename to "IDX_acceptance_photo_delivery_id"`)
  }

  override async down(): Promise<void> {
    for (const table of ["acceptance_sheet", "acceptance_photo"]) this.addSql(`alter table "${table}" rename column "delivery_id" to "occurrence_id"`)
    this.addSql(`alter index if exists "IDX_acceptance_photo_delivery_id" rename to "IDX_acceptance_photo_occurrence_id"`)
  }
}
