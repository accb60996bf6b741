import type { Roster } from "@fupin/contract/schemas"
import { regionContains } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskIdNumber, maskName, maskPhone } from "../domain/mask"
import { type Movement, planRoster } from "../domain/plan-roster"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { HouseholdRow } from "../modules/household/prepare"
import { HOUSEHOLD_TOTALS, PERIOD } from "../modules/ledger/household-totals"
import { ABOUT_SUBJECT, IN_REGION, isWhole, type PaperRequest, type PaperScope, readScope, SUSPENSE_IN_REGION } from "./paper-scope"
import { inSnapshot, pagesOf } from "./snapshot"

type Ending = Pick<Roster, "carried_forward" | "collectives" | "foot">

/** 附件1 while it is read: rows by pages, and what stands below them once the last page is through. */
export interface OpenRoster {
  head: Omit<Roster, "rows" | keyof Ending>
  pages: AsyncGenerator<Roster["rows"]>
  ending: () => Promise<Ending>
}

type Member = HouseholdRow & { moves: Omit<Movement, "household_id">[] }

/** Small enough to be forgotten young: pages of a thousand grew the memory of an export by a hundred megabytes. */
const PAGE = 200
/** What became payable, paid out or not: a payout moves from the one to the other and changes nothing. */
const EARNED = "e.account in ('payable', 'settled')"
const MOVES = `select e.beneficiary_id, e.period, sum(e.amount_fen)::float8 as fen from ${HOUSEHOLD_TOTALS} e where ${EARNED} and e.period <= :period group by 1, 2`
const MOVES_ABOUT = `select e.beneficiary_id, ${PERIOD} as period, sum(e.amount_fen)::float8 as fen from ledger_entry e join ledger_journal j on j.id = e.journal_id
  where ${EARNED} and e.beneficiary_id is not null and ${PERIOD} <= :period and ${ABOUT_SUBJECT} group by 1, 2`

/** 附件1 as a whole. */
export async function readRoster(container: MedusaContainer, request: PaperRequest): Promise<Roster> {
  return await openRoster(container, request, async ({ head, pages, ending }) => {
    const rows: Roster["rows"] = []
    for await (const page of pages) rows.push(...page)
    return { ...head, rows, ...(await ending()) }
  })
}

/** 附件1 of a period, page by page from one snapshot, however many rows it has. */
export async function openRoster<T>(container: MedusaContainer, request: PaperRequest, use: (roster: OpenRoster) => Promise<T>): Promise<T> {
  const { period, bounds, regions, subject } = request
  const scope = await readScope(container, request)
  return await inSnapshot(container, async (snapshot) => {
    const members = pagesOf<Member>(snapshot, "roster", PAGE, `
      select h.*, m.moves from (
        select beneficiary_id, json_agg(json_build_object('period', period, 'amount_fen', fen)) as moves from (${isWhole(scope) ? MOVES : MOVES_ABOUT}) moved
        group by 1 having bool_or(period = :period)
      ) m join household h on h.id = m.beneficiary_id where ${IN_REGION} order by h.code`, { period, ...scope })
    const { pages, below } = planPages(members, request, container.resolve(HOUSEHOLD_MODULE))
    return await use({
      head: { title: "附件1 带贫人员名册", period, from: bounds.first_day, to: bounds.last_day, regions, subject, stage: "payable" }, pages,
      ending: async () => ({ ...below.lists, foot: await readFoot(snapshot, request, scope, below.sums) }),
    })
  })
}

/** Rows as they come; what does not stand in the table is kept for below it. */
function planPages(members: AsyncGenerator<Member[]>, request: PaperRequest, module: Pick<HouseholdModuleService, "openFields">) {
  const below = { lists: { carried_forward: [] as Roster["rows"], collectives: [] as Roster["collectives"] }, sums: { rows_fen: 0, carried_forward_fen: 0, collectives_fen: 0 } }
  async function* pages(): AsyncGenerator<Roster["rows"]> {
    for await (const page of members) {
      const households = new Map(page.map((row) => [row.id, row]))
      const planned = planRoster(page.flatMap(({ id, moves }) => moves.map((move) => ({ household_id: id, ...move }))), request.period, (id) => households.get(id)!.kind === "collective")
      const person = ({ household_id, amount_fen }: { household_id: string; amount_fen: number }) => ({ household_id, ...personOf(households.get(household_id)!, module, request.clear), amount_fen })
      below.lists.carried_forward.push(...planned.carried_forward.map(person))
      below.lists.collectives.push(...planned.collectives.map(({ household_id, amount_fen }) => ({ household_id, name: households.get(household_id)!.name, amount_fen })))
      below.sums.rows_fen += sum(planned.rows)
      below.sums.carried_forward_fen += sum(planned.carried_forward)
      below.sums.collectives_fen += sum(planned.collectives)
      yield planned.rows.map(person)
    }
  }
  return { pages: pages(), below }
}

async function readFoot(snapshot: Knex, { bounds }: PaperRequest, scope: PaperScope, sums: { rows_fen: number; carried_forward_fen: number; collectives_fen: number }): Promise<Roster["foot"]> {
  const { rows: [{ suspense_fen, ledger_fen }] } = await snapshot.raw(LEDGER_TOTAL, { from: bounds.from, to: bounds.to, ...scope } as never)
  const reached = sums.rows_fen + sums.carried_forward_fen + sums.collectives_fen + suspense_fen
  return { ...sums, suspense_fen, ledger_fen, balanced: reached === ledger_fen }
}

/** The ledger's own total of the period: one plain sum, which the roster must reach by its rows. Suspense lies where its producer is. */
const LEDGER_TOTAL = `
  select coalesce(sum(e.amount_fen) filter (where e.beneficiary_id is null), 0)::float8 as suspense_fen, coalesce(sum(e.amount_fen), 0)::float8 as ledger_fen from ledger_entry e
  where ${EARNED} and ${ABOUT_SUBJECT} and e.journal_id in (select id from ledger_journal where event_at >= :from and event_at < :to)
    and case when e.beneficiary_id is null then ${SUSPENSE_IN_REGION} else exists (select 1 from household h where h.id = e.beneficiary_id and ${IN_REGION}) end`

/** A payee as 附件1 names them: in clear only where their region is one of `clear`. */
export function personOf(row: HouseholdRow, module: Pick<HouseholdModuleService, "openFields">, clear: string[]): { name: string; id_number: string | null; phone: string | null } {
  const { id_number, phone } = module.openFields(row)
  if (clear.some((region) => regionContains(region, row.region_code))) return { name: row.payee_name, id_number, phone }
  return { name: maskName(row.payee_name), id_number: id_number && maskIdNumber(id_number), phone: phone && maskPhone(phone) }
}

function sum(rows: { amount_fen: number }[]): number {
  return rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
}
