import { MemberInput, type MemberRole } from "@fupin/contract/schemas"
import { useState } from "react"
import { post } from "../lib/client"
import { checked } from "../lib/faults"
import { ChoiceField, TextField } from "../lib/fields"
import { ROLES } from "../lib/labels"
import { useSaver } from "../lib/saver"
import { SmallForm } from "../spending/small-form"

/** A person by the e-mail of their shop account, with what they may do. */
export function AddMember({ organisationId, onAdded }: { organisationId: string; onAdded: () => unknown }) {
  const [email, setEmail] = useState("")
  const [role, setRole] = useState<MemberRole>("buyer")
  const add = async () => {
    await post(`organisations/${organisationId}/members`, checked(MemberInput, { email: email.trim(), role }))
    setEmail("")
  }
  const saver = useSaver(add, "已添加，核验后生效", onAdded, { unknown_customer: "email" })
  return (
    <div className="px-6">
      <SmallForm title="添加成员" button="添加" saver={saver}>
        <TextField id="member-email" label="邮箱" type="email" value={email} fault={saver.faults.fields.email} onChange={setEmail} />
        <ChoiceField id="member-role" label="角色" value={role} options={Object.entries(ROLES)} onChange={(value) => setRole(value as MemberRole)} />
      </SmallForm>
    </div>
  )
}
