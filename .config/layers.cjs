// The layer table of docs/architecture.md, once: which folder of src/ may import which others, and whether it may do I/O.
// depcruise.cjs turns it into rules. A key is a folder; `imports` are path prefixes below src/; `io` lists the files that may use node:*
// or the network (true = all of the layer).
module.exports = {
  diagnostics: { imports: [], io: [] },
  values: { imports: [], io: [] },
  schemas: { imports: ['values'], io: [] },
  model: { imports: ['values', 'schemas'], io: [] },
  languages: { imports: ['diagnostics', 'values', 'schemas'], io: [] },
  convert: { imports: ['values'], io: [] },
  redact: { imports: ['values'], io: [] },
  definitions: {
    imports: ['diagnostics', 'values', 'schemas', 'model'],
    io: ['definitions/find.ts', 'definitions/load.ts'],
  },
  'kibana-form': {
    imports: ['diagnostics', 'values', 'schemas', 'model', 'languages', 'definitions'],
    io: [],
  },
  lint: { imports: ['diagnostics', 'values', 'schemas', 'model', 'languages', 'definitions'], io: [] },
  engine: {
    imports: ['diagnostics', 'values', 'schemas', 'languages'],
    io: ['engine/elasticsearch.ts', 'engine/serve/'],
  },
  detections: { imports: ['values', 'schemas', 'model', 'languages', 'engine/cluster.ts'], io: [] },
  clauses: {
    imports: ['diagnostics', 'values', 'schemas', 'model', 'languages', 'engine', 'detections'],
    io: [],
  },
  witness: { imports: ['values', 'schemas', 'model', 'languages'], io: [] },
  testing: {
    imports: [
      'diagnostics',
      'values',
      'schemas',
      'model',
      'languages',
      'definitions',
      'engine',
      'detections',
      'clauses',
      'witness',
    ],
    io: ['testing/fixtures.ts'],
  },
  coverage: {
    imports: ['diagnostics', 'values', 'schemas', 'model', 'languages', 'engine', 'detections', 'clauses', 'testing'],
    io: [],
  },
  render: { imports: ['values', 'schemas', 'model', 'languages', 'lint'], io: [] },
  commands: {
    imports: [
      'diagnostics',
      'values',
      'schemas',
      'model',
      'languages',
      'convert',
      'redact',
      'definitions',
      'lint',
      'engine',
      'detections',
      'clauses',
      'witness',
      'testing',
      'coverage',
      'render',
      'kibana-form',
    ],
    io: true,
  },
};
