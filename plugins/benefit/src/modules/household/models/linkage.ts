import { model } from "@medusajs/framework/utils"

/** 利益联结协议: between a producer and its beneficiaries. What it says stands in its versions. */
export const LinkageAgreement = model
  .define("linkage_agreement", {
    id: model.id({ prefix: "lkag" }).primaryKey(),
    number: model.text(),
    title: model.text(),
    producer_id: model.text(),
    versions: model.hasMany(() => LinkageVersion, { mappedBy: "agreement" }),
  })
  .indexes([{ on: ["number"], unique: true, where: "deleted_at IS NULL" }, { on: ["producer_id"] }])

/** Immutable: a trigger lets through the approval, once, and an earlier end; nothing else. */
export const LinkageVersion = model
  .define("linkage_version", {
    id: model.id({ prefix: "lkvr" }).primaryKey(),
    version: model.number(),
    category: model.text(),
    valid_from: model.dateTime(),
    valid_to: model.dateTime().nullable(),
    /** `{ rules }` as agreed; members have rows of their own. */
    terms: model.json(),
    content_hash: model.text(),
    created_by: model.text(),
    approved_by: model.text().nullable(),
    approved_at: model.dateTime().nullable(),
    agreement: model.belongsTo(() => LinkageAgreement, { mappedBy: "versions" }),
    members: model.hasMany(() => LinkageMember, { mappedBy: "linkage_version" }),
  })
  .indexes([{ on: ["agreement_id", "version"], unique: true }])

export const LinkageMember = model
  .define("linkage_member", {
    id: model.id({ prefix: "lkmb" }).primaryKey(),
    beneficiary_id: model.text(),
    weight: model.number(),
    member_from: model.dateTime(),
    member_to: model.dateTime().nullable(),
    linkage_version: model.belongsTo(() => LinkageVersion, { mappedBy: "members" }),
  })
  .indexes([{ on: ["linkage_version_id", "beneficiary_id"], unique: true }, { on: ["beneficiary_id"] }])
