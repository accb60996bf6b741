import type { CertificateKind } from "@fupin/contract/schemas"
import { useState } from "react"
import { saveCertificate } from "./api"
import { ChoiceField, Field, FormDrawer, TextField } from "./fields"
import { RegionPicker } from "./region-picker"
import { CERTIFICATE_KINDS, today } from "./words"

const KINDS = Object.entries(CERTIFICATE_KINDS) as [CertificateKind, string][]
const PROTECTS_AREA: readonly string[] = ["geographical_indication", "gi_trademark"]

export function CertificateDrawer({ productId }: { productId: string }) {
  const [kind, setKind] = useState<CertificateKind | "">("")
  const [number, setNumber] = useState("")
  const [issuer, setIssuer] = useState("")
  const [from, setFrom] = useState(today())
  const [to, setTo] = useState("")
  const [area, setArea] = useState<string[]>([])
  const [file, setFile] = useState<File | null>(null)
  const protects = PROTECTS_AREA.includes(kind)
  const save = () => saveCertificate({
    kind: kind as CertificateKind, number, issuer, producer_id: null, product_ids: [productId],
    area_code: protects ? (area.at(-1) ?? null) : null, valid_from: from, valid_to: to === "" ? null : to,
  }, file)
  return (
    <FormDrawer title="登记证书" trigger="登记证书" ready={kind !== "" && number !== "" && issuer !== ""} productId={productId} onSave={save}>
      <ChoiceField id="certificate-kind" label="证书种类" value={kind} onChange={setKind} options={KINDS} />
      <TextField id="certificate-number" label="证书编号" value={number} onChange={setNumber} />
      <TextField id="certificate-issuer" label="发证机构" value={issuer} onChange={setIssuer} />
      {protects && <Field label="保护地域"><RegionPicker id="area" path={area} onChange={setArea} /></Field>}
      <div className="grid grid-cols-2 gap-4">
        <TextField id="certificate-from" label="起始日期" type="date" value={from} onChange={setFrom} />
        <TextField id="certificate-to" label="截止日期（含当天）" type="date" value={to} onChange={setTo} required={false} hint="长期有效的留空" />
      </div>
      <Field label="证书扫描件" htmlFor="certificate-file" hint="PDF、JPG、PNG 或 WebP，10 MB 以内">
        <input id="certificate-file" type="file" accept=".pdf,.jpg,.jpeg,.png,.webp" className="txt-small" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
      </Field>
    </FormDrawer>
  )
}
