import type { AgreementEvent, AgreementProposal } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { asItStands, differencesOf } from "../domain/agreement-changes"
import { differenceText, type NameOf, subjectText, termText } from "../domain/agreement-words"
import { isStale, type Terms } from "../domain/negotiation"
import type { AgreementRow } from "../medusa"
import type { ProposalRow } from "../modules/institution/proposals"
import type { RevisionRow } from "../modules/institution/revisions"
import { goneGoods, readGoods } from "./goods"
import { institutionOf, unique } from "./plans"

const iso = (moment: Date): string => new Date(moment).toISOString()

/** What changed of an agreement since a version, in words; empty when that version is unknown or only its stage moved on. */
export async function readChangesSince(container: MedusaContainer, agreement: AgreementRow, version: number): Promise<string[]> {
  const revisions = await institutionOf(container).readRevisions(agreement.id)
  const seen = revisions.find((one) => one.version === version)
  return seen ? textsOf(seen.terms, agreement, await readNameOf(container, [seen.terms, agreement])) : []
}

/** What is proposed, in words beside the terms as they were and are, and everything that happened to the agreement, oldest first. */
export async function readNegotiation(container: MedusaContainer, agreement: AgreementRow): Promise<{ proposals: AgreementProposal[]; history: AgreementEvent[] }> {
  const [proposals, revisions] = await Promise.all([institutionOf(container).readProposals(agreement.id), institutionOf(container).readRevisions(agreement.id)])
  const nameOf = await readNameOf(container, [agreement, ...revisions.map(({ terms }) => terms)])
  const shown = proposals.map((one) => showProposal(one, agreement, nameOf))
  const events = [...shown.flatMap(eventsOf), ...revisionEvents(revisions, agreement, nameOf)]
  return { proposals: shown, history: events.toSorted((one, other) => one.at.localeCompare(other.at)) }
}

async function readNameOf(container: MedusaContainer, versions: Terms[]): Promise<NameOf> {
  const goods = await readGoods(container, unique(versions.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id))))
  return (id) => (goods.get(id) ?? goneGoods(id)).title
}

const textsOf = (from: Terms, to: Terms, nameOf: NameOf): string[] => differencesOf(from, to).map((one) => differenceText(one, nameOf))

function showProposal({ base, ...proposal }: ProposalRow, terms: Terms, nameOf: NameOf): AgreementProposal {
  const { change, created_at, answered_at } = proposal
  const now = asItStands(terms, change)
  return {
    ...proposal, created_at: iso(created_at), answered_at: answered_at === null ? null : iso(answered_at), subject: subjectText(change, nameOf),
    before: base && termText(base, nameOf), after: termText(change, nameOf), now: !isStale({ ...proposal, base }, terms) ? null : now ? termText(now, nameOf) : "已移除该商品",
  }
}

function eventsOf({ side, created_at, answered_at, state, subject, before, after, note, reason }: AgreementProposal): AgreementEvent[] {
  const changes = [`${subject}：${before === null ? "" : `${before} → `}${after}`]
  const other = side === "organisation" ? "producer" : "organisation"
  const proposed = { at: created_at, by: side, act: "proposed" as const, changes, note }
  return state === "open" || answered_at === null ? [proposed] : [proposed, { at: answered_at, by: state === "withdrawn" ? side : other, act: state, changes, note: reason }]
}

const ACTS = { saved: "changed", signed: "signed", terminated: "terminated" } as const

/** What the office did; what both agreed on stands among the answers. */
function revisionEvents(revisions: RevisionRow[], { termination_reason }: AgreementRow, nameOf: NameOf): AgreementEvent[] {
  return revisions.flatMap(({ act, terms, made_at }, index) => {
    const before = revisions[index - 1]
    if (act === "agreed") return []
    const changes = before ? textsOf(before.terms, terms, nameOf) : []
    if (before && act === "saved" && changes.length === 0) return []
    return [{ at: iso(made_at), by: "office" as const, act: before ? ACTS[act] : "drafted" as const, changes, note: act === "terminated" ? (termination_reason ?? "") : "" }]
  })
}
