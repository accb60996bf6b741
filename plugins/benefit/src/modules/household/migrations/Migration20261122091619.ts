import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Consents, erasures, residences and successions only grow; a consent is withdrawn once, a proposal decided once, an erased household stays as it is. */
const GUARDS = [
  `create or replace function name_consent_refuse_change() returns trigger language plpgsql as $$
  declare
    open constant text[] := '{withdrawn_on,withdrawn_by,updated_at}';
  begin
    if to_jsonb(new) - open = to_jsonb(old) - open and old.withdrawn_on is null and new.withdrawn_on >= old.given_on and new.withdrawn_by is not null then return new; end if;
    raise exception 'a consent is withdrawn once and does not change' using errcode = 'integrity_constraint_violation';
  end $$;`,
  `create or replace function household_proposal_refuse_change() returns trigger language plpgsql as $$
  declare
    open constant text[] := '{household_id,change_sealed,state,reviewed_by,reviewed_at,review_note,updated_at}';
    resealed constant text[] := '{change_sealed,updated_at}';
  begin
    if to_jsonb(new) - open = to_jsonb(old) - open and (old.state = 'proposed' or to_jsonb(new) - resealed = to_jsonb(old) - resealed) then return new; end if;
    raise exception 'a proposal is decided once and does not change' using errcode = 'integrity_constraint_violation';
  end $$;`,
  `create or replace function household_refuse_revival() returns trigger language plpgsql as $$
  begin
    if to_jsonb(new) - 'updated_at' = to_jsonb(old) - 'updated_at' then return new; end if;
    raise exception 'an erased household does not change' using errcode = 'integrity_constraint_violation';
  end $$;`,
  `create trigger name_consent_once before update on name_consent for each row execute function name_consent_refuse_change();`,
  `create trigger household_proposal_once before update on household_proposal for each row execute function household_proposal_refuse_change();`,
  `create trigger household_erased before update on household for each row when (old.erased_at is not null) execute function household_refuse_revival();`,
  ...["household_succession", "household_residence", "erasure_event"].map((table) =>
    `create trigger ${table}_immutable before update on ${table} for each row execute function household_refuse_change();`),
  ...["household_succession", "household_residence", "erasure_event", "name_consent", "household_proposal"].flatMap((table) => [
    `create trigger ${table}_kept before delete on ${table} for each row execute function household_refuse_change();`,
    `create trigger ${table}_not_emptied before truncate on ${table} for each statement execute function household_refuse_change();`,
  ]),
]

/** Whoever writes a household: the day of its consent is what the consents say, and nobody's while processing is restricted. */
const CONSENTS = [
  `create or replace function household_follow_consent() returns trigger language plpgsql as $$
  begin
    new.name_consent_on := case when new.restricted_at is null and new.erased_at is null then
      (select given_on from name_consent where household_id = new.id and purpose = 'public_name' and withdrawn_on is null and deleted_at is null) end;
    return new;
  end $$;`,
  `create or replace function name_consent_tell_household() returns trigger language plpgsql as $$
  begin
    update household set updated_at = now() where id = new.household_id and erased_at is null;
    return null;
  end $$;`,
  `insert into name_consent (id, household_id, purpose, given_on, recorded_by)
   select 'nmcs_' || substr(md5(id), 1, 26), id, 'public_name', name_consent_on, 'import' from household where name_consent_on is not null;`,
  `create trigger household_consent before insert or update on household for each row execute function household_follow_consent();`,
  `create trigger name_consent_told after insert or update on name_consent for each row execute function name_consent_tell_household();`,
]

export class Migration20261122091619 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`create table if not exists "erasure_event" ("id" text not null, "request_id" text not null, "household_id" text not null, "kind" text check ("kind" in ('requested', 'withdrawn', 'refused', 'executed')) not null, "on" text not null, "actor_id" text not null, "reason" text not null, "retention_ends_on" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "erasure_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erasure_event_deleted_at" ON "erasure_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_erasure_event_request_id_kind_unique" ON "erasure_event" ("request_id", "kind") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_erasure_event_household_id" ON "erasure_event" ("household_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "household_proposal" ("id" text not null, "kind" text check ("kind" in ('add', 'move', 'merge', 'leave')) not null, "household_id" text null, "region_code" text not null, "change_sealed" text null, "reason" text not null, "state" text check ("state" in ('proposed', 'approved', 'refused', 'withdrawn')) not null, "proposed_by" text not null, "reviewed_by" text null, "reviewed_at" timestamptz null, "review_note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_proposal_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_proposal_deleted_at" ON "household_proposal" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_proposal_household_id" ON "household_proposal" ("household_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_proposal_state" ON "household_proposal" ("state") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "household_residence" ("id" text not null, "household_id" text not null, "region_code" text not null, "since" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_residence_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_residence_deleted_at" ON "household_residence" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_residence_household_id_since_unique" ON "household_residence" ("household_id", "since") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "household_succession" ("id" text not null, "household_id" text not null, "successor_id" text not null, "from" text not null, "reason" text check ("reason" in ('death', 'move', 'merge')) not null, "recorded_by" text not null, "proposal_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "household_succession_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_succession_deleted_at" ON "household_succession" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_household_succession_household_id_from_unique" ON "household_succession" ("household_id", "from") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_succession_successor_id" ON "household_succession" ("successor_id") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "name_consent" ("id" text not null, "household_id" text not null, "purpose" text check ("purpose" in ('public_name')) not null, "given_on" text not null, "evidence" text null, "recorded_by" text not null, "withdrawn_on" text null, "withdrawn_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "name_consent_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_name_consent_deleted_at" ON "name_consent" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_name_consent_household_id_purpose_unique" ON "name_consent" ("household_id", "purpose") WHERE withdrawn_on IS NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "household" add column if not exists "phone_index" text null, add column if not exists "ended_on" text null, add column if not exists "end_reason" text check ("end_reason" in ('own_wish', 'death', 'moved_away', 'not_eligible', 'merged')) null, add column if not exists "restricted_at" timestamptz null, add column if not exists "erased_at" timestamptz null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_household_phone_index" ON "household" ("phone_index") WHERE phone_index IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_personal_data_access_created_at" ON "personal_data_access" ("created_at") WHERE deleted_at IS NULL;`);
    for (const sql of [...GUARDS, ...CONSENTS]) this.addSql(sql)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "erasure_event" cascade;`);

    this.addSql(`drop table if exists "household_proposal" cascade;`);

    this.addSql(`drop table if exists "household_residence" cascade;`);

    this.addSql(`drop table if exists "household_succession" cascade;`);

    this.addSql(`drop table if exists "name_consent" cascade;`);

    this.addSql(`drop index if exists "IDX_household_phone_index";`);
    this.addSql(`alter table if exists "household" drop column if exists "phone_index", drop column if exists "ended_on", drop column if exists "end_reason", drop column if exists "restricted_at", drop column if exists "erased_at";`);

    this.addSql(`drop index if exists "IDX_personal_data_access_created_at";`);
  }

}
