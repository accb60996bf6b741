import type { ProviderSendNotificationDTO, ProviderSendNotificationResultsDTO } from "@medusajs/framework/types"
import { AbstractNotificationProviderService, MedusaError } from "@medusajs/framework/utils"
import { createTransport, type Transporter } from "nodemailer"

export interface SmtpOptions {
  /** smtps://user:password@host:465, or smtp:// with STARTTLS. */
  url: string
  /** Who the mail comes from. */
  from: string
}

/** Core's e-mail channel over any SMTP server. */
export class SmtpProvider extends AbstractNotificationProviderService {
  static override identifier = "smtp"
  private readonly transport: Transporter
  private readonly from: string

  constructor(_container: object, { url, from }: SmtpOptions) {
    super()
    this.transport = createTransport(url)
    this.from = from
  }

  override async send({ to, content }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    if (!content?.subject) throw new MedusaError(MedusaError.Types.INVALID_DATA, "a mail needs a subject")
    const { messageId } = await this.transport.sendMail({ from: this.from, to, subject: content.subject, text: content.text, html: content.html })
    return { id: messageId }
  }
}
