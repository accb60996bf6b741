import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The provider looks for `medusa_search_<language>`; it ships one for English only. */
export class Migration20261122103000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`do $$ begin
      if not exists (select from pg_ts_config where cfgname = 'medusa_search_simple') then
        create text search configuration medusa_search_simple (copy = simple);
      end if;
    end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql("drop text search configuration if exists medusa_search_simple;")
  }
}
