import { Module } from "@medusajs/framework/utils"
import { WordsModuleService } from "./service"

export const WORDS_MODULE = "words"
export default Module(WORDS_MODULE, { service: WordsModuleService })
