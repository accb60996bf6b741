export { rebuildCatalogueWorkflow } from "./rebuild-catalogue"
