import type { AgreementSide, DeliveryPointInput, ExemptionInput, Invitation, InvitationInput, InvoiceTitle, InvoiceTitleInput, MemberRole } from "@fupin/contract/schemas"
import {
  addDeliveryPoint, addInvoiceTitle, type Detail, endDetail, type InvitationSide, invite, ownerOf, type PointRow, readDeliveryPoints, readExemption, readInvitations, readInvoiceTitles, readPoints, revokeInvitation, saveExemption, type UsedInvitation, useInvitation,
} from "./details"
import type { Point } from "../../domain/receiving-days"
import { ShareBooks } from "./share-service"
import type { Act } from "./shares"
import { rowsOf } from "./sql"

/** What is kept of organisations beside their name: exemption, invitations, invoice titles, delivery points. */
export class OrganisationBooks extends ShareBooks {
  async saveExemption(organisationId: string, exemption: ExemptionInput, act: Act): Promise<void> {
    await saveExemption(this.connection, organisationId, exemption, act)
  }

  async readExemption(organisationId: string): Promise<ExemptionInput | null> {
    return await readExemption(this.connection, organisationId)
  }

  /** The code is the caller's to show once; only its hash is kept. */
  async invite(organisationId: string, input: Omit<InvitationInput, "email">, code: string, act: Act & { side: InvitationSide }): Promise<void> {
    await invite(this.connection, organisationId, input, code, act)
  }

  async readInvitations(organisationId: string, now: Date): Promise<Invitation[]> {
    return await readInvitations(this.connection, organisationId, now)
  }

  /** Errors: own_role, invitation_closed. */
  async useInvitation(code: string, act: Act): Promise<UsedInvitation> {
    return await useInvitation(this.connection, code, act)
  }

  /** Error: not_found. */
  async revokeInvitation(id: string, at: Date): Promise<{ role: MemberRole; note: string }> {
    return await revokeInvitation(this.connection, id, at)
  }

  /** Terms that one side proposed and the other has not answered. */
  async readProposalsOf(agreementIds: string[], side: AgreementSide = "producer"): Promise<{ agreement_id: string; number: string; note: string }[]> {
    return await rowsOf(this.connection, `select p.agreement_id, a.number, p.note from agreement_proposal p join supply_agreement a on a.id = p.agreement_id
      where p.agreement_id = any(:ids) and p.state = 'open' and p.side = :side order by p.created_at, p.id`, { ids: agreementIds, side })
  }

  async addInvoiceTitle(title: InvoiceTitleInput, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => addInvoiceTitle(transaction, title, act))
  }

  async readInvoiceTitles(organisationId: string): Promise<InvoiceTitle[]> {
    return await readInvoiceTitles(this.connection, organisationId)
  }

  async addDeliveryPoint(id: string, point: DeliveryPointInput, phoneSealed: string, act: Act): Promise<void> {
    await addDeliveryPoint(this.connection, id, point, phoneSealed, act)
  }

  async readDeliveryPoints(organisationId: string): Promise<PointRow[]> {
    return await readDeliveryPoints(this.connection, organisationId)
  }

  /** Where these units receive goods, and when, by unit. */
  async readPoints(organisationIds: string[]): Promise<Map<string, Point[]>> {
    const points = await readPoints(this.connection, organisationIds)
    return new Map(organisationIds.map((id) => [id, points.filter(({ organisation_id }) => organisation_id === id)]))
  }

  async ownerOf(what: Parameters<typeof ownerOf>[1], id: string): Promise<string | null> {
    return await ownerOf(this.connection, what, id)
  }

  async endDetail(what: Detail, id: string, at: Date): Promise<void> {
    await endDetail(this.connection, what, id, at)
  }
}
