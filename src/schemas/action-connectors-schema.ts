import { companionMetadata } from './exceptions-schema.js';
import { DIALECT, flag, list, open, table, text, type JsonSchema } from './json-schema.js';

/** A file of action connectors, in the form of elastic/detection-rules. */
export const ACTION_CONNECTORS_SCHEMA: JsonSchema = {
  $schema: DIALECT,
  $id: 'urn:dragnet:schema:action-connectors',
  title: 'Action connectors',
  description: 'Where rules send notifications: https://www.elastic.co/docs/deploy-manage/manage-connectors',
  type: 'object',
  required: ['action_connectors'],
  additionalProperties: false,
  properties: {
    metadata: companionMetadata('action_connector_name'),
    action_connectors: list(
      table(
        {
          id: text('Id of the connector, by which actions of rules name it.', { examples: ['slack-soc'] }),
          attributes: open('The connector as Kibana exports it: name, actionTypeId, config.'),
          secrets: open('Name of a secret → the variable of the environment that holds it where the connector is deployed, as `env:NAME`.', {
            webhookUrl: { description: 'Such as the address of a channel.', examples: ['env:SLACK_URL'] },
          }),
          frequency: open('How often it is used.'),
          managed: flag('Whether Elastic manages it.'),
          type: text('Kind of saved object.', { examples: ['action'] }),
          references: list(open('A saved object.'), 'Saved objects that it uses.'),
          typeMigrationVersion: text('Version of its form.'),
          coreMigrationVersion: text('Version of Kibana that wrote it.'),
          created_at: text('When it was made.'),
          updated_at: text('When it was changed.'),
          version: text('Version of the saved object.'),
        },
        ['id', 'attributes'],
        'A connector.',
      ),
      'The connectors.',
      { minItems: 1 },
    ),
  },
};
