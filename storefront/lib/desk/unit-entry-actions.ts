"use server"

import { fenFromYuan, formatFen } from "@fupin/contract/money"
import { UnitAcceptanceRuleInput, UnitBudgetInput, UnitHeadcountInput } from "@fupin/contract/schemas"
import { errorsOf, type FormState, refused, textsOf } from "@/lib/forms/form-state"
import { withSession } from "@/lib/session"
import { changed } from "./changed"
import { getEntries } from "./spending"

const BUDGET = "/desk/budget"
const SENTENCES = { budget_yuan: "请填写金额（元），例如 120000", members: "请填写人数", on_day: "请选择日期", evidence: "请写明依据，例如：会员名册编号" }

/** What is asked once more, before a budget goes down; null when nothing is. */
export interface BudgetState extends FormState {
  asks: string | null
}

const plain = (state: FormState): BudgetState => ({ ...state, asks: null })

export async function setBudget(_previous: BudgetState, form: FormData): Promise<BudgetState> {
  const values = textsOf(form)
  const { organisation_id = "", year, purpose, budget_yuan: yuan = "", confirmed } = values
  const amount_fen = /^\d{1,9}(\.\d{1,2})?$/.test(yuan) ? fenFromYuan(yuan) : Number.NaN
  const read = UnitBudgetInput.safeParse({ organisation_id, year: Number(year), purpose, amount_fen })
  if (!read.success) return plain(refused(values, { budget_yuan: SENTENCES.budget_yuan }))
  const { budgets } = await withSession(BUDGET, (token) => getEntries(token, organisation_id))
  const held = budgets.find((one) => one.year === read.data.year && one.purpose === purpose)
  if (held && amount_fen < held.budget_fen && confirmed !== yuan) {
    return { values, errors: {}, message: null, asks: `现在的预算是 ${formatFen(held.budget_fen)} 元，将调低为 ${formatFen(amount_fen)} 元。调低后，超出的采购不能再下单。` }
  }
  return plain(await changed(BUDGET, values, ["budgets"], read.data, "预算已保存"))
}

export async function addHeadcount(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const { organisation_id, on_day, members, evidence } = values
  const read = UnitHeadcountInput.safeParse({ organisation_id, on_day, members: members ? Number(members) : Number.NaN, evidence })
  return read.success ? changed(BUDGET, values, ["headcounts"], read.data, "人数已登记") : refused(values, errorsOf(read.error.issues, SENTENCES))
}

export async function setSecondSignature(_previous: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form)
  const read = UnitAcceptanceRuleInput.safeParse({ organisation_id: values.organisation_id, second_signature: values.second_signature === "yes" })
  if (!read.success) return refused(values, {}, "没有找到这个单位，请刷新后再试")
  return changed("/desk/organisation", values, ["acceptance-rule"], read.data, read.data.second_signature ? "今后的验收须由第二人复核" : "今后的验收一人签字即可")
}
