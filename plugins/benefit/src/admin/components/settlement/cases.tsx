import type { SettlementCases } from "@fupin/contract/schemas"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { yuan } from "../../lib/labels"
import { CaseForm } from "./case-form"
import { CaseRow } from "./case-row"
import { BEARER, WRITE_OFF } from "./words"

/** What bears on payouts: who is held, who takes a place, what is written off, and how much may be kept back. */
export function Cases() {
  const { data, error, refetch } = useQuery({ queryKey: ["settlement-cases"], queryFn: () => ask<SettlementCases>("benefit/settlement-cases") })
  const [isAdding, setAdding] = useState(false)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div><Heading level="h2">暂停、继任与核销</Heading>{data && <Text size="small" className="text-ui-fg-subtle">冲回抵扣上限：{data.settings.map(({ region, cap_bp }) => `${region === "" ? "一般" : region} ${cap_bp / 100}%`).join("，")}</Text>}</div>
        <Button variant="secondary" onClick={() => setAdding(true)}>登记</Button>
      </div>
      {error && (
        <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4">
          <Text size="small" className="text-ui-fg-error">{error.message}</Text>
          <Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button>
        </div>
      )}
      {data && data.holds.length + data.successors.length + data.write_offs.length === 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">没有暂停发放、继任领款人或核销。</Text>}
      {data?.holds.map(({ id, beneficiary, reason, released, release_reason }) => (
        <CaseRow key={id} beneficiary={beneficiary} what="暂停发放" detail={reason} state={released ? `已解除：${release_reason ?? ""}` : "暂停中"} isOpen={released === null}
          acts={[{ label: "解除暂停", path: `settlement-holds/${id}/release`, needsReason: true, explains: "须由登记人以外的人解除；款项列入下一批。" }]} />
      ))}
      {data?.successors.map(({ id, beneficiary, cause, reason, payee_name, bank_account, approved, ended }) => (
        <CaseRow key={id} beneficiary={beneficiary} what={`继任领款人 ${payee_name} ${bank_account ?? "现金"}`} detail={`${cause === "death" ? "去世" : "迁离"}：${reason}`} state={ended ? "已终止" : approved ? "已生效" : "待批准"} isOpen={ended === null}
          acts={[...(approved ? [] : [{ label: "批准", path: `settlement-successors/${id}/approve`, explains: "须由登记人以外的人批准；此后该户的款项付给继任领款人。" }]), { label: "终止", path: `settlement-successors/${id}/end`, explains: "此后仍付给该户自己的领款人。" }]} />
      ))}
      {data?.write_offs.map(({ id, beneficiary, amount_fen, bearer, reason, state }) => (
        <CaseRow key={id} beneficiary={beneficiary} what={`核销 ${yuan(amount_fen)}（${BEARER[bearer]}）`} detail={reason} state={WRITE_OFF[state]} isOpen={state === "proposed"}
          acts={[{ label: "批准核销", path: `settlement-write-offs/${id}/decide`, body: { approve: true }, explains: "须由提出人以外的人批准；批准后记入台账，农户不再欠这笔款。" }, { label: "不批准", path: `settlement-write-offs/${id}/decide`, body: { approve: false }, explains: "欠款仍由以后的兑付抵扣。" }]} />
      ))}
      {isAdding && <CaseForm onDone={() => setAdding(false)} />}
    </Container>
  )
}
