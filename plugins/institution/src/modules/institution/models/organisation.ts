import { model } from "@medusajs/framework/utils"
import { OrganisationMember } from "./organisation-member"
import { SupplyAgreement } from "./supply-agreement"

/** 采购单位. It may buy once staff have checked it. */
export const Organisation = model
  .define("organisation", {
    id: model.id({ prefix: "orga" }).primaryKey(),
    name: model.text(),
    uscc: model.text(),
    kind: model.text(),
    region_code: model.text(),
    verified_at: model.dateTime().nullable(),
    verified_by: model.text().nullable(),
    registered_by: model.text().nullable(),
    refused_at: model.dateTime().nullable(),
    refusal_reason: model.text().nullable(),
    members: model.hasMany(() => OrganisationMember, { mappedBy: "organisation" }),
    agreements: model.hasMany(() => SupplyAgreement, { mappedBy: "organisation" }),
  })
  .indexes([{ on: ["uscc"], unique: true, where: "deleted_at IS NULL" }])
