import { refusal } from "@fupin/access"
import { issuePaper } from "@fupin/benefit/papers/issue-paper"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { impactPaper } from "../reads/impact-paper"
import { readOrganisations } from "../reads/plans"
import { certificatePeriod, showImpact } from "../reads/show-impact"

interface IssueImpactCertificate {
  organisation_id: string
  year: number
  actor_id: string
}

const issueStep = createStep("issue-impact-certificate", async ({ organisation_id, year, actor_id }: IssueImpactCertificate, { container }) => {
  const [organisation] = await readOrganisations(container, { id: organisation_id })
  const impact = await showImpact(container, organisation!, year, new Date())
  if (impact.total_fen <= 0) throw refusal("not_allowed", "nothing_to_certify")
  const { number, version } = await issuePaper(container, {
    kind: "impact", subject: { kind: "organisation", id: organisation_id }, period: certificatePeriod(year), regions: [organisation!.region_code], paper: impactPaper(impact),
    title: `${organisation!.name} ${year} 年消费帮扶证明`, unit_name: organisation!.name, issued_by: actor_id, reason: "按最新台账重新开具",
  })
  return new StepResponse({ number, version })
})

/** Freezes whom a unit's year helped as a numbered document; the same figures again are the same document. Errors: nothing_to_certify, paper_unbalanced. */
export const issueImpactCertificateWorkflow = createWorkflow("issue-impact-certificate", (input: IssueImpactCertificate) => new WorkflowResponse(issueStep(input)))
