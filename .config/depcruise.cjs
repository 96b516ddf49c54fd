// Rules generated from the layer table: data flows right, imports point left.
const layers = require('./layers.cjs');
const escape = (path) => path.replaceAll('.', '\\.');
const rules = Object.entries(layers).flatMap(([layer, { imports, io }]) => [
  {
    name: `layer-${layer}`,
    comment: `src/${layer} may import only itself${imports.length ? ` and ${imports.join(', ')}` : ''} (docs/architecture.md).`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: {
      path: '^src/',
      pathNot: [layer, ...imports].map((to) => `^src/${escape(to)}${to.endsWith('.ts') ? '$' : '/'}`),
    },
  },
  ...(io === true
    ? []
    : [
        {
          name: `no-io-${layer}`,
          comment: `src/${layer} stays free of Node and network modules${io.length ? `, except in ${io.join(', ')}` : ''}.`,
          severity: 'error',
          from: { path: `^src/${layer}/`, ...(io.length ? { pathNot: io.map((file) => `^src/${escape(file)}`) } : {}) },
          to: { dependencyTypes: ['core'] },
        },
        {
          name: `no-client-${layer}`,
          severity: 'error',
          from: { path: `^src/${layer}/`, ...(io.length ? { pathNot: io.map((file) => `^src/${escape(file)}`) } : {}) },
          to: { path: 'node_modules/(@elastic/elasticsearch|yargs)/' },
        },
      ]),
]);
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Modules form no cycle, type-only imports included.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'known-layer',
      severity: 'error',
      comment: 'Every folder of src/ stands in .config/layers.cjs.',
      from: { path: '^src/' },
      to: { path: '^src/[^/]+/', pathNot: Object.keys(layers).map((layer) => `^src/${layer}/`) },
    },
    { name: 'not-to-test', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|\\.config)/' } },
    {
      name: 'not-to-dev',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-the-edge',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(commands/|cli\\.ts|index\\.ts)' },
      to: { path: '^src/(commands/|cli\\.ts|index\\.ts)' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...rules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
