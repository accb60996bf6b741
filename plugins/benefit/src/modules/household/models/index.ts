export { Household } from "./household"
export { HouseholdStatusRow } from "./household-status"
export { LinkageAgreement, LinkageMember, LinkageVersion } from "./linkage"
export { PersonalDataAccess } from "./personal-data-access"
