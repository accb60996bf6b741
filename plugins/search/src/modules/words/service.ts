import { MedusaService } from "@medusajs/framework/utils"

/** Keeps no rows: the module exists for its migration, which the search provider's language needs. */
export class WordsModuleService extends MedusaService({}) {}
