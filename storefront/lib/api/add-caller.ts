import { IncomingMessage, Server } from "node:http"
import { forwardedFor } from "./forwarded"

/**
 * The server keeps an X-Forwarded-For that a client wrote; as every other proxy the storefront adds who called it, so that the backend,
 * which counts from the right, is not deceived.
 */
export function addCaller(): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...facts: unknown[]): boolean {
    const [request] = facts
    if (event === "request" && request instanceof IncomingMessage) request.headers["x-forwarded-for"] = forwardedFor(request.headers["x-forwarded-for"], request.socket.remoteAddress)
    return Reflect.apply(emit, this, [event, ...facts])
  }
}
