/** The part of nodemailer that is used; the package brings no types of its own. */
declare module "nodemailer" {
  export interface Transporter {
    sendMail(mail: { from: string; to: string; subject: string; text?: string; html?: string }): Promise<{ messageId: string }>
  }
  export function createTransport(url: string): Transporter
}
