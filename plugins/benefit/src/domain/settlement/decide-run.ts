import { type Decision, no, yes } from "@fupin/contract/codes"
import type { PaymentState, SettlementState } from "@fupin/contract/schemas"

export type RunAct = "submit" | "approve" | "cancel" | "pay"

/** From which state an act leads to which; an act asked for again where it has led already changes nothing. */
const MOVES: Record<RunAct, { from: readonly SettlementState[]; to: SettlementState }> = {
  submit: { from: ["draft"], to: "submitted" },
  approve: { from: ["submitted"], to: "approved" },
  cancel: { from: ["draft", "submitted"], to: "cancelled" },
  pay: { from: ["approved", "paying"], to: "paying" },
}

export interface RunFacts {
  state: SettlementState
  prepared_by: string
  submitted_by: string | null
  /** Suspense that nobody has explained. */
  unexplained: number
}

/**
 * May `actor` do this with the run? Answers the state it leads to, which is the present one where nothing is left to do. Who prepared or submitted
 * a run does not approve it, and suspense is explained before. Errors: settlement_state, settlement_second_person, suspense_unexplained.
 */
export function decideRun(run: RunFacts, act: RunAct, actor: string): Decision<SettlementState, "settlement_state" | "settlement_second_person" | "suspense_unexplained"> {
  const { from, to } = MOVES[act]
  if (run.state === to) return yes(to)
  if (!from.includes(run.state)) return no("settlement_state")
  if (act === "approve" && [run.prepared_by, run.submitted_by].includes(actor)) return no("settlement_second_person")
  if (act === "approve" && run.unexplained > 0) return no("suspense_unexplained")
  return yes(to)
}

/** A second person decides what the first proposed. Error: settlement_second_person. */
export function decideSecond(first: string, second: string): Decision<true, "settlement_second_person"> {
  return first === second ? no("settlement_second_person") : yes(true)
}

const FINAL: readonly PaymentState[] = ["paid", "returned", "released"]

/** A run is done when nothing is left to pay in it. */
export function isDone(states: readonly PaymentState[]): boolean {
  return states.every((state) => FINAL.includes(state))
}
