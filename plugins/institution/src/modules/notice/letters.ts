import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../campaign/sql"
import { isOpen } from "./mail"

export interface LetterRow {
  recipient_id: string
  email_sealed: string
  campaign_id: string
  organisation_id: string
  title: string
  choose_by: string
}

const WHO: Record<"invite" | "remind", string> = {
  invite: "true",
  remind: `r.pack_id is null and c.choose_by <= :remind_until and exists (select 1 from notice_mail i where i.key = 'gift:invite:' || r.id and i.sent_at < now() - interval '20 hours')`,
}

/** Members with an e-mail address of campaigns in which they can still choose. */
export async function readLetters(connection: Knex, kind: "invite" | "remind", { today, remind_until }: { today: string; remind_until: string }, limit: number): Promise<LetterRow[]> {
  return await rowsOf(connection, `select r.id as recipient_id, r.email_sealed, c.id as campaign_id, c.organisation_id, c.title, c.choose_by from campaign_recipient r join campaign c on c.id = r.campaign_id
    where c.state = 'collecting' and c.choose_by >= :today and r.left_at is null and r.email_sealed is not null and ${WHO[kind]} and ${isOpen(`'gift:${kind}:' || r.id`)} limit :limit`, { today, remind_until, limit })
}
