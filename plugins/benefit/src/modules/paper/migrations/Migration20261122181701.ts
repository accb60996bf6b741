import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A buying unit's yearly certificate is a document like the others. */
export class Migration20261122181701 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "paper_document" drop constraint if exists "paper_document_kind_check"`)
    this.addSql(`alter table "paper_document" add constraint "paper_document_kind_check" check ("kind" in ('roster', 'evidence', 'bulletin', 'statement', 'impact'))`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "paper_document" drop constraint if exists "paper_document_kind_check"`)
    this.addSql(`alter table "paper_document" add constraint "paper_document_kind_check" check ("kind" in ('roster', 'evidence', 'bulletin', 'statement'))`)
  }
}
