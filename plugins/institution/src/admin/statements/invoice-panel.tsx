import type { Invoice } from "@fupin/contract/schemas"
import { Input } from "@medusajs/ui"
import { useState } from "react"
import { postFile, today } from "../lib/client"
import { Faulty } from "../lib/faults"
import { Field, TextField } from "../lib/fields"
import { FormPanel } from "../lib/form"

/** The invoice's number and file, or those of the red-letter invoice with its reason. */
export const InvoicePanel = ({ invoice, act, onClose }: { invoice: Invoice; act: "issue" | "red"; onClose: (isSaved: boolean) => void }) => {
  const [number, setNumber] = useState("")
  const [issuedOn, setIssuedOn] = useState(today())
  const [reason, setReason] = useState("")
  const [file, setFile] = useState<File | null>(null)
  const save = async () => {
    const faults = {
      ...(/^[0-9A-Za-z-]{6,30}$/.test(number.trim()) ? {} : { number: "发票号码应为 6–30 位数字或字母" }), ...(file ? {} : { file: "请选择发票文件" }),
      ...(act === "issue" || reason.trim().length >= 2 ? {} : { reason: "请说明红冲的原因" }),
    }
    if (!file || Object.keys(faults).length > 0) throw new Faulty(faults)
    await postFile(`invoices/${invoice.id}/${act}`, file, { number: number.trim(), issued_on: issuedOn, ...(act === "red" ? { reason: reason.trim() } : {}) })
  }
  return (
    <FormPanel title={act === "issue" ? "上传发票" : "红冲发票"} description={`${invoice.organisation.name}，抬头 ${invoice.title}`} saved={act === "issue" ? "发票已登记，单位可查看" : "已登记红字发票"}
      fieldOf={{ invoice_number_taken: "number", invoice_wrong_type: "file", scan_too_big: "file" }} onSave={save} onClose={onClose}>
      {(faults) => (
        <>
          <TextField id="number" label={act === "issue" ? "发票号码" : "红字发票号码"} value={number} fault={faults.number} onChange={setNumber} />
          <TextField id="issued_on" label="开票日期" type="date" value={issuedOn} fault={faults.issued_on} onChange={setIssuedOn} />
          {act === "red" && <TextField id="reason" label="原因" value={reason} fault={faults.reason} onChange={setReason} />}
          <Field id="file" label="发票文件" hint="PDF、OFD、XML、JPG 或 PNG，不超过 10 MB" fault={faults.file}><Input id="file" type="file" accept=".pdf,.ofd,.xml,.jpg,.jpeg,.png" aria-invalid={faults.file !== undefined} onChange={(event) => setFile(event.target.files?.[0] ?? null)} /></Field>
        </>
      )}
    </FormPanel>
  )
}
