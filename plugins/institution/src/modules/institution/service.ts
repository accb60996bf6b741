import { allowed, refusal } from "@fupin/access"
import { ERRORS } from "@fupin/contract/codes"
import type { OccurrenceState } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { type AcceptedLine, decideAccepted } from "../../domain/decide-acceptance"
import { decideEdit, decideSkip, decideTransition, MISSED, UNAPPROVED } from "../../domain/occurrence-state"
import { asOccurrences } from "../../medusa"
import { MemberBooks } from "./member-books"
import { type Claim, claimDue, type ClaimInput, lockOccurrence, releaseClaims, writeOwn } from "./claim"
import { insertRound } from "./rounds"
import { columnsOf, type OccurrenceChange } from "./edit"
import { replaceSubstitutions } from "./shortages"
import { type Followed, forgetTries, type PaidOrder, type Recorded, writeFollowed, writeOutcomes, writePaid } from "./outcome"
import { beginRun, endRun, type LastRuns, readGaps, readLastRuns, type RunEnd } from "./runs"
import { syncRows, type SyncWindow } from "./sync"

type Tx = Context<EntityManager>

interface Acceptance {
  lines: AcceptedLine[]
  at: Date
  by: string
}

/** The module's own transactions: each locks, reads, decides, writes. */
export class InstitutionModuleService extends MemberBooks {
  /** Inserts missing occurrences and brings open ones in line with their calendar. Answers how many were inserted. */
  @InjectTransactionManager()
  async syncOccurrences(window: SyncWindow, @MedusaContext() context: Tx = {}): Promise<number> {
    return syncRows(context.transactionManager!, window)
  }

  /** Takes due occurrences under a lease; see `claimDue`. */
  @InjectTransactionManager()
  async claimOccurrences(input: ClaimInput, @MedusaContext() context: Tx = {}): Promise<Claim[]> {
    return claimDue(context.transactionManager!, input)
  }

  /**
   * Writes what became of claimed occurrences, after it became so. Answers the ids written: one that another worker holds
   * by now is left, for that worker finds the same orders.
   */
  @InjectTransactionManager()
  async recordOutcomes(recorded: Recorded[], @MedusaContext() context: Tx = {}): Promise<string[]> {
    return writeOutcomes(context.transactionManager!, recorded)
  }

  /** Marks occurrences as their orders have become; one that moved on meanwhile is left. */
  @InjectTransactionManager()
  async recordFollowed(moved: Followed[], @MedusaContext() context: Tx = {}): Promise<void> {
    await writeFollowed(context.transactionManager!, moved)
  }

  /** Marks occurrences paid whose orders hold at least what is due for them; amounts in fen, read from committed payments. */
  @InjectTransactionManager()
  async recordPaid(orders: PaidOrder[], @MedusaContext() context: Tx = {}): Promise<string[]> {
    return writePaid(context.transactionManager!, orders)
  }

  /** A buyer's change of one date, decided under its lock. Errors: not_found, after_cutoff, illegal_transition, changed_meanwhile. */
  @InjectTransactionManager()
  async changeOccurrence(id: string, change: OccurrenceChange, today: string, @MedusaContext() context: Tx = {}): Promise<void> {
    const [held] = await lockOccurrence(context.transactionManager!, id)
    if (!held) throw refusal("not_found", "not_found")
    allowed("skip" in change ? decideSkip(held, today) : decideEdit(held, today), "not_allowed")
    const columns = columnsOf(change, held)
    if (columns.state) allowed(decideTransition(held.state, columns.state), "not_allowed")
    const { edits = held.edits, bases = held.bases, ...rest } = columns
    await this.updateOccurrences({ id, ...rest, version: held.version + 1 }, context)
    await writeOwn(context.transactionManager!, id, { edits, bases })
    if (held.state === "failed") await forgetTries(context.transactionManager!, [id])
    if ("lines" in change) await replaceSubstitutions(context.transactionManager!, id, change.lines.map(({ variant_id }) => variant_id), change.substituted)
  }

  /** A further delivery of the same date with its own lines, past its cut-off so that the next run places it. Answers its id. Error: not_found. */
  @InjectTransactionManager()
  async addRound(id: string, lines: { variant_id: string; quantity: number }[], cutoffOn: string, @MedusaContext() context: Tx = {}): Promise<string> {
    const [held] = await lockOccurrence(context.transactionManager!, id)
    if (!held) throw refusal("not_found", "not_found")
    const edits = Object.fromEntries(lines.map(({ variant_id, quantity }) => [variant_id, quantity]))
    return insertRound(context.transactionManager!, id, edits, cutoffOn)
  }

