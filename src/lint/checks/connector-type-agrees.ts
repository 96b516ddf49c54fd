import type { Check } from '../check.js';

const CONNECTOR = '[[action_connectors]]\nid = "soc"\nattributes = { name = "SOC", actionTypeId = ".slack" }';
const RULE = (type: string): string =>
  `actions = [{ id = "soc", action_type_id = "${type}", params = { message = "x" } }]`;

/** See `summary`. */
export const connectorTypeAgrees: Check = {
  name: 'connector-type-agrees',
  since: '0.1.0',
  severity: 'error',
  summary: 'Name connectors in actions with the type that they have.',
  rationale:
    'An action says the id of its connector and its type. Kibana refuses an action whose type is another than that of the connector. Connectors that are not in the repository are left alone.',
  references: ['https://www.elastic.co/docs/deploy-manage/manage-connectors'],
  examples: {
    invalid: [{ 'connectors.toml': CONNECTOR, 'rule.toml': RULE('.email') }],
    valid: [{ 'connectors.toml': CONNECTOR, 'rule.toml': RULE('.slack') }],
  },
  *rule({ actions = [] }, context) {
    // Whoever asks for all definitions is asked again in each run: only rules with actions have to.
    if (actions.length === 0) return;
    const { input } = context;
    const types = new Map(
      (input.actionConnectors ?? []).flatMap(({ value }) =>
        value.map(({ id, attributes }) => [id, attributes['actionTypeId']] as const),
      ),
    );
    for (const [at, { id, action_type_id: type }] of actions.entries()) {
      const own = typeof id === 'string' ? types.get(id) : undefined;
      if (typeof own !== 'string' || own === type) continue;
      yield {
        path: ['rule', 'actions', at, 'action_type_id'],
        what: `The connector is of type ${own}.`,
        why: 'Kibana refuses the action.',
        fix: `Set action_type_id to "${own}", or name another connector.`,
      };
    }
  },
};
