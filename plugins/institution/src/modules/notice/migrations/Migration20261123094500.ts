import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Producers are told as units are: a notice and how it is mailed belong to one or the other. */
export class Migration20261123094500 extends Migration {
  override async up(): Promise<void> {
    for (const table of ["notice", "notice_mail_choice"]) this.addSql(`alter table "${table}" rename column "organisation_id" to "owner_id"`)
  }

  override async down(): Promise<void> {
    for (const table of ["notice", "notice_mail_choice"]) this.addSql(`alter table "${table}" rename column "owner_id" to "organisation_id"`)
  }
}
