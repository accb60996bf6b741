import tseslint from "typescript-eslint"

/** Imports run one way: contract ← domain ← modules ← workflows ← api | subscribers | jobs ← backend; contract ← admin, storefront. */
const LAYERS = ["domain", "modules", "workflows", "api", "subscribers", "jobs", "admin"]
const LAYER_MAY_USE = {
  domain: [],
  modules: ["domain"],
  workflows: ["domain", "modules"],
  api: ["domain", "modules", "workflows"],
  subscribers: ["domain", "modules", "workflows"],
  jobs: ["domain", "modules", "workflows"],
  admin: [],
}
/** A plugin may use what those before it export; never their modules. */
const PLUGIN_ORDER = ["access", "benefit", "provenance", "search", "checkout", "institution"]

const forbid = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] })
const pattern = (regex, message) => ({ regex, message })

function layerRules(plugin, layer) {
  const upward = LAYERS.filter((other) => other !== layer && !LAYER_MAY_USE[layer].includes(other))
  const later = PLUGIN_ORDER.slice(PLUGIN_ORDER.indexOf(plugin))
  const patterns = [
    pattern(`^(\\.\\./)+(${upward.join("|")})(/|$)`, `${layer} may use only: contract, ${LAYER_MAY_USE[layer].join(", ") || "nothing else"}`),
    pattern(`^@fupin/(${later.join("|")})(/|$)`, `${plugin} comes before these plugins`),
    pattern("^@fupin/[^/]+/(modules|\\.medusa)(/|$)", "plugins meet through links, steps and workflows, not modules"),
  ]
  if (layer === "domain") patterns.push(pattern("^(@medusajs|node:fs|node:net|node:http|pg$|react)", "rules are pure: no container, no I/O"))
  if (layer === "admin") patterns.push(pattern("^@fupin/(?!contract)", "admin and storefront use the wire contract alone"))
  return { files: [`plugins/${plugin}/src/${layer}/**/*.{ts,tsx}`], ignores: ["**/*.test.ts"], rules: forbid(...patterns) }
}

export default tseslint.config(
  { ignores: ["**/node_modules/**", "**/.medusa/**", "**/dist/**", "**/.next/**", "**/.data/**", "**/*.d.ts", "**/migrations/.snapshot*", "**/__admin-extensions__.js"] },
  {
    files: ["**/*.{ts,tsx,mts}"],
    languageOptions: { parser: tseslint.parser },
    plugins: { "@typescript-eslint": tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", prefer: "type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-console": "error",
      "no-empty": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "prefer-const": "error",
      complexity: ["error", 20],
    },
  },
  { files: ["tests/**", "scripts/**", "seed/run.ts"], rules: { "@typescript-eslint/no-explicit-any": "off", "no-console": "off" } },
  {
    files: ["plugins/contract/src/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: forbid(pattern("^(@medusajs|react|@fupin)", "the contract depends on nothing but zod")),
  },
  { files: ["plugins/contract/src/{money,codes}.ts", "plugins/contract/src/errors/*.ts"], rules: forbid(pattern("^zod", "money and codes are for the browser too: no zod")) },
  ...PLUGIN_ORDER.flatMap((plugin) => LAYERS.map((layer) => layerRules(plugin, layer))),
  { files: ["storefront/**/*.{ts,tsx}"], rules: forbid(pattern("^@fupin/(?!contract)", "the storefront speaks HTTP, typed by the contract"), pattern("^@medusajs/(?!types)", "the storefront speaks HTTP")) },
)
