export { rebuildCatalogueWorkflow } from "./rebuild-catalogue"
export { refreshCatalogueWorkflow } from "./refresh-catalogue"
