import { MemberInput, type MemberRole } from "@fupin/contract/schemas"
import { Button, Heading, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { post } from "../lib/client"
import { checked, type Faults, faultsOf, NO_FAULTS } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { ROLES } from "../lib/labels"

/** A person by the e-mail of their shop account, with what they may do. */
export function AddMember({ organisationId, onAdded }: { organisationId: string; onAdded: () => unknown }) {
  const [email, setEmail] = useState("")
  const [role, setRole] = useState<MemberRole>("buyer")
  const [faults, setFaults] = useState<Faults>(NO_FAULTS)
  const [isSaving, setSaving] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      await post(`organisations/${organisationId}/members`, checked(MemberInput, { email: email.trim(), role }))
      setEmail("")
      setFaults(NO_FAULTS)
      toast.success("已添加，核验后生效")
      await onAdded()
    } catch (error) {
      setFaults(faultsOf(error, { unknown_customer: "email" }))
    } finally {
      setSaving(false)
    }
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-y-4 px-6">
      <Heading level="h3">添加成员</Heading>
      <TextField id="member-email" label="邮箱" type="email" value={email} fault={faults.fields.email} onChange={setEmail} />
      <ChoiceField id="member-role" label="角色" value={role} options={Object.entries(ROLES)} onChange={(value) => setRole(value as MemberRole)} />
      {faults.form && faults.fields.email === undefined && <Text size="small" role="alert" className="text-ui-fg-error">{faults.form}</Text>}
      <Button type="submit" variant="secondary" isLoading={isSaving} className="self-start">添加</Button>
    </form>
  )
}
