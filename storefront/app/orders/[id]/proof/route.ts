import { BenefitProof } from "@fupin/contract/schemas"
import { ApiError, request } from "@/lib/api"
import { readSession } from "@/lib/session"

/** The proof of an order's benefit as a file, which `npm run verify-proof` or anyone's own program checks. */
export async function GET(_request: Request, { params }: RouteContext<"/orders/[id]/proof">): Promise<Response> {
  const { id } = await params
  try {
    const proof = await request(`/store/orders/${encodeURIComponent(id)}/benefit/proof`, BenefitProof, { token: await readSession() })
    return new Response(JSON.stringify(proof, null, 2), { headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": `attachment; filename="benefit-proof-${id.slice(-8)}.json"`, "Cache-Control": "private, no-store" } })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return new Response(error.message, { status: error.status, headers: { "Content-Type": "text/plain; charset=utf-8" } })
  }
}
