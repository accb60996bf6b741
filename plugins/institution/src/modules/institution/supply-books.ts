import { allowed, refusal } from "@fupin/access"
import type { Keyring } from "@fupin/benefit/sealing/keyring"
import type { AgreementChange, AgreementProposalAnswer, AgreementSide, PledgeInput, PriceIndexInput, RegionalHolidayInput, ShortageRule, ShortageRuleInput, TerminateInput, VacationInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { Vacation } from "../../domain/commitment"
import { type AgreementStage, decideSign, decideTerminate } from "../../domain/negotiation"
import { asAgreements } from "../../medusa"
import { answerProposal, type ProposalRow, propose, readProposals } from "./proposals"
import { InstitutionBooks } from "./books"
import { type DaysOffRow, readDaysOff, saveDaysOff, withdrawDaysOff } from "./days-off"
import { countOn, keepRevision, type RevisionAct, type RevisionRow, readRevisions } from "./revisions"
import { AGREEMENT_SCANS, type Execute, type NewScan, readScan, readScanHead, type ScanHead, writeScan } from "./scans"
import { readWaiting, type WaitingInput, type WaitingRow } from "./waiting"
import { type ExpectedShortageRow, readSubstitutions, readTermSums, replaceShortages, type Substitution, type TermSum } from "./shortages"

type Tx = Context<EntityManager>

const executing = (manager: EntityManager): Execute => (sql, values) => manager.execute(sql, values)

export interface PledgeRow extends PledgeInput {
  id: string
  /** Placed already for days of the window. */
  promised: number
}

/** What agreements and calendars hang on: proposals, scans, indices, vacations, pledges, shortage rules. */
export class SupplyBooks extends InstitutionBooks {
  /** One side proposes a typed change of terms that are not signed yet. Errors: those of `decidePropose`. */
  @InjectTransactionManager()
  async proposeChange(agreementId: string, proposal: { side: AgreementSide; change: AgreementChange; note: string; by: string }, @MedusaContext() context: Tx = {}): Promise<void> {
    const agreement = await this.lockAgreement(agreementId, context)
    await propose(context.transactionManager!, agreement, proposal)
  }

  /** The other side answers; what it accepts stands in the terms in the same transaction. Errors: not_found, those of `decideAnswer` and `decideTerms`. */
  @InjectTransactionManager()
  async answerProposal(agreementId: string, id: string, answer: AgreementProposalAnswer & { side: AgreementSide; by: string }, @MedusaContext() context: Tx = {}): Promise<void> {
    const agreement = await this.lockAgreement(agreementId, context)
    await answerProposal(context.transactionManager!, agreement, id, answer)
  }

  @InjectManager()
  async readProposals(agreementId: string, @MedusaContext() context: Tx = {}): Promise<ProposalRow[]> {
    return readProposals(context.manager!, agreementId)
  }

  /** The agreement of a proposal; null when there is no such proposal. */
  @InjectManager()
  async readAgreementOf(proposalId: string, @MedusaContext() context: Tx = {}): Promise<string | null> {
    const [row]: { agreement_id: string }[] = await context.manager!.execute("select agreement_id from agreement_proposal where id = ?", [proposalId])
    return row?.agreement_id ?? null
  }

  /** From now on it can be ordered under. Errors: those of `decideSign`. */
  @InjectTransactionManager()
  async signAgreement(id: string, signedOn: string, by: string, @MedusaContext() context: Tx = {}): Promise<void> {
    const { stage } = await this.lockAgreement(id, context)
    const open = (await readProposals(context.transactionManager!, id)).filter(({ state }) => state === "open")
    const scan = await readScanHead(executing(context.transactionManager!), AGREEMENT_SCANS, id)
    allowed(decideSign(stage, open.length, scan !== null), "not_allowed")
    await this.updateSupplyAgreements({ id, stage: "signed" satisfies AgreementStage, signed_on: signedOn }, context)
    await this.keepVersion(id, "signed", by, context)
  }

  /** Its last day of delivery is brought forward, with the reason. Errors: those of `decideTerminate`. */
  @InjectTransactionManager()
  async terminateAgreement(id: string, { last_day, reason }: TerminateInput, { by, today }: { by: string; today: string }, @MedusaContext() context: Tx = {}): Promise<void> {
    const { stage, valid_to } = await this.lockAgreement(id, context)
    const last = allowed(decideTerminate(stage, valid_to, last_day, today), "not_allowed")
    await this.updateSupplyAgreements({ id, stage: "terminated" satisfies AgreementStage, valid_to: last, agreed_to: valid_to, termination_reason: reason }, context)
    await this.keepVersion(id, "terminated", by, context)
  }

  /** Keeps a scan, sealed, with the hash of what was signed; earlier ones stay. */
  @InjectTransactionManager()
  async appendScan(agreementId: string, scan: NewScan, keys: Keyring, @MedusaContext() context: Tx = {}): Promise<ScanHead> {
    return writeScan(executing(context.transactionManager!), AGREEMENT_SCANS, agreementId, scan, keys)
  }

  @InjectManager()
  async readScanHead(agreementId: string, @MedusaContext() context: Tx = {}): Promise<ScanHead | null> {
    return readScanHead(executing(context.manager!), AGREEMENT_SCANS, agreementId)
  }

  @InjectManager()
  async readScan(agreementId: string, keys: Keyring, @MedusaContext() context: Tx = {}): Promise<(ScanHead & { content: Buffer }) | null> {
    return readScan(executing(context.manager!), AGREEMENT_SCANS, agreementId, keys)
  }

  /** Values of a series by month; given again they replace. */
  @InjectTransactionManager()
  async recordIndices({ series, source, months }: PriceIndexInput, by: string, @MedusaContext() context: Tx = {}): Promise<void> {
    await context.transactionManager!.execute(`insert into price_index (series, month, value, source, recorded_by)
      select ?, month, value, ?, ? from jsonb_to_recordset(?::jsonb) as m (month text, value int)
      on conflict (series, month) do update set value = excluded.value, source = excluded.source, recorded_by = excluded.recorded_by, recorded_at = now()`, [series, source, by, JSON.stringify(months)])
  }

  /** Index values in hundredths; of these series, or all. */
  @InjectManager()
  async readIndices(series: string[] | null, @MedusaContext() context: Tx = {}): Promise<{ series: string; month: string; value: number; source: string }[]> {
    const these = series === null ? null : JSON.stringify(series)
    return context.manager!.execute("select series, month, value, source from price_index where (?::jsonb is null or series in (select jsonb_array_elements_text(?::jsonb))) order by series, month", [these, these])
  }

  @InjectManager()
  async readDaysOff(@MedusaContext() context: Tx = {}): Promise<DaysOffRow[]> {
    return readDaysOff(context.manager!)
  }

  /** Errors: those of `decideDaysOff`. */
  @InjectTransactionManager()
  async saveDaysOff(input: RegionalHolidayInput, by: string, at: Date, @MedusaContext() context: Tx = {}): Promise<void> {
    await saveDaysOff(context.transactionManager!, input, { by, at })
  }

  /** Errors: not_found, holiday_begun. */
  @InjectTransactionManager()
  async withdrawDaysOff(id: string, by: string, at: Date, @MedusaContext() context: Tx = {}): Promise<void> {
    await withdrawDaysOff(context.transactionManager!, id, { by, at })
  }

  /** Errors: end_before_start, vacation_overlaps. */
  @InjectTransactionManager()
  async addVacation({ organisation_id, name, from_on, to_on }: VacationInput, by: string, @MedusaContext() context: Tx = {}): Promise<void> {
    await this.lock(context)
    if (to_on < from_on) throw refusal("invalid_data", "end_before_start")
    const held = await this.readVacations([organisation_id], context)
    if (held.some((one) => one.from_on <= to_on && one.to_on >= from_on)) throw refusal("invalid_data", "vacation_overlaps")
    await context.transactionManager!.execute("insert into organisation_vacation (id, organisation_id, name, from_on, to_on, created_by) values (?, ?, ?, ?, ?, ?)", [generateEntityId(undefined, "vac"), organisation_id, name, from_on, to_on, by])
  }

  @InjectTransactionManager()
  async removeVacation(organisationId: string, id: string, @MedusaContext() context: Tx = {}): Promise<void> {
    await context.transactionManager!.execute("delete from organisation_vacation where id = ? and organisation_id = ?", [id, organisationId])
  }

  @InjectManager()
  async readVacations(organisationIds: string[], @MedusaContext() context: Tx = {}): Promise<(Vacation & { id: string; organisation_id: string })[]> {
    return context.manager!.execute("select id, organisation_id, name, from_on, to_on from organisation_vacation where organisation_id in (select jsonb_array_elements_text(?::jsonb)) order by from_on", [JSON.stringify(organisationIds)])
  }

  /** Found again by product and window. Error: pledge_window_inverted. */
  @InjectTransactionManager()
  async savePledge({ variant_id, from_on, to_on, quantity, note }: PledgeInput, by: string, @MedusaContext() context: Tx = {}): Promise<void> {
    if (to_on < from_on) throw refusal("invalid_data", "pledge_window_inverted")
    await context.transactionManager!.execute(`insert into harvest_pledge (id, variant_id, from_on, to_on, quantity, note, created_by) values (?, ?, ?, ?, ?, ?, ?)
      on conflict (variant_id, from_on, to_on) do update set quantity = excluded.quantity, note = excluded.note, created_by = excluded.created_by, created_at = now()`,
    [generateEntityId(undefined, "pled"), variant_id, from_on, to_on, quantity, note, by])
  }

  /** Pledges of these products whose window meets these days, with what is placed of each already. */
  @InjectManager()
  async readPledges(variantIds: string[] | null, from: string, to: string, @MedusaContext() context: Tx = {}): Promise<PledgeRow[]> {
    const these = variantIds === null ? null : JSON.stringify(variantIds)
    return context.manager!.execute(`select p.id, p.variant_id, p.from_on, p.to_on, p.quantity, p.note,
        coalesce((select sum(l.supplied) from occurrence_line l join occurrence o on o.id = l.occurrence_id
          where l.variant_id = p.variant_id and o.delivery_date between p.from_on and p.to_on and o.state in ('placed', 'short', 'delivered', 'accepted', 'paid')), 0)::int as promised
      from harvest_pledge p where p.from_on <= ? and p.to_on >= ? and (?::jsonb is null or p.variant_id in (select jsonb_array_elements_text(?::jsonb))) order by p.from_on, p.id`, [to, from, these, these])
  }

  @InjectTransactionManager()
  async saveShortageRule({ seller_id, rule }: ShortageRuleInput, by: string, @MedusaContext() context: Tx = {}): Promise<void> {
    await context.transactionManager!.execute(`insert into shortage_rule (seller_id, rule, decided_by) values (?, ?, ?)
      on conflict (seller_id) do update set rule = excluded.rule, decided_by = excluded.decided_by, decided_at = now()`, [seller_id, rule, by])
  }

  /** The stated rule by seller; those absent share in proportion. */
  @InjectManager()
  async readShortageRules(@MedusaContext() context: Tx = {}): Promise<{ seller_id: string; rule: ShortageRule }[]> {
    return context.manager!.execute("select seller_id, rule from shortage_rule order by seller_id")
  }

  /** What is foreseen to be missing of these occurrences; told once, told anew when the quantity changes. */
  @InjectTransactionManager()
  async replaceShortages(occurrenceIds: string[], rows: Omit<ExpectedShortageRow, "told_at">[], @MedusaContext() context: Tx = {}): Promise<void> {
    await replaceShortages(context.transactionManager!, occurrenceIds, rows)
  }

  @InjectManager()
  async readShortages(occurrenceIds: string[], @MedusaContext() context: Tx = {}): Promise<ExpectedShortageRow[]> {
    if (occurrenceIds.length === 0) return []
    return context.manager!.execute("select * from expected_shortage where occurrence_id in (select jsonb_array_elements_text(?::jsonb)) order by variant_id", [JSON.stringify(occurrenceIds)])
  }

  /** What these occurrences gave up of scarce goods for a substitute. */
  @InjectManager()
  async readSubstitutions(occurrenceIds: string[], @MedusaContext() context: Tx = {}): Promise<Substitution[]> {
    return readSubstitutions(context.manager!, occurrenceIds)
  }

  /** Who else waits for goods of which there is not enough for all. */
  @InjectManager()
  async readWaiting(input: WaitingInput, @MedusaContext() context: Tx = {}): Promise<WaitingRow[]> {
    return readWaiting(context.manager!, input)
  }

  /** Over the term of each agreement: asked for, supplied and accepted of each product, in deliveries before `before` (null: all that are placed). */
  @InjectManager()
  async readTermSums(agreementIds: string[], before: string | null, @MedusaContext() context: Tx = {}): Promise<TermSum[]> {
    return readTermSums(context.manager!, agreementIds, before)
  }

  /** Every version of an agreement with what it said, oldest first. */
  @InjectManager()
  async readRevisions(agreementId: string, @MedusaContext() context: Tx = {}): Promise<RevisionRow[]> {
    return readRevisions(context.manager!, agreementId)
  }

  private async keepVersion(id: string, act: RevisionAct, by: string, context: Tx): Promise<void> {
    await countOn(context.transactionManager!, id, null)
    await keepRevision(context.transactionManager!, id, act, by)
  }

  private async lockAgreement(id: string, context: Tx) {
    await this.lock(context)
    const [agreement] = asAgreements(await this.listSupplyAgreements({ id }, { relations: ["lines"] }, context))
    if (!agreement) throw refusal("not_found", "not_found")
    return agreement
  }
}
