import { expect, it } from "vitest"
import { type AttemptFacts, planResults, type ResultLine } from "./plan-results"

const attempts: AttemptFacts[] = (["sent", "paid", "failed", "returned", "ready"] as const).map((state) => ({ id: state, reference: `R-${state}`, amount_fen: 100, state }))
const said = (reference: string, result: ResultLine["result"], line = 2, amount_fen: number | null = null): ResultLine => ({ line, reference: `R-${reference}`, amount_fen, result, reason: "" })
const outcome = (lines: ResultLine[]) => {
  const decision = planResults(attempts, lines)
  return decision.ok ? [decision.value.planned.map(({ attempt_id, to }) => `${attempt_id}→${to}`).join(), decision.value.unchanged] : [decision.code, decision.message.slice(0, 4).trim()]
}

it.each<[ResultLine[], unknown[]]>([
  [[said("sent", "paid")], ["sent→paid", 0]],
  [[said("sent", "paid", 2, 100)], ["sent→paid", 0]],
  [[said("sent", "failed")], ["sent→failed", 0]],
  [[said("sent", "returned")], ["sent→failed", 0]],
  [[said("paid", "paid"), said("failed", "failed"), said("failed", "returned"), said("returned", "returned"), said("returned", "paid")], ["", 5]],
  [[said("paid", "returned")], ["paid→returned", 0]],
  [[said("sent", "paid"), said("sent", "paid", 3)], ["sent→paid", 1]],
  [[said("sent", "paid"), said("sent", "returned", 3)], ["payout_result_contradicts", "第 3"]],
  [[said("paid", "failed")], ["payout_result_contradicts", "第 2"]],
  [[said("failed", "paid")], ["payout_result_contradicts", "第 2"]],
  [[said("ready", "paid")], ["payout_result_contradicts", "第 2"]],
  [[said("sent", "paid"), said("nobody", "paid", 7)], ["unknown_payout_reference", "第 7"]],
  [[said("sent", "paid", 4, 101)], ["payout_amount_differs", "第 4"]],
])("%#: a return file", (lines, expected) => expect(outcome(lines)).toEqual(expected))
