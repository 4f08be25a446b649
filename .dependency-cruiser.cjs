// The import table. Tests may reach further than the file they test; nothing else may.

const TEST = "\\.test\\.ts$";

// Packages as their names, "*" for any; `node` for Node's own modules.
const MAY_IMPORT = {
  domain: {},
  rules: { folders: ["domain"] },
  contract: { folders: ["domain"], packages: ["zod", "yaml"] },
  sources: { folders: ["domain", "contract"], packages: ["*"], node: true },
  storage: { folders: ["domain"], packages: ["*"], node: true },
  services: {
    folders: ["rules", "storage", "sources", "contract", "domain"],
    packages: ["*"],
    node: true,
  },
  api: { folders: ["contract", "services", "storage", "domain"], packages: ["*"], node: true },
  cli: { folders: ["services", "storage", "contract", "domain"], packages: ["*"], node: true },
  main: {
    folders: ["domain", "rules", "contract", "sources", "storage", "services", "api", "cli"],
    packages: ["*"],
    node: true,
  },
  web: { folders: ["contract", "rules", "domain"], packages: ["*"] },
};

// From the ground up: each may use those below it; every policy word may use all but `kader`.
const FLOORS = ["cijfers", "normen", "rangorde", "verdeling", "kader"];
const POLICY_FLOORS = FLOORS.slice(0, -1);

function layer([folder, { folders = [], packages = [], node = false }]) {
  const own = [folder, ...folders].map((name) => `^src/${name}/`);
  const outside = packages.map((name) => `^node_modules/${name === "*" ? "" : `${name}/`}`);
  return {
    name: `laag-${folder}`,
    comment: `${folder} mag alleen importeren: ${[...folders, ...packages].join(", ") || "niets"}`,
    severity: "error",
    from: { path: `^src/${folder}/`, pathNot: TEST },
    to: { pathNot: [...own, ...outside], ...(node && { dependencyTypesNot: ["core"] }) },
  };
}

function floor(name, index) {
  return {
    name: `verdieping-${name}`,
    comment: `rules/${name} mag in rules alleen lagere verdiepingen importeren`,
    severity: "error",
    from: { path: `^src/rules/${name}/`, pathNot: TEST },
    to: {
      path: "^src/rules/[^/]+/",
      pathNot: FLOORS.slice(0, index + 1).map((lower) => `^src/rules/${lower}/`),
    },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(layer),
    ...FLOORS.map(floor),
    {
      name: "beleidswoord",
      comment: "een beleidswoord in rules gebruikt de verdiepingen, niet een ander beleidswoord",
      severity: "error",
      from: { path: "^src/rules/([^/]+)/", pathNot: [TEST, `^src/rules/(${FLOORS.join("|")})/`] },
      to: {
        path: "^src/rules/[^/]+/",
        pathNot: [
          "^src/rules/$1/",
          `^src/rules/(${POLICY_FLOORS.join("|")})/`,
          "^src/rules/samenwerking/",
        ],
      },
    },
    {
      name: "samenwerking-alleen-door-toezicht",
      comment: "alleen toezicht bouwt voort op samenwerking",
      severity: "error",
      from: { path: "^src/rules/", pathNot: [TEST, "^src/rules/(samenwerking|toezicht)/"] },
      to: { path: "^src/rules/samenwerking/" },
    },
    {
      name: "gezicht-niet-van-binnen",
      comment: "index.ts is het gezicht naar buiten; binnen de map importeert men het bestand zelf",
      severity: "error",
      from: { path: "^src/rules/([^/]+)/" },
      to: { path: "^src/rules/$1/index\\.ts$" },
    },
    {
      name: "dienst-niet-naar-dienst",
      comment: "wat twee diensten nodig hebben staat in storage of rules",
      severity: "error",
      from: { path: "^src/services/([^/]+)\\.service\\.ts$" },
      to: { path: "\\.service\\.ts$", pathNot: "^src/services/$1\\.service\\.ts$" },
    },
    {
      name: "onderdeel-niet-naar-onderdeel",
      comment: "een onderdeel van het scherm importeert geen ander onderdeel",
      severity: "error",
      from: { path: "^src/web/features/([^/]+)/" },
      to: { path: "^src/web/features/", pathNot: "^src/web/features/$1/" },
    },
    {
      name: "pglite-in-een-bestand",
      comment: "alle toegang tot de ingebouwde database loopt door één pool",
      severity: "error",
      from: { pathNot: "^src/storage/pglite-pool\\.ts$" },
      to: { path: "node_modules/@electric-sql/pglite" },
    },
    {
      name: "geen-kring",
      comment: "imports gaan naar beneden, nooit rond",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "product-zonder-gereedschap",
      comment: "wat alleen bij het bouwen nodig is, hoort niet in het product",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], pathNot: "^node_modules/@types/" },
    },
    {
      name: "product-zonder-tests",
      comment: "de code importeert geen tests en geen gereedschap",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: ["^test/", "^scripts/", "^bench/", TEST] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
