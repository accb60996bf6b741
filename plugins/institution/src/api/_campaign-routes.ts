import { staffMay } from "@fupin/access"
import { CampaignChange, CampaignInput, CampaignStep, CampaignTransferInput, GiftChoice, GiftKey, HandOutInput, PacksInput, ParcelInput, RecipientChange, RecipientInput, RemedyInput, ReplacementInput, RosterChangeInput } from "@fupin/contract/schemas"
import { type MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"

const body = (matcher: string, schema: Parameters<typeof validateAndTransformBody>[0]): MiddlewareRoute => ({ matcher, method: "POST", middlewares: [validateAndTransformBody(schema)] })
const store = "/store/institution/campaigns"

/** Bodies of the gift-pack campaigns; members are known by the desk's own guard. Where a file is the body, the route reads it. */
export const campaignRoutes: MiddlewareRoute[] = [
  body(store, CampaignInput),
  body(`${store}/:id`, CampaignChange),
  body(`${store}/:id/steps`, CampaignStep),
  body(`${store}/:id/packs`, PacksInput),
  body(`${store}/:id/recipients`, RecipientInput),
  body(`${store}/:id/recipients/:recipient`, RecipientChange),
  body(`${store}/:id/hand-outs`, HandOutInput),
  body(`${store}/:id/replacements`, ReplacementInput),
  body(`${store}/:id/remedy`, RemedyInput),
  body(`${store}/:id/roster-changes`, RosterChangeInput),
  body(`${store}/:id/parcels`, ParcelInput),
  { matcher: `${store}/:id/parcel-table`, method: "POST", bodyParser: false, middlewares: [] },
  { matcher: `${store}/:id/minutes`, method: "POST", bodyParser: false, middlewares: [] },
  { matcher: `${store}/:id/roster`, method: "POST", bodyParser: false, middlewares: [] },
  body("/store/gift", GiftKey),
  body("/store/gift/choice", GiftChoice),
  body("/store/gift/receipt", GiftKey),
  { matcher: "/admin/institution/campaigns/:id/transfers", method: "POST", middlewares: [staffMay("payment:receive"), validateAndTransformBody(CampaignTransferInput)] },
]
