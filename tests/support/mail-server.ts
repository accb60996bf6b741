import { createServer, type Socket } from "node:net"

export interface Received { to: string; subject: string; text: string }

/** A mail server on this machine that keeps what it is given; while `isBroken` it refuses. */
export class MailServer {
  readonly received: Received[] = []
  isBroken = false
  private readonly server = createServer((socket) => this.talk(socket)).listen(0)

  /** Known at once: without a name to look up, a port is bound when it is asked for. */
  get url(): string {
    const address = this.server.address()
    return `smtp://localhost:${typeof address === "object" ? address?.port : ""}`
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve))
  }

  private talk(socket: Socket): void {
    let [heard, to, isData] = ["", "", false]
    const say = (line: string) => socket.write(`${line}\r\n`)
    say("220 test")
    socket.on("error", () => undefined)
    socket.on("data", (bytes) => {
      heard += bytes.toString("utf8")
      for (;;) {
        const end = heard.indexOf(isData ? "\r\n.\r\n" : "\r\n")
        if (end < 0) return
        const line = heard.slice(0, end)
        heard = heard.slice(end + (isData ? 5 : 2))
        if (isData) this.received.push({ to, ...parse(line) })
        else to = /^RCPT TO:<(.*?)>/i.exec(line)?.[1] ?? to
        say(isData ? "250 kept" : this.answerTo(line))
        isData = !isData && /^DATA/i.test(line)
      }
    })
  }

  private answerTo(line: string): string {
    if (/^DATA/i.test(line)) return "354 go on"
    if (/^QUIT/i.test(line)) return "221 bye"
    return this.isBroken && /^RCPT/i.test(line) ? "451 not now" : "250 ok"
  }
}

/** Subject and plain text of a mail in MIME. */
function parse(mail: string): { subject: string; text: string } {
  const subject = /^Subject: ((?:.|\r\n[ \t])*)/mi.exec(mail)?.[1] ?? ""
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)(?:\r\n--|$)/i.exec(mail)
  const head = part?.[0].slice(0, part[0].length - part[1]!.length) ?? ""
  return { subject: words(subject), text: decode(part?.[1] ?? "", /base64/i.test(head) ? "B" : /quoted-printable/i.test(head) ? "Q" : "") }
}

const words = (text: string): string => text.replace(/\r\n[ \t]/g, " ").replace(/\?=\s+=\?/g, "?==?").replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_all, kind: string, coded: string) => decode(coded, kind.toUpperCase()))

function decode(text: string, kind: string): string {
  if (kind === "B") return Buffer.from(text, "base64").toString("utf8")
  if (kind !== "Q") return text
  const bytes = text.replace(/=\r\n/g, "").replace(/_/g, "=5F").replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, "latin1").toString("utf8")
}
