import { randomBytes } from "node:crypto"
import { canonicalJson, sha256 } from "../../domain/paper/canonical"
import type { DocumentKey, DocumentRow } from "./documents"

/** What is frozen: the paper with everything that its heading says. */
export interface PaperContent extends DocumentKey {
  regions: string[]
  title: string
  unit_name: string
  office_name: string
  paper: object
}

/** The content with what makes it this document. The salt keeps a short paper from being guessed by its public hash. */
interface Payload extends PaperContent {
  salt: string
  number: string
  version: number
  issued_by: string
  issued_at: string
}

/** Seals personal text and opens it again; `place` is the row's id and the field. */
export interface Sealing {
  seal(place: string, clear: string): string
  open(place: string, cell: string): string
}

type Issued = Pick<DocumentRow, "id" | "number" | "version" | "issued_by" | "issued_at">

const placeOf = (id: string) => `${id}:payload`

export function sealPayload(content: PaperContent, { id, number, version, issued_by, issued_at }: Issued, sealing: Sealing): Pick<DocumentRow, "payload_sealed" | "sha256"> {
  const payload: Payload = { ...content, salt: randomBytes(16).toString("hex"), number, version, issued_by, issued_at: issued_at.toISOString() }
  const text = canonicalJson(payload)
  return { payload_sealed: sealing.seal(placeOf(id), text), sha256: sha256(text) }
}

/** The frozen text and what it says. Throws when the cell was changed, moved or sealed with a key that is not here. */
export function openPayload({ id, payload_sealed }: Pick<DocumentRow, "id" | "payload_sealed">, sealing: Sealing): { text: string; payload: Payload } {
  const text = sealing.open(placeOf(id), payload_sealed)
  return { text, payload: JSON.parse(text) as Payload }
}

/** What tells one content from another. */
export function contentText({ kind, subject, period, regions, title, unit_name, office_name, paper }: PaperContent): string {
  return canonicalJson({ kind, subject, period, regions, title, unit_name, office_name, paper })
}

/** Whether the row still says what was frozen with it. */
export function isUnaltered(row: DocumentRow, sealing: Sealing): boolean {
  try {
    const { text, payload } = openPayload(row, sealing)
    const said = { number: row.number, kind: row.kind, subject: { kind: row.subject_kind, id: row.subject_id }, period: row.period, regions: row.regions, version: row.version, title: row.title, unit_name: row.unit_name, office_name: row.office_name, issued_by: row.issued_by, issued_at: row.issued_at.toISOString() }
    const { salt: _salt, paper: _paper, ...frozen } = payload
    return sha256(text) === row.sha256 && canonicalJson(frozen) === canonicalJson(said)
  } catch {
    return false
  }
}
