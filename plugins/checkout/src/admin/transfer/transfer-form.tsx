import type { ErrorCode } from "@fupin/contract/codes"
import { fenFromYuan } from "@fupin/contract/money"
import { Button, Input, Label, Text, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { registerTransfer, Refusal, today } from "./register-transfer"

type Name = "amount" | "reference" | "received_on"
const LABELS: Record<Name, string> = { amount: "到账金额（元）", reference: "银行流水号", received_on: "到账日期" }
const FIELD_OF: Partial<Record<ErrorCode, Name>> = { transfer_exceeds_due: "amount", transfer_reference_taken: "reference" }

/** Money that reached the account for this order, whole or in part. */
export function TransferForm({ orderId, due }: { orderId: string; due: string }) {
  const [texts, setTexts] = useState<Record<Name, string>>({ amount: due, reference: "", received_on: today() })
  const [fault, setFault] = useState<{ field: Name | null; message: string } | null>(null)
  const [isSaving, setSaving] = useState(false)
  const queries = useQueryClient()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^\d+(\.\d{1,2})?$/.test(texts.amount.trim())) return setFault({ field: "amount", message: "请填写金额，最多两位小数" })
    if (texts.reference.trim() === "") return setFault({ field: "reference", message: "请填写银行回单上的流水号" })
    setSaving(true)
    setFault(null)
    try {
      await registerTransfer(orderId, { amount_fen: fenFromYuan(texts.amount.trim()), reference: texts.reference.trim(), received_on: texts.received_on })
      toast.success("已登记到账")
      await queries.invalidateQueries()
    } catch (error) {
      const field = error instanceof Refusal ? (FIELD_OF[error.code] ?? null) : null
      setFault({ field, message: error instanceof Refusal ? error.message : "连不上服务器，请检查网络后重试" })
    } finally {
      setSaving(false)
    }
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-y-3 px-6 py-4">
      {(Object.keys(LABELS) as Name[]).map((name) => {
        const said = fault?.field === name ? fault.message : null
        return (
          <div key={name} className="flex flex-col gap-y-1">
            <Label htmlFor={`transfer-${name}`} size="small" weight="plus">{LABELS[name]}</Label>
            <Input id={`transfer-${name}`} type={name === "received_on" ? "date" : "text"} inputMode={name === "amount" ? "decimal" : undefined} autoComplete="off" value={texts[name]}
              aria-invalid={said !== null} aria-describedby={said ? `transfer-${name}-said` : undefined} onChange={(event) => setTexts({ ...texts, [name]: event.target.value })} />
            {said && <Text id={`transfer-${name}-said`} size="small" role="alert" className="text-ui-fg-error">{said}</Text>}
          </div>
        )
      })}
      {fault?.field === null && <Text size="small" role="alert" className="text-ui-fg-error">{fault.message}</Text>}
      <Button type="submit" size="small" variant="secondary" isLoading={isSaving} className="self-start">登记到账</Button>
    </form>
  )
}
