"use client"

import type { ApprovalPreview } from "@fupin/contract/schemas"
import { useEffect, useState } from "react"
import { Notice } from "@/components/ui"
import { submittedText } from "@/lib/desk/approval-words"
import { previewApproval } from "@/lib/desk/spending-actions"

/** Said before anything is submitted for a unit: whether it will wait for approvers, and why. */
export function UnitApproval({ organisationId, amountFen }: { organisationId: string; amountFen: number }) {
  const [known, setKnown] = useState<{ of: string; preview: ApprovalPreview | null } | null>(null)
  const asked = `${organisationId} ${amountFen}`
  useEffect(() => {
    let isCurrent = true
    void previewApproval(organisationId, amountFen).then((preview) => isCurrent && setKnown({ of: asked, preview }))
    return () => { isCurrent = false }
  }, [organisationId, amountFen, asked])
  const text = known?.of === asked && known.preview ? submittedText(known.preview) : null
  return <div aria-live="polite">{text && <Notice title="需要审批">{text}</Notice>}</div>
}