  /** What a receiver accepted, line by line. A paid delivery stays paid. Error: illegal_transition. */
  @InjectTransactionManager()
  async recordAcceptance(id: string, acceptance: Acceptance, @MedusaContext() context: Tx = {}): Promise<void> {
    const [held] = await lockOccurrence(context.transactionManager!, id)
    const state = allowed(decideAccepted(held!, acceptance.lines), "not_allowed")
    const lines = await this.listOccurrenceLines({ occurrence_id: id }, { take: null }, context)
    await this.updateOccurrenceLines(lines.flatMap((line) => {
      const accepted = acceptance.lines.find(({ variant_id }) => variant_id === line.variant_id)
      return accepted ? [{ id: line.id, accepted: accepted.accepted, reason: accepted.reason || line.reason }] : []
    }), context)
    await this.updateOccurrences({ id, state, accepted_at: acceptance.at, accepted_by: acceptance.by }, context)
  }

  /** A page of placed occurrences not paid yet, with their orders, by id after `after`; those of these orders alone, or all. */
  @InjectManager()
  async readUnpaid(orderIds: string[] | null, page: { after: string; limit: number }, @MedusaContext() context: Tx = {}): Promise<{ id: string; state: OccurrenceState; order_ids: string[] }[]> {
    const filter = { id: { $gt: page.after }, state: ["placed", "short", "delivered", "accepted"], ...(orderIds ? { order_ids: { $overlap: orderIds } } : {}) }
    return asOccurrences(await this.listOccurrences(filter, { select: ["id", "state", "order_ids"], take: page.limit, order: { id: "ASC" } }, context))
  }

  /** Gives claimed occurrences back after a failure, with its reason; rows another worker holds by now are left. */
  @InjectTransactionManager()
  async releaseFailed(claims: Claim[], error: string, @MedusaContext() context: Tx = {}): Promise<void> {
    return releaseClaims(context.transactionManager!, claims, error)
  }

  /** Deliveries that lie too far back to be placed are cancelled with the reason; those that nobody approved before their day was over (before `today`): a run is caught up, an approval is not. */
  @InjectTransactionManager()
  async dropMissed(before: string, today: string, @MedusaContext() context: Tx = {}): Promise<void> {
    await context.transactionManager!.execute(`update occurrence set state = 'cancelled', error = coalesce(error || '；', '') || ?, lease_until = null, updated_at = now()
      where state in ('planned', 'failed') and delivery_date < ? and deleted_at is null`, [MISSED, before])
    await context.transactionManager!.execute(`update occurrence o set state = 'cancelled', error = ?, updated_at = now()
      where state = 'failed' and order_ids = '{}' and strpos(error, ?) > 0 and delivery_date < ? and deleted_at is null
        and not exists (select 1 from spending_request r where r.key = 'occurrence:' || o.id and r.state = 'approved')`, [UNAPPROVED, ERRORS.approval_needed, today])
  }

  /** How many deliveries of a business day were taken out by calendar or buyer. */
  @InjectManager()
  async countSkipped(date: string, organisationIds: string[] | null, @MedusaContext() context: Tx = {}): Promise<number> {
    const agreement = organisationIds === null ? {} : { standing_order: { agreement: { organisation_id: organisationIds } } }
    const [, count] = await this.listAndCountOccurrences({ state: "skipped", delivery_date: date, ...agreement }, { select: ["id"], take: 1 }, context)
    return count
  }

  /** Notes that the hourly run began. Answers its id. */
  @InjectManager()
  async beginRun(@MedusaContext() context: Tx = {}): Promise<string> {
    return beginRun(context.manager!)
  }

  /** Notes how the run ended, what failed, and the days up to `to` for which the calendars name deliveries that nobody laid out. */
  @InjectManager()
  async endRun(id: string, end: RunEnd, window: { from: string; to: string }, @MedusaContext() context: Tx = {}): Promise<void> {
    await endRun(context.manager!, id, end, await readGaps(context.manager!, window))
  }

  /** The hourly run that ended last, and the last that ended well. */
  @InjectManager()
  async readLastRuns(@MedusaContext() context: Tx = {}): Promise<LastRuns> {
    return readLastRuns(context.manager!)
  }
}
