import { type BudgetFigure, BudgetInput } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import { Text } from "@medusajs/ui"
import { useState } from "react"
import { post, today } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { useSaver } from "../lib/saver"
import { SmallForm } from "./small-form"

const PURPOSES = { delivery: "食堂食材", campaign: "工会慰问" } as const

interface BudgetFormProps { organisationId: string; budgets: BudgetFigure[]; onSaved: () => unknown }

/** Yearly budgets with what is taken of each; saving one again changes it. */
export function BudgetForm({ organisationId, budgets, onSaved }: BudgetFormProps) {
  const [purpose, setPurpose] = useState<keyof typeof PURPOSES>("delivery")
  const [texts, setTexts] = useState({ year: today().slice(0, 4), yuan: "" })
  const save = () => {
    const own: Record<string, string> = texts.yuan.trim() === "" ? { amount_fen: "请填写预算（元）" } : {}
    return post(`organisations/${organisationId}/budgets`, checked(BudgetInput, { year: Number(texts.year), purpose, amount_fen: Math.round(Number(texts.yuan) * 100) }, own))
  }
  const saver = useSaver(save, "预算已保存", onSaved)
  const { fields } = saver.faults
  return (
    <SmallForm title="年度预算" button="保存预算" saver={saver}>
      {budgets.map(({ year, purpose: held, budget_fen, committed_fen, left_fen }) => (
        <Text key={`${year} ${held}`} size="small">{year} 年{PURPOSES[held]}：{formatFen(budget_fen)} 元，已用 {formatFen(committed_fen)} 元，<span className={left_fen < 0 ? "text-ui-fg-error" : ""}>剩余 {formatFen(left_fen)} 元</span></Text>
      ))}
      <ChoiceField id="budget-purpose" label="用途" value={purpose} options={Object.entries(PURPOSES)} onChange={(value) => setPurpose(value as keyof typeof PURPOSES)} />
      <TextField id="budget-year" label="年度" type="number" value={texts.year} fault={fields.year} onChange={(year) => setTexts({ ...texts, year })} />
      <TextField id="budget-yuan" label="预算（元）" type="number" value={texts.yuan} fault={fields.amount_fen} onChange={(yuan) => setTexts({ ...texts, yuan })} />
    </SmallForm>
  )
}
