// @ts-nocheck: written by .config/tools/generate.mjs; do not edit.
import { note, type SchemaValidator } from '../schema-validator.js';
export const validateRule: SchemaValidator = validate52;
const schema19 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:rule',
  title: 'Detection rule',
  description: 'A detection rule of Elastic Security, kept in git.',
  type: 'object',
  required: ['metadata', 'rule'],
  additionalProperties: false,
  properties: {
    metadata: {
      type: 'object',
      properties: {
        creation_date: {
          type: 'string',
          pattern: '^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$',
          'x-form': 'a date like 2026/05/31',
          description: 'Day on which the rule was written.',
          examples: ['2026/05/31'],
        },
        updated_date: {
          type: 'string',
          pattern: '^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$',
          'x-form': 'a date like 2026/05/31',
          description: 'Day of the last change.',
          examples: ['2026/05/31'],
        },
        deprecation_date: {
          type: 'string',
          pattern: '^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$',
          'x-form': 'a date like 2026/05/31',
          description: 'Day on which the rule was deprecated.',
          examples: ['2026/05/31'],
        },
        deprecated_reason: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Why the rule was deprecated, and what replaces it.',
        },
        maturity: {
          type: 'string',
          enum: ['development', 'experimental', 'beta', 'production', 'deprecated'],
          description: 'How finished the rule is; only `production` is meant to be shipped.',
        },
        min_stack_version: {
          type: 'string',
          pattern: '^\\d+\\.\\d+(\\.\\d+[\\w-]*)*$',
          'x-form': 'a version like 8.19.0',
          description: 'Oldest version of the Elastic Stack that runs the rule.',
          examples: ['8.19.0'],
        },
        min_stack_comments: { type: 'string', description: 'Why an older stack does not do.' },
        integration: {
          type: ['string', 'array'],
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Packages whose data the rule reads: `aws`, `endpoint`, …',
          examples: ['aws', 'endpoint'],
        },
        os_type_list: {
          type: 'array',
          items: { type: 'string', enum: ['windows', 'linux', 'macos'], description: 'An operating system.' },
          description: 'Operating systems that the rule is for.',
        },
        related_endpoint_rules: {
          type: 'array',
          items: { description: 'An endpoint rule: its name, or name and id.' },
          description: 'Endpoint rules about the same behaviour.',
        },
        bypass_bbr_timing: { type: 'boolean', description: 'Leave the schedule of this building block unchecked.' },
        query_schema_validation: {
          type: 'boolean',
          description: 'Set to false to leave the fields of the query unchecked.',
          default: true,
        },
        promotion: {
          type: 'boolean',
          description: 'The rule turns alerts of another system into alerts of Elastic Security.',
        },
        comments: { type: 'string', description: 'Notes for maintainers.' },
        fork_of: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description:
            'The rule_id of the prebuilt rule that this one was copied from; dragnet prebuilt compares the two.',
          examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'],
        },
        extended: {
          type: 'object',
          properties: {},
          required: [],
          description: 'Facts of your own; dragnet leaves them alone.',
        },
      },
      required: ['creation_date', 'updated_date'],
      additionalProperties: false,
      description: 'Facts about the definition; Kibana never sees them.',
    },
    rule: {
      type: 'object',
      description: 'The rule itself, in the words of the Kibana API.',
      required: ['rule_id', 'name', 'description', 'author', 'severity', 'risk_score', 'type'],
      additionalProperties: false,
      properties: {
        type: {
          type: 'string',
          enum: ['query', 'saved_query', 'eql', 'esql', 'threshold', 'new_terms', 'threat_match', 'machine_learning'],
          description: 'Kind of rule; it decides which other keys there are.',
          examples: ['query'],
        },
        rule_id: {
          type: 'string',
          pattern: '^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|119c8877-8613-416d-a98a-96b6664ee73a5)$',
          'x-form': 'a UUID in lower case',
          description: 'Identity of the rule; it never changes once the rule is deployed.',
          examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'],
        },
        name: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Name of the rule; its alerts carry it.',
          examples: ['New command sent by a principal'],
        },
        description: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'What the rule detects and why it matters, Markdown.',
          examples: ['Detects …'],
        },
        author: {
          type: 'array',
          items: { type: 'string' },
          description: 'Who wrote the rule.',
          examples: [['Security Team']],
        },
        severity: {
          type: 'string',
          enum: ['low', 'medium', 'high', 'critical'],
          description: 'How bad an alert of this rule is.',
          examples: ['medium'],
        },
        risk_score: {
          type: 'integer',
          minimum: 0,
          description: 'Risk from 0 to 100; alert queues sort by it.',
          maximum: 100,
          examples: [47],
        },
        license: { type: 'string', description: 'Licence of the rule.', examples: ['Apache-2.0'] },
        enabled: { type: 'boolean', description: 'Whether the rule starts to run when it is created.' },
        from: {
          type: 'string',
          pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
          'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
          description: 'Start of the time range that each run searches. Kibana uses now-6m without it.',
          examples: ['now-9m'],
        },
        to: {
          type: 'string',
          pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
          'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
          description: 'End of the time range that each run searches. Kibana uses now without it.',
          examples: ['now'],
        },
        interval: {
          type: 'string',
          pattern: '^[1-9]\\d*[smhd]$',
          'x-form': 'a number and a unit like 5m (units: s, m, h, d)',
          description: 'Time between two runs. Kibana uses 5m without it.',
          examples: ['5m'],
        },
        max_signals: {
          type: 'integer',
          minimum: 1,
          description: 'Most alerts that one run creates. Kibana uses 100 without it.',
          examples: [100],
        },
        tags: {
          type: 'array',
          items: { type: 'string' },
          description: 'Words to find the rule by.',
          examples: [['Domain: Cloud']],
        },
        references: {
          type: 'array',
          items: { type: 'string' },
          description: 'Pages that explain the behaviour.',
          examples: [['https://example.org/post']],
        },
        false_positives: { type: 'array', items: { type: 'string' }, description: 'What else could raise the alert.' },
        note: { type: 'string', description: 'The investigation guide, Markdown.' },
        setup: { type: 'string', description: 'What must be set up before the rule works, Markdown.' },
        threat: {
          type: 'array',
          items: { $ref: '#/$defs/threat' },
          description: 'Tactics and techniques that the rule detects.',
        },
        threat_mappings: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              framework: {
                type: 'string',
                enum: ['MITRE ATT&CK', 'MITRE ATLAS'],
                description: 'The framework that the ids belong to.',
                examples: ['MITRE ATT&CK'],
              },
              version: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Version of the framework: `v18`.',
                examples: ['v18'],
              },
              threat: {
                type: 'array',
                items: { $ref: '#/$defs/threat' },
                description: 'The tactics and techniques in that version.',
              },
            },
            required: ['framework', 'version', 'threat'],
            additionalProperties: false,
            description:
              'Tactics and techniques for one version of a framework; kept in the repository, never sent to Kibana.',
          },
          description: 'The same for other versions of a framework; never sent to Kibana.',
        },
        severity_mapping: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              field: { type: 'string', description: 'Field of the document.', examples: ['event.severity'] },
              operator: {
                type: 'string',
                enum: ['equals'],
                description: 'How they are compared.',
                examples: ['equals'],
              },
              value: { type: 'string', description: 'Value of the field.' },
              severity: {
                type: 'string',
                enum: ['low', 'medium', 'high', 'critical'],
                description: 'How bad an alert of this rule is.',
                examples: ['medium'],
              },
            },
            required: ['field'],
            additionalProperties: false,
            description: 'Where the field has the value, the alert has this severity.',
          },
          description: 'Takes the severity of an alert from a field of its document.',
        },
        risk_score_mapping: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              field: {
                type: 'string',
                description: 'Field of the document that holds a number.',
                examples: ['event.risk_score'],
              },
              operator: {
                type: 'string',
                enum: ['equals'],
                description: 'How they are compared.',
                examples: ['equals'],
              },
              value: { type: 'string', description: 'Not used by Kibana; an empty text.' },
              risk_score: { type: 'integer', minimum: 0, description: 'Risk score to use.', maximum: 100 },
              severity: {
                type: 'string',
                enum: ['low', 'medium', 'high', 'critical'],
                description: 'How bad an alert of this rule is.',
                examples: ['medium'],
              },
            },
            required: ['field'],
            additionalProperties: false,
            description: 'The alert has the risk score of this field.',
          },
          description: 'Takes the risk score of an alert from a field of its document.',
        },
        rule_name_override: {
          type: 'string',
          description: 'Field of the document whose value becomes the name in the alert.',
        },
        timestamp_override: {
          type: 'string',
          description: 'Field to use as time of a document instead of @timestamp.',
          examples: ['event.ingested'],
        },
        timestamp_override_fallback_disabled: {
          type: 'boolean',
          description: 'Do not fall back to @timestamp for documents without that field.',
        },
        timeline_id: { type: 'string', description: 'Id of the Timeline template for investigating an alert.' },
        timeline_title: { type: 'string', description: 'Title of that template.' },
        building_block_type: {
          type: 'string',
          enum: ['default'],
          description: 'Makes the rule a building block: its alerts are hidden by default.',
          examples: ['default'],
        },
        exceptions_list: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the list.',
                examples: ['endpoint_list'],
              },
              list_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Readable id of the list.',
                examples: ['endpoint_list'],
              },
              type: {
                type: 'string',
                enum: [
                  'detection',
                  'rule_default',
                  'endpoint',
                  'endpoint_trusted_apps',
                  'endpoint_trusted_devices',
                  'endpoint_events',
                  'endpoint_host_isolation_exceptions',
                  'endpoint_blocklists',
                ],
                description: 'Kind of list.',
                examples: ['endpoint', 'detection', 'rule_default'],
              },
              namespace_type: {
                type: 'string',
                enum: ['single', 'agnostic'],
                description: 'Whether the list belongs to one space or to all.',
                examples: ['agnostic'],
              },
            },
            required: ['id', 'list_id', 'type', 'namespace_type'],
            additionalProperties: { type: 'string' },
            description: 'An exception list of Kibana.',
          },
          description: 'Exception lists that silence the rule.',
        },
        actions: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              action_type_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Type of the connector.',
                examples: ['.slack', '.email', '.webhook'],
              },
              id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the connector.',
              },
              group: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Group of the action.',
                examples: ['default'],
              },
              params: { type: 'object', properties: {}, required: [], description: 'Parameters of the connector.' },
              frequency: { type: 'object', properties: {}, required: [], description: 'How often the action runs.' },
              alerts_filter: {
                type: 'object',
                properties: {},
                required: [],
                description: 'Which alerts the action is for.',
              },
              uuid: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the action.',
              },
            },
            required: ['action_type_id', 'id', 'params'],
            description: 'A notification through a connector.',
          },
          description: 'What happens when the rule raises alerts.',
        },
        response_actions: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              action_type_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: '`.osquery` or `.endpoint`.',
                examples: ['.osquery'],
              },
              params: { type: 'object', properties: {}, required: [], description: 'Parameters of the response.' },
            },
            required: ['action_type_id', 'params'],
            description: 'A response on the host.',
          },
          description: 'Responses that run on the host of the alert.',
        },
        investigation_fields: {
          type: 'object',
          properties: {
            field_names: {
              type: 'array',
              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
              description: 'Names of the fields.',
              minItems: 1,
              examples: [['host.name', 'user.name']],
            },
          },
          required: ['field_names'],
          additionalProperties: false,
          description: 'Fields that Kibana shows first when an alert is opened.',
        },
        related_integrations: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              package: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the package.',
                examples: ['aws'],
              },
              version: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Versions that do, as a semver range.',
                examples: ['^2.0.0'],
              },
              integration: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Integration in the package.',
                examples: ['cloudtrail'],
              },
            },
            required: ['package', 'version'],
            additionalProperties: false,
            description: 'An integration.',
          },
          description: 'Integrations whose data the rule reads.',
        },
        required_fields: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the field.',
                examples: ['event.action'],
              },
              type: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Elasticsearch type of the field.',
                examples: ['keyword'],
              },
              ecs: { type: 'boolean', description: 'Whether the field is part of ECS.' },
            },
            required: ['name', 'type'],
            additionalProperties: false,
            description: 'A field.',
          },
          description: 'Fields that the query uses.',
        },
        throttle: { type: 'string', description: 'How often actions run.', examples: ['rule', '1h'] },
        meta: {
          type: 'object',
          properties: {},
          required: [],
          description: 'Data of your own that Kibana keeps with the rule.',
        },
        namespace: { type: 'string', description: 'Has no effect in current versions.' },
        output_index: { type: 'string', description: 'Index for the alerts; has no effect in current versions.' },
        version: { type: 'integer', minimum: 1, description: 'Version of the rule; best left to the version lock.' },
        revision: { type: 'integer', minimum: 0, description: 'Revision of the rule in Kibana; best left to Kibana.' },
        language: {
          type: 'string',
          enum: ['kuery', 'lucene', 'eql', 'esql'],
          description: 'Language of the query.',
          examples: ['kuery'],
        },
        query: { type: 'string', description: 'The query; an empty KQL or Lucene query matches everything.' },
        index: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Index patterns that the query runs over.',
          minItems: 1,
          examples: [['logs-*']],
        },
        data_view_id: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Data view of Kibana to take the indices from, instead of `index`.',
        },
        filters: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              meta: {
                type: 'object',
                properties: {},
                required: [],
                description: 'What the filter is: field, type, negation, whether it is switched off.',
              },
              query: { type: 'object', properties: {}, required: [], description: 'Query DSL of the filter.' },
              $state: { type: 'object', properties: {}, required: [], description: 'Where Kibana keeps the filter.' },
            },
            required: [],
            description: 'A filter of Kibana.',
          },
          description: 'Filters that a document must pass besides the query, in the form that Kibana exports.',
        },
        saved_id: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Id of the saved query in Kibana.',
        },
        alert_suppression: { type: 'object', description: 'Makes one alert of many.' },
        timestamp_field: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Field with the time of an event, for the order of sequences.',
        },
        event_category_override: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Field with the category of an event, instead of event.category.',
        },
        tiebreaker_field: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Field that orders events of the same time.',
        },
        threshold: {
          type: 'object',
          properties: {
            field: {
              type: 'array',
              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
              description: 'Fields to group by; without any, all documents are one group.',
              maxItems: 5,
              examples: [['source.ip']],
            },
            value: {
              type: 'integer',
              minimum: 1,
              description: 'Least number of documents in a group.',
              examples: [25],
            },
            cardinality: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  field: {
                    type: 'string',
                    pattern: '\\S',
                    'x-form': 'a text that is not blank',
                    description: 'Field to count the values of.',
                    examples: ['user.name'],
                  },
                  value: {
                    type: 'integer',
                    minimum: 1,
                    description: 'Least number of different values.',
                    examples: [10],
                  },
                },
                required: ['field', 'value'],
                additionalProperties: false,
                description: 'A number of different values.',
              },
              description: 'How many different values a field must have in the group.',
            },
          },
          required: ['field', 'value'],
          additionalProperties: false,
          description: 'When a group of documents is large enough.',
        },
        new_terms: {
          type: 'object',
          properties: {
            field: {
              type: 'string',
              enum: ['new_terms_fields'],
              description: 'Always `new_terms_fields`.',
              examples: ['new_terms_fields'],
            },
            value: {
              type: 'array',
              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
              description: 'Fields whose combination of values must be new; one to three.',
              minItems: 1,
              maxItems: 3,
              examples: [['host.id']],
            },
            history_window_start: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  field: {
                    type: 'string',
                    enum: ['history_window_start'],
                    description: 'Always `history_window_start`.',
                    examples: ['history_window_start'],
                  },
                  value: {
                    type: 'string',
                    pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
                    'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
                    description: 'Start of the history window.',
                    examples: ['now-7d'],
                  },
                },
                required: ['field', 'value'],
                additionalProperties: false,
                description: 'Start of the history window.',
              },
              description: 'How far back values count as known.',
              minItems: 1,
              maxItems: 1,
            },
          },
          required: ['field', 'value', 'history_window_start'],
          additionalProperties: false,
          description: 'Which fields must have new values, and what is new.',
        },
        new_terms_fields: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Fields whose combination of values must be new, in the form of Kibana.',
          minItems: 1,
          maxItems: 3,
          examples: [['host.id']],
        },
        history_window_start: {
          type: 'string',
          pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
          'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
          description: 'How far back values count as known, in the form of Kibana.',
          examples: ['now-7d'],
        },
        threat_index: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Index patterns of the indicators.',
          minItems: 1,
          examples: [['logs-ti_*']],
        },
        threat_mapping: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              entries: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    field: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: 'Field of the event.',
                      examples: ['source.ip'],
                    },
                    type: {
                      type: 'string',
                      enum: ['mapping'],
                      description: 'Always `mapping`.',
                      examples: ['mapping'],
                    },
                    value: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: 'Field of the indicator.',
                      examples: ['threat.indicator.ip'],
                    },
                    negate: { type: 'boolean', description: 'The values must differ.' },
                  },
                  required: ['field', 'type', 'value'],
                  additionalProperties: false,
                  description: 'A comparison.',
                },
                description: 'Comparisons that must all hold.',
                minItems: 1,
              },
            },
            required: ['entries'],
            additionalProperties: false,
            description: 'A group of comparisons.',
          },
          description: 'Groups of comparisons, one of which must hold.',
          minItems: 1,
        },
        threat_query: { type: 'string', description: 'Query over the indicators.' },
        threat_language: {
          type: 'string',
          enum: ['kuery', 'lucene'],
          description: 'Language of the query over the indicators.',
        },
        threat_filters: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              meta: {
                type: 'object',
                properties: {},
                required: [],
                description: 'What the filter is: field, type, negation, whether it is switched off.',
              },
              query: { type: 'object', properties: {}, required: [], description: 'Query DSL of the filter.' },
              $state: { type: 'object', properties: {}, required: [], description: 'Where Kibana keeps the filter.' },
            },
            required: [],
            description: 'A filter of Kibana.',
          },
          description: 'Filters that a document must pass besides the query, in the form that Kibana exports.',
        },
        threat_indicator_path: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Where the indicator stands in its document.',
          examples: ['threat.indicator'],
        },
        concurrent_searches: { type: 'integer', minimum: 1, description: 'Searches at the same time.' },
        items_per_search: { type: 'integer', minimum: 1, description: 'Indicators in one search.' },
        anomaly_threshold: {
          type: 'integer',
          minimum: 0,
          description: 'Least score of an anomaly, 0 to 100.',
          maximum: 100,
          examples: [50],
        },
        machine_learning_job_id: {
          type: ['string', 'array'],
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Ids of the jobs.',
          examples: [['rare_process_by_host']],
        },
      },
      dependentRequired: { new_terms_fields: ['history_window_start'] },
      dependentSchemas: {
        data_view_id: { properties: { index: false } },
        new_terms: { properties: { new_terms_fields: false, history_window_start: false } },
      },
      allOf: [
        {
          if: { properties: { type: { const: 'query' } }, required: ['type'] },
          then: {
            required: ['language'],
            properties: {
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              threshold: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['kuery', 'lucene'] },
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'saved_query' } }, required: ['type'] },
          then: {
            required: ['saved_id'],
            properties: {
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              threshold: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['kuery', 'lucene'] },
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'eql' } }, required: ['type'] },
          then: {
            required: ['language', 'query'],
            properties: {
              saved_id: false,
              threshold: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['eql'] },
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'esql' } }, required: ['type'] },
          then: {
            required: ['language', 'query'],
            properties: {
              index: false,
              data_view_id: false,
              saved_id: false,
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              threshold: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['esql'] },
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'threshold' } }, required: ['type'] },
          then: {
            required: ['language', 'threshold'],
            properties: {
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['kuery', 'lucene'] },
              alert_suppression: { $ref: '#/$defs/thresholdSuppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'new_terms' } }, required: ['type'] },
          then: {
            required: ['language'],
            properties: {
              saved_id: false,
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              threshold: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['kuery', 'lucene'] },
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'threat_match' } }, required: ['type'] },
          then: {
            required: ['language', 'threat_index', 'threat_mapping'],
            properties: {
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              threshold: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              anomaly_threshold: false,
              machine_learning_job_id: false,
              language: { enum: ['kuery', 'lucene'] },
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: { properties: { type: { const: 'machine_learning' } }, required: ['type'] },
          then: {
            required: ['anomaly_threshold', 'machine_learning_job_id'],
            properties: {
              language: false,
              query: false,
              index: false,
              data_view_id: false,
              filters: false,
              saved_id: false,
              timestamp_field: false,
              event_category_override: false,
              tiebreaker_field: false,
              threshold: false,
              new_terms: false,
              new_terms_fields: false,
              history_window_start: false,
              threat_index: false,
              threat_mapping: false,
              threat_query: false,
              threat_language: false,
              threat_filters: false,
              threat_indicator_path: false,
              concurrent_searches: false,
              items_per_search: false,
              alert_suppression: { $ref: '#/$defs/suppression' },
            },
          },
        },
        {
          if: {
            properties: { type: { enum: ['query', 'threshold', 'new_terms', 'threat_match'] } },
            required: ['type'],
            not: { required: ['filters'] },
          },
          then: { required: ['query'] },
        },
        {
          if: {
            properties: { type: { const: 'new_terms' } },
            required: ['type'],
            not: { required: ['new_terms_fields'] },
          },
          then: { required: ['new_terms'] },
        },
      ],
    },
    transform: {
      type: 'object',
      properties: {
        osquery: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              label: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'What the button says.',
              },
              query: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'The Osquery SQL.',
              },
              ecs_mapping: {
                type: 'object',
                properties: {},
                required: [],
                description: 'ECS field → `{field}` or `{value}` of the result.',
              },
            },
            required: ['label', 'query'],
            additionalProperties: false,
            description: 'An Osquery.',
          },
          description: 'Osqueries; `$osquery_0` in `note` stands for the first.',
        },
        investigate: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              label: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'What the button says.',
              },
              description: { type: 'string', description: 'What the search is for; may be empty.' },
              providers: {
                type: 'array',
                items: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      excluded: { type: 'boolean', description: 'Look for events that do not match.' },
                      field: {
                        type: 'string',
                        pattern: '\\S',
                        'x-form': 'a text that is not blank',
                        description: 'Field to look in.',
                        examples: ['host.id'],
                      },
                      queryType: {
                        type: 'string',
                        enum: ['phrase', 'range'],
                        description: 'Whether `value` is one value or a range.',
                      },
                      value: {
                        type: 'string',
                        description: 'Value, or `{{field}}` for the value in the alert.',
                        examples: ['{{host.id}}'],
                      },
                      valueType: { type: 'string', enum: ['string', 'boolean'], description: 'Type of the value.' },
                    },
                    required: ['excluded', 'field', 'queryType', 'value', 'valueType'],
                    additionalProperties: false,
                    description: 'A condition.',
                  },
                  description: 'Conditions that must all hold.',
                },
                description: 'Groups of conditions, one of which must hold.',
              },
              relativeFrom: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Start of the time range, date math.',
                examples: ['now-48h/h'],
              },
              relativeTo: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'End of the time range, date math.',
                examples: ['now'],
              },
            },
            required: ['label', 'providers'],
            additionalProperties: false,
            description: 'A search in Timeline.',
          },
          description: 'Timeline searches; `$investigate_0` in `note` stands for the first.',
        },
      },
      required: [],
      additionalProperties: false,
      description: 'What fills the placeholders of the investigation guide (`note`).',
    },
  },
  $defs: {
    threat: {
      type: 'object',
      properties: {
        framework: {
          type: 'string',
          enum: ['MITRE ATT&CK', 'MITRE ATLAS'],
          description: 'The framework that the ids belong to.',
          examples: ['MITRE ATT&CK'],
        },
        tactic: {
          type: 'object',
          properties: {
            id: {
              type: 'string',
              pattern: '^(TA\\d{4}|AML\\.TA\\d{4})$',
              'x-form': 'the id of a tactic like TA0002',
              description: 'Id of the tactic: `TA0002`, in ATLAS `AML.TA0005`.',
              examples: ['TA0002'],
            },
            name: {
              type: 'string',
              pattern: '\\S',
              'x-form': 'a text that is not blank',
              description: 'Name of the tactic, as MITRE writes it.',
              examples: ['Execution'],
            },
            reference: {
              type: 'string',
              pattern:
                '^(https://attack\\.mitre\\.org/tactics/TA\\d+|https://atlas\\.mitre\\.org/tactics/AML\\.TA\\d+)/?$',
              'x-form': 'the page of a tactic like https://attack.mitre.org/tactics/TA0002/',
              description: 'Page of the tactic.',
              examples: ['https://attack.mitre.org/tactics/TA0002/'],
            },
          },
          required: ['id', 'name', 'reference'],
          additionalProperties: false,
          description: 'The tactic: what the adversary wants.',
        },
        technique: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: {
                type: 'string',
                pattern: '^(T\\d{4}|AML\\.T\\d{4})$',
                'x-form': 'the id of a technique like T1059',
                description: 'Id of the technique: `T1059`, in ATLAS `AML.T0051`.',
                examples: ['T1059'],
              },
              name: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the technique, as MITRE writes it.',
                examples: ['Command and Scripting Interpreter'],
              },
              reference: {
                type: 'string',
                pattern:
                  '^(https://attack\\.mitre\\.org/techniques/T\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+)/?$',
                'x-form': 'the page of a technique like https://attack.mitre.org/techniques/T1059/',
                description: 'Page of the technique.',
                examples: ['https://attack.mitre.org/techniques/T1059/'],
              },
              subtechnique: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    id: {
                      type: 'string',
                      pattern: '^(T\\d{4}\\.\\d{3}|AML\\.T\\d{4}\\.\\d{3})$',
                      'x-form': 'the id of a sub-technique like T1059.004',
                      description: 'Id of the sub-technique: `T1059.004`, in ATLAS `AML.T0051.000`.',
                      examples: ['T1059.004'],
                    },
                    name: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: 'Name of the sub-technique, as MITRE writes it.',
                      examples: ['Unix Shell'],
                    },
                    reference: {
                      type: 'string',
                      pattern:
                        '^(https://attack\\.mitre\\.org/techniques/T\\d+/\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+\\.\\d+)/?$',
                      'x-form': 'the page of a sub-technique like https://attack.mitre.org/techniques/T1059/004/',
                      description: 'Page of the sub-technique.',
                      examples: ['https://attack.mitre.org/techniques/T1059/004/'],
                    },
                  },
                  required: ['id', 'name', 'reference'],
                  additionalProperties: false,
                  description: 'A sub-technique of the technique.',
                },
                description: 'Sub-techniques of this technique that the rule detects.',
              },
            },
            required: ['id', 'name', 'reference'],
            additionalProperties: false,
            description: 'A technique of the tactic.',
          },
          description: 'Techniques of the tactic that the rule detects.',
        },
      },
      required: ['framework', 'tactic'],
      additionalProperties: false,
      description: 'A tactic of MITRE ATT&CK or ATLAS, with techniques.',
    },
    suppression: {
      type: 'object',
      properties: {
        group_by: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Fields whose equal values make alerts one; one to three.',
          minItems: 1,
          maxItems: 3,
          examples: [['host.id']],
        },
        duration: {
          type: 'object',
          properties: {
            value: { type: 'integer', minimum: 1, description: 'How many units.', examples: [5] },
            unit: { type: 'string', enum: ['s', 'm', 'h'], description: 'Seconds, minutes or hours.', examples: ['m'] },
          },
          required: ['value', 'unit'],
          additionalProperties: false,
          description: 'How long alerts are suppressed after the first one; without it within one run.',
        },
        missing_fields_strategy: {
          type: 'string',
          enum: ['suppress', 'doNotSuppress'],
          description: 'Alerts that lack one of the fields: together one (`suppress`) or one each (`doNotSuppress`).',
        },
      },
      required: ['group_by'],
      additionalProperties: false,
      description:
        'Makes one alert of many: https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts',
    },
    thresholdSuppression: {
      type: 'object',
      properties: {
        duration: {
          type: 'object',
          properties: {
            value: { type: 'integer', minimum: 1, description: 'How many units.', examples: [5] },
            unit: { type: 'string', enum: ['s', 'm', 'h'], description: 'Seconds, minutes or hours.', examples: ['m'] },
          },
          required: ['value', 'unit'],
          additionalProperties: false,
          description: 'How long alerts are suppressed after the first one; without it within one run.',
        },
      },
      required: ['duration'],
      additionalProperties: false,
      description: 'Makes one alert of many, by the fields of the threshold.',
    },
  },
};
const func1 = Object.prototype.hasOwnProperty;
const pattern3 = new RegExp('^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$', 'u');
const pattern6 = new RegExp('\\S', 'u');
const pattern7 = new RegExp('^\\d+\\.\\d+(\\.\\d+[\\w-]*)*$', 'u');
const pattern12 = new RegExp(
  '^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|119c8877-8613-416d-a98a-96b6664ee73a5)$',
  'u',
);
const pattern15 = new RegExp('^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$', 'u');
const pattern17 = new RegExp('^[1-9]\\d*[smhd]$', 'u');
const schema20 = {
  type: 'object',
  properties: {
    group_by: {
      type: 'array',
      items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
      description: 'Fields whose equal values make alerts one; one to three.',
      minItems: 1,
      maxItems: 3,
      examples: [['host.id']],
    },
    duration: {
      type: 'object',
      properties: {
        value: { type: 'integer', minimum: 1, description: 'How many units.', examples: [5] },
        unit: { type: 'string', enum: ['s', 'm', 'h'], description: 'Seconds, minutes or hours.', examples: ['m'] },
      },
      required: ['value', 'unit'],
      additionalProperties: false,
      description: 'How long alerts are suppressed after the first one; without it within one run.',
    },
    missing_fields_strategy: {
      type: 'string',
      enum: ['suppress', 'doNotSuppress'],
      description: 'Alerts that lack one of the fields: together one (`suppress`) or one each (`doNotSuppress`).',
    },
  },
  required: ['group_by'],
  additionalProperties: false,
  description:
    'Makes one alert of many: https://www.elastic.co/docs/solutions/security/detect-and-alert/suppress-detection-alerts',
};
function validate53(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.group_by === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'group_by' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'group_by' || key0 === 'duration' || key0 === 'missing_fields_strategy')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.group_by !== undefined) {
      let data0 = data.group_by;
      if (Array.isArray(data0)) {
        if (data0.length > 3) {
          vErrors = note(vErrors, instancePath + '/group_by', 'maxItems', { limit: 3 });
          errors++;
        }
        if (data0.length < 1) {
          vErrors = note(vErrors, instancePath + '/group_by', 'minItems', { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === 'string') {
            if (!pattern6.test(data1)) {
              vErrors = note(vErrors, instancePath + '/group_by/' + i0, 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/group_by/' + i0, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/group_by', 'type', {});
        errors++;
      }
    }
    if (data.duration !== undefined) {
      let data2 = data.duration;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        if (data2.value === undefined) {
          vErrors = note(vErrors, instancePath + '/duration', 'required', { missingProperty: 'value' });
          errors++;
        }
        if (data2.unit === undefined) {
          vErrors = note(vErrors, instancePath + '/duration', 'required', { missingProperty: 'unit' });
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === 'value' || key1 === 'unit')) {
            vErrors = note(vErrors, instancePath + '/duration', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data2.value !== undefined) {
          let data3 = data2.value;
          if (!(typeof data3 == 'number' && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
            vErrors = note(vErrors, instancePath + '/duration/value', 'type', {});
            errors++;
          }
          if (typeof data3 == 'number' && isFinite(data3)) {
            if (data3 < 1 || isNaN(data3)) {
              vErrors = note(vErrors, instancePath + '/duration/value', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data2.unit !== undefined) {
          let data4 = data2.unit;
          if (typeof data4 !== 'string') {
            vErrors = note(vErrors, instancePath + '/duration/unit', 'type', {});
            errors++;
          }
          if (!(data4 === 's' || data4 === 'm' || data4 === 'h')) {
            vErrors = note(vErrors, instancePath + '/duration/unit', 'enum', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/duration', 'type', {});
        errors++;
      }
    }
    if (data.missing_fields_strategy !== undefined) {
      let data5 = data.missing_fields_strategy;
      if (typeof data5 !== 'string') {
        vErrors = note(vErrors, instancePath + '/missing_fields_strategy', 'type', {});
        errors++;
      }
      if (!(data5 === 'suppress' || data5 === 'doNotSuppress')) {
        vErrors = note(vErrors, instancePath + '/missing_fields_strategy', 'enum', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schema21 = {
  type: 'object',
  properties: {
    duration: {
      type: 'object',
      properties: {
        value: { type: 'integer', minimum: 1, description: 'How many units.', examples: [5] },
        unit: { type: 'string', enum: ['s', 'm', 'h'], description: 'Seconds, minutes or hours.', examples: ['m'] },
      },
      required: ['value', 'unit'],
      additionalProperties: false,
      description: 'How long alerts are suppressed after the first one; without it within one run.',
    },
  },
  required: ['duration'],
  additionalProperties: false,
  description: 'Makes one alert of many, by the fields of the threshold.',
};
function validate58(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.duration === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'duration' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'duration')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.duration !== undefined) {
      let data0 = data.duration;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.value === undefined) {
          vErrors = note(vErrors, instancePath + '/duration', 'required', { missingProperty: 'value' });
          errors++;
        }
        if (data0.unit === undefined) {
          vErrors = note(vErrors, instancePath + '/duration', 'required', { missingProperty: 'unit' });
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === 'value' || key1 === 'unit')) {
            vErrors = note(vErrors, instancePath + '/duration', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.value !== undefined) {
          let data1 = data0.value;
          if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
            vErrors = note(vErrors, instancePath + '/duration/value', 'type', {});
            errors++;
          }
          if (typeof data1 == 'number' && isFinite(data1)) {
            if (data1 < 1 || isNaN(data1)) {
              vErrors = note(vErrors, instancePath + '/duration/value', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data0.unit !== undefined) {
          let data2 = data0.unit;
          if (typeof data2 !== 'string') {
            vErrors = note(vErrors, instancePath + '/duration/unit', 'type', {});
            errors++;
          }
          if (!(data2 === 's' || data2 === 'm' || data2 === 'h')) {
            vErrors = note(vErrors, instancePath + '/duration/unit', 'enum', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/duration', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
const schema22 = {
  type: 'object',
  properties: {
    framework: {
      type: 'string',
      enum: ['MITRE ATT&CK', 'MITRE ATLAS'],
      description: 'The framework that the ids belong to.',
      examples: ['MITRE ATT&CK'],
    },
    tactic: {
      type: 'object',
      properties: {
        id: {
          type: 'string',
          pattern: '^(TA\\d{4}|AML\\.TA\\d{4})$',
          'x-form': 'the id of a tactic like TA0002',
          description: 'Id of the tactic: `TA0002`, in ATLAS `AML.TA0005`.',
          examples: ['TA0002'],
        },
        name: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Name of the tactic, as MITRE writes it.',
          examples: ['Execution'],
        },
        reference: {
          type: 'string',
          pattern: '^(https://attack\\.mitre\\.org/tactics/TA\\d+|https://atlas\\.mitre\\.org/tactics/AML\\.TA\\d+)/?$',
          'x-form': 'the page of a tactic like https://attack.mitre.org/tactics/TA0002/',
          description: 'Page of the tactic.',
          examples: ['https://attack.mitre.org/tactics/TA0002/'],
        },
      },
      required: ['id', 'name', 'reference'],
      additionalProperties: false,
      description: 'The tactic: what the adversary wants.',
    },
    technique: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
            pattern: '^(T\\d{4}|AML\\.T\\d{4})$',
            'x-form': 'the id of a technique like T1059',
            description: 'Id of the technique: `T1059`, in ATLAS `AML.T0051`.',
            examples: ['T1059'],
          },
          name: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Name of the technique, as MITRE writes it.',
            examples: ['Command and Scripting Interpreter'],
          },
          reference: {
            type: 'string',
            pattern:
              '^(https://attack\\.mitre\\.org/techniques/T\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+)/?$',
            'x-form': 'the page of a technique like https://attack.mitre.org/techniques/T1059/',
            description: 'Page of the technique.',
            examples: ['https://attack.mitre.org/techniques/T1059/'],
          },
          subtechnique: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: {
                  type: 'string',
                  pattern: '^(T\\d{4}\\.\\d{3}|AML\\.T\\d{4}\\.\\d{3})$',
                  'x-form': 'the id of a sub-technique like T1059.004',
                  description: 'Id of the sub-technique: `T1059.004`, in ATLAS `AML.T0051.000`.',
                  examples: ['T1059.004'],
                },
                name: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Name of the sub-technique, as MITRE writes it.',
                  examples: ['Unix Shell'],
                },
                reference: {
                  type: 'string',
                  pattern:
                    '^(https://attack\\.mitre\\.org/techniques/T\\d+/\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+\\.\\d+)/?$',
                  'x-form': 'the page of a sub-technique like https://attack.mitre.org/techniques/T1059/004/',
                  description: 'Page of the sub-technique.',
                  examples: ['https://attack.mitre.org/techniques/T1059/004/'],
                },
              },
              required: ['id', 'name', 'reference'],
              additionalProperties: false,
              description: 'A sub-technique of the technique.',
            },
            description: 'Sub-techniques of this technique that the rule detects.',
          },
        },
        required: ['id', 'name', 'reference'],
        additionalProperties: false,
        description: 'A technique of the tactic.',
      },
      description: 'Techniques of the tactic that the rule detects.',
    },
  },
  required: ['framework', 'tactic'],
  additionalProperties: false,
  description: 'A tactic of MITRE ATT&CK or ATLAS, with techniques.',
};
const pattern18 = new RegExp('^(TA\\d{4}|AML\\.TA\\d{4})$', 'u');
const pattern20 = new RegExp(
  '^(https://attack\\.mitre\\.org/tactics/TA\\d+|https://atlas\\.mitre\\.org/tactics/AML\\.TA\\d+)/?$',
  'u',
);
const pattern21 = new RegExp('^(T\\d{4}|AML\\.T\\d{4})$', 'u');
const pattern23 = new RegExp(
  '^(https://attack\\.mitre\\.org/techniques/T\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+)/?$',
  'u',
);
const pattern24 = new RegExp('^(T\\d{4}\\.\\d{3}|AML\\.T\\d{4}\\.\\d{3})$', 'u');
const pattern26 = new RegExp(
  '^(https://attack\\.mitre\\.org/techniques/T\\d+/\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+\\.\\d+)/?$',
  'u',
);
function validate63(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.framework === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'framework' });
      errors++;
    }
    if (data.tactic === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'tactic' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'framework' || key0 === 'tactic' || key0 === 'technique')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.framework !== undefined) {
      let data0 = data.framework;
      if (typeof data0 !== 'string') {
        vErrors = note(vErrors, instancePath + '/framework', 'type', {});
        errors++;
      }
      if (!(data0 === 'MITRE ATT&CK' || data0 === 'MITRE ATLAS')) {
        vErrors = note(vErrors, instancePath + '/framework', 'enum', {});
        errors++;
      }
    }
    if (data.tactic !== undefined) {
      let data1 = data.tactic;
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
        if (data1.id === undefined) {
          vErrors = note(vErrors, instancePath + '/tactic', 'required', { missingProperty: 'id' });
          errors++;
        }
        if (data1.name === undefined) {
          vErrors = note(vErrors, instancePath + '/tactic', 'required', { missingProperty: 'name' });
          errors++;
        }
        if (data1.reference === undefined) {
          vErrors = note(vErrors, instancePath + '/tactic', 'required', { missingProperty: 'reference' });
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === 'id' || key1 === 'name' || key1 === 'reference')) {
            vErrors = note(vErrors, instancePath + '/tactic', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.id !== undefined) {
          let data2 = data1.id;
          if (typeof data2 === 'string') {
            if (!pattern18.test(data2)) {
              vErrors = note(vErrors, instancePath + '/tactic/id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/tactic/id', 'type', {});
            errors++;
          }
        }
        if (data1.name !== undefined) {
          let data3 = data1.name;
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/tactic/name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/tactic/name', 'type', {});
            errors++;
          }
        }
        if (data1.reference !== undefined) {
          let data4 = data1.reference;
          if (typeof data4 === 'string') {
            if (!pattern20.test(data4)) {
              vErrors = note(vErrors, instancePath + '/tactic/reference', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/tactic/reference', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/tactic', 'type', {});
        errors++;
      }
    }
    if (data.technique !== undefined) {
      let data5 = data.technique;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
            if (data6.id === undefined) {
              vErrors = note(vErrors, instancePath + '/technique/' + i0, 'required', { missingProperty: 'id' });
              errors++;
            }
            if (data6.name === undefined) {
              vErrors = note(vErrors, instancePath + '/technique/' + i0, 'required', { missingProperty: 'name' });
              errors++;
            }
            if (data6.reference === undefined) {
              vErrors = note(vErrors, instancePath + '/technique/' + i0, 'required', { missingProperty: 'reference' });
              errors++;
            }
            for (const key2 in data6) {
              if (!(key2 === 'id' || key2 === 'name' || key2 === 'reference' || key2 === 'subtechnique')) {
                vErrors = note(vErrors, instancePath + '/technique/' + i0, 'additionalProperties', {
                  additionalProperty: key2,
                });
                errors++;
              }
            }
            if (data6.id !== undefined) {
              let data7 = data6.id;
              if (typeof data7 === 'string') {
                if (!pattern21.test(data7)) {
                  vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/id', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/id', 'type', {});
                errors++;
              }
            }
            if (data6.name !== undefined) {
              let data8 = data6.name;
              if (typeof data8 === 'string') {
                if (!pattern6.test(data8)) {
                  vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/name', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/name', 'type', {});
                errors++;
              }
            }
            if (data6.reference !== undefined) {
              let data9 = data6.reference;
              if (typeof data9 === 'string') {
                if (!pattern23.test(data9)) {
                  vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/reference', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/reference', 'type', {});
                errors++;
              }
            }
            if (data6.subtechnique !== undefined) {
              let data10 = data6.subtechnique;
              if (Array.isArray(data10)) {
                const len1 = data10.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data11 = data10[i1];
                  if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                    if (data11.id === undefined) {
                      vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'required', {
                        missingProperty: 'id',
                      });
                      errors++;
                    }
                    if (data11.name === undefined) {
                      vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'required', {
                        missingProperty: 'name',
                      });
                      errors++;
                    }
                    if (data11.reference === undefined) {
                      vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'required', {
                        missingProperty: 'reference',
                      });
                      errors++;
                    }
                    for (const key3 in data11) {
                      if (!(key3 === 'id' || key3 === 'name' || key3 === 'reference')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1,
                          'additionalProperties',
                          { additionalProperty: key3 },
                        );
                        errors++;
                      }
                    }
                    if (data11.id !== undefined) {
                      let data12 = data11.id;
                      if (typeof data12 === 'string') {
                        if (!pattern24.test(data12)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data11.name !== undefined) {
                      let data13 = data11.name;
                      if (typeof data13 === 'string') {
                        if (!pattern6.test(data13)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/name',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/name',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data11.reference !== undefined) {
                      let data14 = data11.reference;
                      if (typeof data14 === 'string') {
                        if (!pattern26.test(data14)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/reference',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/reference',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/technique/' + i0, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/technique', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
function validate52(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:rule" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.metadata === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'metadata' });
      errors++;
    }
    if (data.rule === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'rule' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'metadata' || key0 === 'rule' || key0 === 'transform')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.metadata !== undefined) {
      let data0 = data.metadata;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.creation_date === undefined) {
          vErrors = note(vErrors, instancePath + '/metadata', 'required', { missingProperty: 'creation_date' });
          errors++;
        }
        if (data0.updated_date === undefined) {
          vErrors = note(vErrors, instancePath + '/metadata', 'required', { missingProperty: 'updated_date' });
          errors++;
        }
        for (const key1 in data0) {
          if (!func1.call(schema19.properties.metadata.properties, key1)) {
            vErrors = note(vErrors, instancePath + '/metadata', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.creation_date !== undefined) {
          let data1 = data0.creation_date;
          if (typeof data1 === 'string') {
            if (!pattern3.test(data1)) {
              vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'type', {});
            errors++;
          }
        }
        if (data0.updated_date !== undefined) {
          let data2 = data0.updated_date;
          if (typeof data2 === 'string') {
            if (!pattern3.test(data2)) {
              vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'type', {});
            errors++;
          }
        }
        if (data0.deprecation_date !== undefined) {
          let data3 = data0.deprecation_date;
          if (typeof data3 === 'string') {
            if (!pattern3.test(data3)) {
              vErrors = note(vErrors, instancePath + '/metadata/deprecation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/deprecation_date', 'type', {});
            errors++;
          }
        }
        if (data0.deprecated_reason !== undefined) {
          let data4 = data0.deprecated_reason;
          if (typeof data4 === 'string') {
            if (!pattern6.test(data4)) {
              vErrors = note(vErrors, instancePath + '/metadata/deprecated_reason', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/deprecated_reason', 'type', {});
            errors++;
          }
        }
        if (data0.maturity !== undefined) {
          let data5 = data0.maturity;
          if (typeof data5 !== 'string') {
            vErrors = note(vErrors, instancePath + '/metadata/maturity', 'type', {});
            errors++;
          }
          if (!(
            data5 === 'development' ||
            data5 === 'experimental' ||
            data5 === 'beta' ||
            data5 === 'production' ||
            data5 === 'deprecated'
          )) {
            vErrors = note(vErrors, instancePath + '/metadata/maturity', 'enum', {});
            errors++;
          }
        }
        if (data0.min_stack_version !== undefined) {
          let data6 = data0.min_stack_version;
          if (typeof data6 === 'string') {
            if (!pattern7.test(data6)) {
              vErrors = note(vErrors, instancePath + '/metadata/min_stack_version', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/min_stack_version', 'type', {});
            errors++;
          }
        }
        if (data0.min_stack_comments !== undefined) {
          if (typeof data0.min_stack_comments !== 'string') {
            vErrors = note(vErrors, instancePath + '/metadata/min_stack_comments', 'type', {});
            errors++;
          }
        }
        if (data0.integration !== undefined) {
          let data8 = data0.integration;
          if (typeof data8 !== 'string' && !Array.isArray(data8)) {
            vErrors = note(vErrors, instancePath + '/metadata/integration', 'type', {});
            errors++;
          }
          if (typeof data8 === 'string') {
            if (!pattern6.test(data8)) {
              vErrors = note(vErrors, instancePath + '/metadata/integration', 'pattern', {});
              errors++;
            }
          }
          if (Array.isArray(data8)) {
            const len0 = data8.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data9 = data8[i0];
              if (typeof data9 === 'string') {
                if (!pattern6.test(data9)) {
                  vErrors = note(vErrors, instancePath + '/metadata/integration/' + i0, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/metadata/integration/' + i0, 'type', {});
                errors++;
              }
            }
          }
        }
        if (data0.os_type_list !== undefined) {
          let data10 = data0.os_type_list;
          if (Array.isArray(data10)) {
            const len1 = data10.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data11 = data10[i1];
              if (typeof data11 !== 'string') {
                vErrors = note(vErrors, instancePath + '/metadata/os_type_list/' + i1, 'type', {});
                errors++;
              }
              if (!(data11 === 'windows' || data11 === 'linux' || data11 === 'macos')) {
                vErrors = note(vErrors, instancePath + '/metadata/os_type_list/' + i1, 'enum', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/os_type_list', 'type', {});
            errors++;
          }
        }
        if (data0.related_endpoint_rules !== undefined) {
          if (!Array.isArray(data0.related_endpoint_rules)) {
            vErrors = note(vErrors, instancePath + '/metadata/related_endpoint_rules', 'type', {});
            errors++;
          }
        }
        if (data0.bypass_bbr_timing !== undefined) {
          if (typeof data0.bypass_bbr_timing !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/metadata/bypass_bbr_timing', 'type', {});
            errors++;
          }
        }
        if (data0.query_schema_validation !== undefined) {
          if (typeof data0.query_schema_validation !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/metadata/query_schema_validation', 'type', {});
            errors++;
          }
        }
        if (data0.promotion !== undefined) {
          if (typeof data0.promotion !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/metadata/promotion', 'type', {});
            errors++;
          }
        }
        if (data0.comments !== undefined) {
          if (typeof data0.comments !== 'string') {
            vErrors = note(vErrors, instancePath + '/metadata/comments', 'type', {});
            errors++;
          }
        }
        if (data0.fork_of !== undefined) {
          let data17 = data0.fork_of;
          if (typeof data17 === 'string') {
            if (!pattern6.test(data17)) {
              vErrors = note(vErrors, instancePath + '/metadata/fork_of', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/fork_of', 'type', {});
            errors++;
          }
        }
        if (data0.extended !== undefined) {
          let data18 = data0.extended;
          if (!(data18 && typeof data18 == 'object' && !Array.isArray(data18))) {
            vErrors = note(vErrors, instancePath + '/metadata/extended', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/metadata', 'type', {});
        errors++;
      }
    }
    if (data.rule !== undefined) {
      let data19 = data.rule;
      const _errs44 = errors;
      let valid7 = true;
      const _errs45 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing0;
        if (data19.type === undefined && (missing0 = 'type')) {
          const err35 = {};
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('query' !== data19.type) {
              const err36 = {};
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
        }
      }
      var _valid0 = _errs45 === errors;
      errors = _errs44;
      if (vErrors !== null) {
        if (_errs44) {
          vErrors.length = _errs44;
        } else {
          vErrors = null;
        }
      }
      if (_valid0) {
        const _errs47 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            let data38 = data19.language;
            if (!(data38 === 'kuery' || data38 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid0 = _errs47 === errors;
        valid7 = _valid0;
        if (valid7) {
          var props0 = {};
          props0.timestamp_field = true;
          props0.event_category_override = true;
          props0.tiebreaker_field = true;
          props0.threshold = true;
          props0.new_terms = true;
          props0.new_terms_fields = true;
          props0.history_window_start = true;
          props0.threat_index = true;
          props0.threat_mapping = true;
          props0.threat_query = true;
          props0.threat_language = true;
          props0.threat_filters = true;
          props0.threat_indicator_path = true;
          props0.concurrent_searches = true;
          props0.items_per_search = true;
          props0.anomaly_threshold = true;
          props0.machine_learning_job_id = true;
          props0.language = true;
          props0.alert_suppression = true;
          props0.type = true;
        }
      }
      if (!valid7) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      const _errs51 = errors;
      let valid10 = true;
      const _errs52 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing1;
        if (data19.type === undefined && (missing1 = 'type')) {
          const err57 = {};
          if (vErrors === null) {
            vErrors = [err57];
          } else {
            vErrors.push(err57);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('saved_query' !== data19.type) {
              const err58 = {};
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
          }
        }
      }
      var _valid1 = _errs52 === errors;
      errors = _errs51;
      if (vErrors !== null) {
        if (_errs51) {
          vErrors.length = _errs51;
        } else {
          vErrors = null;
        }
      }
      if (_valid1) {
        const _errs54 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.saved_id === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'saved_id' });
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            let data58 = data19.language;
            if (!(data58 === 'kuery' || data58 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid1 = _errs54 === errors;
        valid10 = _valid1;
        if (valid10) {
          var props1 = {};
          props1.timestamp_field = true;
          props1.event_category_override = true;
          props1.tiebreaker_field = true;
          props1.threshold = true;
          props1.new_terms = true;
          props1.new_terms_fields = true;
          props1.history_window_start = true;
          props1.threat_index = true;
          props1.threat_mapping = true;
          props1.threat_query = true;
          props1.threat_language = true;
          props1.threat_filters = true;
          props1.threat_indicator_path = true;
          props1.concurrent_searches = true;
          props1.items_per_search = true;
          props1.anomaly_threshold = true;
          props1.machine_learning_job_id = true;
          props1.language = true;
          props1.alert_suppression = true;
          props1.type = true;
        }
      }
      if (!valid10) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props1 !== undefined) {
        if (props1 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props1);
        }
      }
      const _errs58 = errors;
      let valid13 = true;
      const _errs59 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing2;
        if (data19.type === undefined && (missing2 = 'type')) {
          const err79 = {};
          if (vErrors === null) {
            vErrors = [err79];
          } else {
            vErrors.push(err79);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('eql' !== data19.type) {
              const err80 = {};
              if (vErrors === null) {
                vErrors = [err80];
              } else {
                vErrors.push(err80);
              }
              errors++;
            }
          }
        }
      }
      var _valid2 = _errs59 === errors;
      errors = _errs58;
      if (vErrors !== null) {
        if (_errs58) {
          vErrors.length = _errs58;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs61 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data19.query === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'query' });
            errors++;
          }
          if (data19.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            if (!(data19.language === 'eql')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid2 = _errs61 === errors;
        valid13 = _valid2;
        if (valid13) {
          var props2 = {};
          props2.saved_id = true;
          props2.threshold = true;
          props2.new_terms = true;
          props2.new_terms_fields = true;
          props2.history_window_start = true;
          props2.threat_index = true;
          props2.threat_mapping = true;
          props2.threat_query = true;
          props2.threat_language = true;
          props2.threat_filters = true;
          props2.threat_indicator_path = true;
          props2.concurrent_searches = true;
          props2.items_per_search = true;
          props2.anomaly_threshold = true;
          props2.machine_learning_job_id = true;
          props2.language = true;
          props2.alert_suppression = true;
          props2.type = true;
        }
      }
      if (!valid13) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props2 !== undefined) {
        if (props2 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props2);
        }
      }
      const _errs65 = errors;
      let valid16 = true;
      const _errs66 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing3;
        if (data19.type === undefined && (missing3 = 'type')) {
          const err100 = {};
          if (vErrors === null) {
            vErrors = [err100];
          } else {
            vErrors.push(err100);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('esql' !== data19.type) {
              const err101 = {};
              if (vErrors === null) {
                vErrors = [err101];
              } else {
                vErrors.push(err101);
              }
              errors++;
            }
          }
        }
      }
      var _valid3 = _errs66 === errors;
      errors = _errs65;
      if (vErrors !== null) {
        if (_errs65) {
          vErrors.length = _errs65;
        } else {
          vErrors = null;
        }
      }
      if (_valid3) {
        const _errs68 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data19.query === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'query' });
            errors++;
          }
          if (data19.index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/index', 'false schema', {});
            errors++;
          }
          if (data19.data_view_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'false schema', {});
            errors++;
          }
          if (data19.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            if (!(data19.language === 'esql')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid3 = _errs68 === errors;
        valid16 = _valid3;
        if (valid16) {
          var props3 = {};
          props3.index = true;
          props3.data_view_id = true;
          props3.saved_id = true;
          props3.timestamp_field = true;
          props3.event_category_override = true;
          props3.tiebreaker_field = true;
          props3.threshold = true;
          props3.new_terms = true;
          props3.new_terms_fields = true;
          props3.history_window_start = true;
          props3.threat_index = true;
          props3.threat_mapping = true;
          props3.threat_query = true;
          props3.threat_language = true;
          props3.threat_filters = true;
          props3.threat_indicator_path = true;
          props3.concurrent_searches = true;
          props3.items_per_search = true;
          props3.anomaly_threshold = true;
          props3.machine_learning_job_id = true;
          props3.language = true;
          props3.alert_suppression = true;
          props3.type = true;
        }
      }
      if (!valid16) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props3 !== undefined) {
        if (props3 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props3);
        }
      }
      const _errs72 = errors;
      let valid19 = true;
      const _errs73 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing4;
        if (data19.type === undefined && (missing4 = 'type')) {
          const err126 = {};
          if (vErrors === null) {
            vErrors = [err126];
          } else {
            vErrors.push(err126);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('threshold' !== data19.type) {
              const err127 = {};
              if (vErrors === null) {
                vErrors = [err127];
              } else {
                vErrors.push(err127);
              }
              errors++;
            }
          }
        }
      }
      var _valid4 = _errs73 === errors;
      errors = _errs72;
      if (vErrors !== null) {
        if (_errs72) {
          vErrors.length = _errs72;
        } else {
          vErrors = null;
        }
      }
      if (_valid4) {
        const _errs75 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data19.threshold === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'threshold' });
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            let data118 = data19.language;
            if (!(data118 === 'kuery' || data118 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate58(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid4 = _errs75 === errors;
        valid19 = _valid4;
        if (valid19) {
          var props4 = {};
          props4.timestamp_field = true;
          props4.event_category_override = true;
          props4.tiebreaker_field = true;
          props4.new_terms = true;
          props4.new_terms_fields = true;
          props4.history_window_start = true;
          props4.threat_index = true;
          props4.threat_mapping = true;
          props4.threat_query = true;
          props4.threat_language = true;
          props4.threat_filters = true;
          props4.threat_indicator_path = true;
          props4.concurrent_searches = true;
          props4.items_per_search = true;
          props4.anomaly_threshold = true;
          props4.machine_learning_job_id = true;
          props4.language = true;
          props4.alert_suppression = true;
          props4.type = true;
        }
      }
      if (!valid19) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props4 !== undefined) {
        if (props4 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props4);
        }
      }
      const _errs79 = errors;
      let valid22 = true;
      const _errs80 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing5;
        if (data19.type === undefined && (missing5 = 'type')) {
          const err148 = {};
          if (vErrors === null) {
            vErrors = [err148];
          } else {
            vErrors.push(err148);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('new_terms' !== data19.type) {
              const err149 = {};
              if (vErrors === null) {
                vErrors = [err149];
              } else {
                vErrors.push(err149);
              }
              errors++;
            }
          }
        }
      }
      var _valid5 = _errs80 === errors;
      errors = _errs79;
      if (vErrors !== null) {
        if (_errs79) {
          vErrors.length = _errs79;
        } else {
          vErrors = null;
        }
      }
      if (_valid5) {
        const _errs82 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data19.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            let data136 = data19.language;
            if (!(data136 === 'kuery' || data136 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid5 = _errs82 === errors;
        valid22 = _valid5;
        if (valid22) {
          var props5 = {};
          props5.saved_id = true;
          props5.timestamp_field = true;
          props5.event_category_override = true;
          props5.tiebreaker_field = true;
          props5.threshold = true;
          props5.threat_index = true;
          props5.threat_mapping = true;
          props5.threat_query = true;
          props5.threat_language = true;
          props5.threat_filters = true;
          props5.threat_indicator_path = true;
          props5.concurrent_searches = true;
          props5.items_per_search = true;
          props5.anomaly_threshold = true;
          props5.machine_learning_job_id = true;
          props5.language = true;
          props5.alert_suppression = true;
          props5.type = true;
        }
      }
      if (!valid22) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props5 !== undefined) {
        if (props5 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props5);
        }
      }
      const _errs86 = errors;
      let valid25 = true;
      const _errs87 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing6;
        if (data19.type === undefined && (missing6 = 'type')) {
          const err168 = {};
          if (vErrors === null) {
            vErrors = [err168];
          } else {
            vErrors.push(err168);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('threat_match' !== data19.type) {
              const err169 = {};
              if (vErrors === null) {
                vErrors = [err169];
              } else {
                vErrors.push(err169);
              }
              errors++;
            }
          }
        }
      }
      var _valid6 = _errs87 === errors;
      errors = _errs86;
      if (vErrors !== null) {
        if (_errs86) {
          vErrors.length = _errs86;
        } else {
          vErrors = null;
        }
      }
      if (_valid6) {
        const _errs89 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data19.threat_index === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'threat_index' });
            errors++;
          }
          if (data19.threat_mapping === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'threat_mapping' });
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data19.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data19.language !== undefined) {
            let data148 = data19.language;
            if (!(data148 === 'kuery' || data148 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid6 = _errs89 === errors;
        valid25 = _valid6;
        if (valid25) {
          var props6 = {};
          props6.timestamp_field = true;
          props6.event_category_override = true;
          props6.tiebreaker_field = true;
          props6.threshold = true;
          props6.new_terms = true;
          props6.new_terms_fields = true;
          props6.history_window_start = true;
          props6.anomaly_threshold = true;
          props6.machine_learning_job_id = true;
          props6.language = true;
          props6.alert_suppression = true;
          props6.type = true;
        }
      }
      if (!valid25) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props6 !== undefined) {
        if (props6 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props6);
        }
      }
      const _errs93 = errors;
      let valid28 = true;
      const _errs94 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing7;
        if (data19.type === undefined && (missing7 = 'type')) {
          const err184 = {};
          if (vErrors === null) {
            vErrors = [err184];
          } else {
            vErrors.push(err184);
          }
          errors++;
        } else {
          if (data19.type !== undefined) {
            if ('machine_learning' !== data19.type) {
              const err185 = {};
              if (vErrors === null) {
                vErrors = [err185];
              } else {
                vErrors.push(err185);
              }
              errors++;
            }
          }
        }
      }
      var _valid7 = _errs94 === errors;
      errors = _errs93;
      if (vErrors !== null) {
        if (_errs93) {
          vErrors.length = _errs93;
        } else {
          vErrors = null;
        }
      }
      if (_valid7) {
        const _errs96 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.anomaly_threshold === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'anomaly_threshold' });
            errors++;
          }
          if (data19.machine_learning_job_id === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'machine_learning_job_id' });
            errors++;
          }
          if (data19.language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/language', 'false schema', {});
            errors++;
          }
          if (data19.query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/query', 'false schema', {});
            errors++;
          }
          if (data19.index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/index', 'false schema', {});
            errors++;
          }
          if (data19.data_view_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'false schema', {});
            errors++;
          }
          if (data19.filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/filters', 'false schema', {});
            errors++;
          }
          if (data19.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data19.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data19.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data19.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data19.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data19.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data19.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data19.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data19.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data19.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data19.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data19.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data19.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data19.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data19.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data19.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data19.alert_suppression !== undefined) {
            if (
              !validate53(data19.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data19,
                parentDataProperty: 'alert_suppression',
                rootData,
                dynamicAnchors,
              })
            ) {
              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
              errors = vErrors.length;
            }
          }
        }
        var _valid7 = _errs96 === errors;
        valid28 = _valid7;
        if (valid28) {
          var props7 = {};
          props7.language = true;
          props7.query = true;
          props7.index = true;
          props7.data_view_id = true;
          props7.filters = true;
          props7.saved_id = true;
          props7.timestamp_field = true;
          props7.event_category_override = true;
          props7.tiebreaker_field = true;
          props7.threshold = true;
          props7.new_terms = true;
          props7.new_terms_fields = true;
          props7.history_window_start = true;
          props7.threat_index = true;
          props7.threat_mapping = true;
          props7.threat_query = true;
          props7.threat_language = true;
          props7.threat_filters = true;
          props7.threat_indicator_path = true;
          props7.concurrent_searches = true;
          props7.items_per_search = true;
          props7.alert_suppression = true;
          props7.type = true;
        }
      }
      if (!valid28) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true && props7 !== undefined) {
        if (props7 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props7);
        }
      }
      const _errs99 = errors;
      let valid31 = true;
      const _errs100 = errors;
      const _errs101 = errors;
      const _errs102 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing8;
        if (data19.filters === undefined && (missing8 = 'filters')) {
          const err210 = {};
          if (vErrors === null) {
            vErrors = [err210];
          } else {
            vErrors.push(err210);
          }
          errors++;
        }
      }
      var valid32 = _errs102 === errors;
      if (valid32) {
        const err211 = {};
        if (vErrors === null) {
          vErrors = [err211];
        } else {
          vErrors.push(err211);
        }
        errors++;
      } else {
        errors = _errs101;
        if (vErrors !== null) {
          if (_errs101) {
            vErrors.length = _errs101;
          } else {
            vErrors = null;
          }
        }
      }
      if (errors === _errs100) {
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          let missing9;
          if (data19.type === undefined && (missing9 = 'type')) {
            const err212 = {};
            if (vErrors === null) {
              vErrors = [err212];
            } else {
              vErrors.push(err212);
            }
            errors++;
          } else {
            if (data19.type !== undefined) {
              let data173 = data19.type;
              if (!(
                data173 === 'query' ||
                data173 === 'threshold' ||
                data173 === 'new_terms' ||
                data173 === 'threat_match'
              )) {
                const err213 = {};
                if (vErrors === null) {
                  vErrors = [err213];
                } else {
                  vErrors.push(err213);
                }
                errors++;
              }
            }
          }
        }
      }
      var _valid8 = _errs100 === errors;
      errors = _errs99;
      if (vErrors !== null) {
        if (_errs99) {
          vErrors.length = _errs99;
        } else {
          vErrors = null;
        }
      }
      if (_valid8) {
        const _errs104 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.query === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'query' });
            errors++;
          }
        }
        var _valid8 = _errs104 === errors;
        valid31 = _valid8;
      }
      if (!valid31) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true) {
        props0 = props0 || {};
        props0.type = true;
      }
      const _errs106 = errors;
      let valid34 = true;
      const _errs107 = errors;
      const _errs108 = errors;
      const _errs109 = errors;
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        let missing10;
        if (data19.new_terms_fields === undefined && (missing10 = 'new_terms_fields')) {
          const err216 = {};
          if (vErrors === null) {
            vErrors = [err216];
          } else {
            vErrors.push(err216);
          }
          errors++;
        }
      }
      var valid35 = _errs109 === errors;
      if (valid35) {
        const err217 = {};
        if (vErrors === null) {
          vErrors = [err217];
        } else {
          vErrors.push(err217);
        }
        errors++;
      } else {
        errors = _errs108;
        if (vErrors !== null) {
          if (_errs108) {
            vErrors.length = _errs108;
          } else {
            vErrors = null;
          }
        }
      }
      if (errors === _errs107) {
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          let missing11;
          if (data19.type === undefined && (missing11 = 'type')) {
            const err218 = {};
            if (vErrors === null) {
              vErrors = [err218];
            } else {
              vErrors.push(err218);
            }
            errors++;
          } else {
            if (data19.type !== undefined) {
              if ('new_terms' !== data19.type) {
                const err219 = {};
                if (vErrors === null) {
                  vErrors = [err219];
                } else {
                  vErrors.push(err219);
                }
                errors++;
              }
            }
          }
        }
      }
      var _valid9 = _errs107 === errors;
      errors = _errs106;
      if (vErrors !== null) {
        if (_errs106) {
          vErrors.length = _errs106;
        } else {
          vErrors = null;
        }
      }
      if (_valid9) {
        const _errs111 = errors;
        if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
          if (data19.new_terms === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'new_terms' });
            errors++;
          }
        }
        var _valid9 = _errs111 === errors;
        valid34 = _valid9;
      }
      if (!valid34) {
        vErrors = note(vErrors, instancePath + '/rule', 'if', {});
        errors++;
      }
      if (props0 !== true) {
        props0 = props0 || {};
        props0.type = true;
      }
      if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
        if (data19.rule_id === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'rule_id' });
          errors++;
        }
        if (data19.name === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'name' });
          errors++;
        }
        if (data19.description === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'description' });
          errors++;
        }
        if (data19.author === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'author' });
          errors++;
        }
        if (data19.severity === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'severity' });
          errors++;
        }
        if (data19.risk_score === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'risk_score' });
          errors++;
        }
        if (data19.type === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'type' });
          errors++;
        }
        for (const key2 in data19) {
          if (!func1.call(schema19.properties.rule.properties, key2)) {
            vErrors = note(vErrors, instancePath + '/rule', 'additionalProperties', { additionalProperty: key2 });
            errors++;
          }
        }
        if (data19.type !== undefined) {
          let data175 = data19.type;
          if (typeof data175 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/type', 'type', {});
            errors++;
          }
          if (!(
            data175 === 'query' ||
            data175 === 'saved_query' ||
            data175 === 'eql' ||
            data175 === 'esql' ||
            data175 === 'threshold' ||
            data175 === 'new_terms' ||
            data175 === 'threat_match' ||
            data175 === 'machine_learning'
          )) {
            vErrors = note(vErrors, instancePath + '/rule/type', 'enum', {});
            errors++;
          }
        }
        if (data19.rule_id !== undefined) {
          let data176 = data19.rule_id;
          if (typeof data176 === 'string') {
            if (!pattern12.test(data176)) {
              vErrors = note(vErrors, instancePath + '/rule/rule_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/rule_id', 'type', {});
            errors++;
          }
        }
        if (data19.name !== undefined) {
          let data177 = data19.name;
          if (typeof data177 === 'string') {
            if (!pattern6.test(data177)) {
              vErrors = note(vErrors, instancePath + '/rule/name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/name', 'type', {});
            errors++;
          }
        }
        if (data19.description !== undefined) {
          let data178 = data19.description;
          if (typeof data178 === 'string') {
            if (!pattern6.test(data178)) {
              vErrors = note(vErrors, instancePath + '/rule/description', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/description', 'type', {});
            errors++;
          }
        }
        if (data19.author !== undefined) {
          let data179 = data19.author;
          if (Array.isArray(data179)) {
            const len2 = data179.length;
            for (let i2 = 0; i2 < len2; i2++) {
              if (typeof data179[i2] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/author/' + i2, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/author', 'type', {});
            errors++;
          }
        }
        if (data19.severity !== undefined) {
          let data181 = data19.severity;
          if (typeof data181 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/severity', 'type', {});
            errors++;
          }
          if (!(data181 === 'low' || data181 === 'medium' || data181 === 'high' || data181 === 'critical')) {
            vErrors = note(vErrors, instancePath + '/rule/severity', 'enum', {});
            errors++;
          }
        }
        if (data19.risk_score !== undefined) {
          let data182 = data19.risk_score;
          if (!(typeof data182 == 'number' && !(data182 % 1) && !isNaN(data182) && isFinite(data182))) {
            vErrors = note(vErrors, instancePath + '/rule/risk_score', 'type', {});
            errors++;
          }
          if (typeof data182 == 'number' && isFinite(data182)) {
            if (data182 > 100 || isNaN(data182)) {
              vErrors = note(vErrors, instancePath + '/rule/risk_score', 'maximum', { comparison: '<=', limit: 100 });
              errors++;
            }
            if (data182 < 0 || isNaN(data182)) {
              vErrors = note(vErrors, instancePath + '/rule/risk_score', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          }
        }
        if (data19.license !== undefined) {
          if (typeof data19.license !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/license', 'type', {});
            errors++;
          }
        }
        if (data19.enabled !== undefined) {
          if (typeof data19.enabled !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/rule/enabled', 'type', {});
            errors++;
          }
        }
        if (data19.from !== undefined) {
          let data185 = data19.from;
          if (typeof data185 === 'string') {
            if (!pattern15.test(data185)) {
              vErrors = note(vErrors, instancePath + '/rule/from', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/from', 'type', {});
            errors++;
          }
        }
        if (data19.to !== undefined) {
          let data186 = data19.to;
          if (typeof data186 === 'string') {
            if (!pattern15.test(data186)) {
              vErrors = note(vErrors, instancePath + '/rule/to', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/to', 'type', {});
            errors++;
          }
        }
        if (data19.interval !== undefined) {
          let data187 = data19.interval;
          if (typeof data187 === 'string') {
            if (!pattern17.test(data187)) {
              vErrors = note(vErrors, instancePath + '/rule/interval', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/interval', 'type', {});
            errors++;
          }
        }
        if (data19.max_signals !== undefined) {
          let data188 = data19.max_signals;
          if (!(typeof data188 == 'number' && !(data188 % 1) && !isNaN(data188) && isFinite(data188))) {
            vErrors = note(vErrors, instancePath + '/rule/max_signals', 'type', {});
            errors++;
          }
          if (typeof data188 == 'number' && isFinite(data188)) {
            if (data188 < 1 || isNaN(data188)) {
              vErrors = note(vErrors, instancePath + '/rule/max_signals', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data19.tags !== undefined) {
          let data189 = data19.tags;
          if (Array.isArray(data189)) {
            const len3 = data189.length;
            for (let i3 = 0; i3 < len3; i3++) {
              if (typeof data189[i3] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/tags/' + i3, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/tags', 'type', {});
            errors++;
          }
        }
        if (data19.references !== undefined) {
          let data191 = data19.references;
          if (Array.isArray(data191)) {
            const len4 = data191.length;
            for (let i4 = 0; i4 < len4; i4++) {
              if (typeof data191[i4] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/references/' + i4, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/references', 'type', {});
            errors++;
          }
        }
        if (data19.false_positives !== undefined) {
          let data193 = data19.false_positives;
          if (Array.isArray(data193)) {
            const len5 = data193.length;
            for (let i5 = 0; i5 < len5; i5++) {
              if (typeof data193[i5] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/false_positives/' + i5, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/false_positives', 'type', {});
            errors++;
          }
        }
        if (data19.note !== undefined) {
          if (typeof data19.note !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/note', 'type', {});
            errors++;
          }
        }
        if (data19.setup !== undefined) {
          if (typeof data19.setup !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/setup', 'type', {});
            errors++;
          }
        }
        if (data19.threat !== undefined) {
          let data197 = data19.threat;
          if (Array.isArray(data197)) {
            const len6 = data197.length;
            for (let i6 = 0; i6 < len6; i6++) {
              if (
                !validate63(data197[i6], {
                  instancePath: instancePath + '/rule/threat/' + i6,
                  parentData: data197,
                  parentDataProperty: i6,
                  rootData,
                  dynamicAnchors,
                })
              ) {
                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                errors = vErrors.length;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat', 'type', {});
            errors++;
          }
        }
        if (data19.threat_mappings !== undefined) {
          let data199 = data19.threat_mappings;
          if (Array.isArray(data199)) {
            const len7 = data199.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data200 = data199[i7];
              if (data200 && typeof data200 == 'object' && !Array.isArray(data200)) {
                if (data200.framework === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'required', {
                    missingProperty: 'framework',
                  });
                  errors++;
                }
                if (data200.version === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'required', {
                    missingProperty: 'version',
                  });
                  errors++;
                }
                if (data200.threat === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'required', {
                    missingProperty: 'threat',
                  });
                  errors++;
                }
                for (const key3 in data200) {
                  if (!(key3 === 'framework' || key3 === 'version' || key3 === 'threat')) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'additionalProperties', {
                      additionalProperty: key3,
                    });
                    errors++;
                  }
                }
                if (data200.framework !== undefined) {
                  let data201 = data200.framework;
                  if (typeof data201 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/framework', 'type', {});
                    errors++;
                  }
                  if (!(data201 === 'MITRE ATT&CK' || data201 === 'MITRE ATLAS')) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/framework', 'enum', {});
                    errors++;
                  }
                }
                if (data200.version !== undefined) {
                  let data202 = data200.version;
                  if (typeof data202 === 'string') {
                    if (!pattern6.test(data202)) {
                      vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/version', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/version', 'type', {});
                    errors++;
                  }
                }
                if (data200.threat !== undefined) {
                  let data203 = data200.threat;
                  if (Array.isArray(data203)) {
                    const len8 = data203.length;
                    for (let i8 = 0; i8 < len8; i8++) {
                      if (
                        !validate63(data203[i8], {
                          instancePath: instancePath + '/rule/threat_mappings/' + i7 + '/threat/' + i8,
                          parentData: data203,
                          parentDataProperty: i8,
                          rootData,
                          dynamicAnchors,
                        })
                      ) {
                        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                        errors = vErrors.length;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/threat', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat_mappings', 'type', {});
            errors++;
          }
        }
        if (data19.severity_mapping !== undefined) {
          let data205 = data19.severity_mapping;
          if (Array.isArray(data205)) {
            const len9 = data205.length;
            for (let i9 = 0; i9 < len9; i9++) {
              let data206 = data205[i9];
              if (data206 && typeof data206 == 'object' && !Array.isArray(data206)) {
                if (data206.field === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9, 'required', {
                    missingProperty: 'field',
                  });
                  errors++;
                }
                for (const key4 in data206) {
                  if (!(key4 === 'field' || key4 === 'operator' || key4 === 'value' || key4 === 'severity')) {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9, 'additionalProperties', {
                      additionalProperty: key4,
                    });
                    errors++;
                  }
                }
                if (data206.field !== undefined) {
                  if (typeof data206.field !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/field', 'type', {});
                    errors++;
                  }
                }
                if (data206.operator !== undefined) {
                  let data208 = data206.operator;
                  if (typeof data208 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/operator', 'type', {});
                    errors++;
                  }
                  if (!(data208 === 'equals')) {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/operator', 'enum', {});
                    errors++;
                  }
                }
                if (data206.value !== undefined) {
                  if (typeof data206.value !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/value', 'type', {});
                    errors++;
                  }
                }
                if (data206.severity !== undefined) {
                  let data210 = data206.severity;
                  if (typeof data210 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/severity', 'type', {});
                    errors++;
                  }
                  if (!(data210 === 'low' || data210 === 'medium' || data210 === 'high' || data210 === 'critical')) {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/severity', 'enum', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/severity_mapping', 'type', {});
            errors++;
          }
        }
        if (data19.risk_score_mapping !== undefined) {
          let data211 = data19.risk_score_mapping;
          if (Array.isArray(data211)) {
            const len10 = data211.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data212 = data211[i10];
              if (data212 && typeof data212 == 'object' && !Array.isArray(data212)) {
                if (data212.field === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10, 'required', {
                    missingProperty: 'field',
                  });
                  errors++;
                }
                for (const key5 in data212) {
                  if (!(
                    key5 === 'field' ||
                    key5 === 'operator' ||
                    key5 === 'value' ||
                    key5 === 'risk_score' ||
                    key5 === 'severity'
                  )) {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10, 'additionalProperties', {
                      additionalProperty: key5,
                    });
                    errors++;
                  }
                }
                if (data212.field !== undefined) {
                  if (typeof data212.field !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/field', 'type', {});
                    errors++;
                  }
                }
                if (data212.operator !== undefined) {
                  let data214 = data212.operator;
                  if (typeof data214 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/operator', 'type', {});
                    errors++;
                  }
                  if (!(data214 === 'equals')) {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/operator', 'enum', {});
                    errors++;
                  }
                }
                if (data212.value !== undefined) {
                  if (typeof data212.value !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/value', 'type', {});
                    errors++;
                  }
                }
                if (data212.risk_score !== undefined) {
                  let data216 = data212.risk_score;
                  if (!(typeof data216 == 'number' && !(data216 % 1) && !isNaN(data216) && isFinite(data216))) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/risk_score_mapping/' + i10 + '/risk_score',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (typeof data216 == 'number' && isFinite(data216)) {
                    if (data216 > 100 || isNaN(data216)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/risk_score_mapping/' + i10 + '/risk_score',
                        'maximum',
                        { comparison: '<=', limit: 100 },
                      );
                      errors++;
                    }
                    if (data216 < 0 || isNaN(data216)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/risk_score_mapping/' + i10 + '/risk_score',
                        'minimum',
                        { comparison: '>=', limit: 0 },
                      );
                      errors++;
                    }
                  }
                }
                if (data212.severity !== undefined) {
                  let data217 = data212.severity;
                  if (typeof data217 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/severity', 'type', {});
                    errors++;
                  }
                  if (!(data217 === 'low' || data217 === 'medium' || data217 === 'high' || data217 === 'critical')) {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/severity', 'enum', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping', 'type', {});
            errors++;
          }
        }
        if (data19.rule_name_override !== undefined) {
          if (typeof data19.rule_name_override !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/rule_name_override', 'type', {});
            errors++;
          }
        }
        if (data19.timestamp_override !== undefined) {
          if (typeof data19.timestamp_override !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_override', 'type', {});
            errors++;
          }
        }
        if (data19.timestamp_override_fallback_disabled !== undefined) {
          if (typeof data19.timestamp_override_fallback_disabled !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_override_fallback_disabled', 'type', {});
            errors++;
          }
        }
        if (data19.timeline_id !== undefined) {
          if (typeof data19.timeline_id !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/timeline_id', 'type', {});
            errors++;
          }
        }
        if (data19.timeline_title !== undefined) {
          if (typeof data19.timeline_title !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/timeline_title', 'type', {});
            errors++;
          }
        }
        if (data19.building_block_type !== undefined) {
          let data223 = data19.building_block_type;
          if (typeof data223 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/building_block_type', 'type', {});
            errors++;
          }
          if (!(data223 === 'default')) {
            vErrors = note(vErrors, instancePath + '/rule/building_block_type', 'enum', {});
            errors++;
          }
        }
        if (data19.exceptions_list !== undefined) {
          let data224 = data19.exceptions_list;
          if (Array.isArray(data224)) {
            const len11 = data224.length;
            for (let i11 = 0; i11 < len11; i11++) {
              let data225 = data224[i11];
              if (data225 && typeof data225 == 'object' && !Array.isArray(data225)) {
                if (data225.id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'id',
                  });
                  errors++;
                }
                if (data225.list_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'list_id',
                  });
                  errors++;
                }
                if (data225.type === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'type',
                  });
                  errors++;
                }
                if (data225.namespace_type === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'namespace_type',
                  });
                  errors++;
                }
                for (const key6 in data225) {
                  if (!(key6 === 'id' || key6 === 'list_id' || key6 === 'type' || key6 === 'namespace_type')) {
                    if (typeof data225[key6] !== 'string') {
                      vErrors = note(
                        vErrors,
                        instancePath +
                          '/rule/exceptions_list/' +
                          i11 +
                          '/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                        'type',
                        {},
                      );
                      errors++;
                    }
                  }
                }
                if (data225.id !== undefined) {
                  let data227 = data225.id;
                  if (typeof data227 === 'string') {
                    if (!pattern6.test(data227)) {
                      vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/id', 'type', {});
                    errors++;
                  }
                }
                if (data225.list_id !== undefined) {
                  let data228 = data225.list_id;
                  if (typeof data228 === 'string') {
                    if (!pattern6.test(data228)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/exceptions_list/' + i11 + '/list_id',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/list_id', 'type', {});
                    errors++;
                  }
                }
                if (data225.type !== undefined) {
                  let data229 = data225.type;
                  if (typeof data229 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/type', 'type', {});
                    errors++;
                  }
                  if (!(
                    data229 === 'detection' ||
                    data229 === 'rule_default' ||
                    data229 === 'endpoint' ||
                    data229 === 'endpoint_trusted_apps' ||
                    data229 === 'endpoint_trusted_devices' ||
                    data229 === 'endpoint_events' ||
                    data229 === 'endpoint_host_isolation_exceptions' ||
                    data229 === 'endpoint_blocklists'
                  )) {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/type', 'enum', {});
                    errors++;
                  }
                }
                if (data225.namespace_type !== undefined) {
                  let data230 = data225.namespace_type;
                  if (typeof data230 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/exceptions_list/' + i11 + '/namespace_type',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data230 === 'single' || data230 === 'agnostic')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/exceptions_list/' + i11 + '/namespace_type',
                      'enum',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/exceptions_list', 'type', {});
            errors++;
          }
        }
        if (data19.actions !== undefined) {
          let data231 = data19.actions;
          if (Array.isArray(data231)) {
            const len12 = data231.length;
            for (let i12 = 0; i12 < len12; i12++) {
              let data232 = data231[i12];
              if (data232 && typeof data232 == 'object' && !Array.isArray(data232)) {
                if (data232.action_type_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'required', {
                    missingProperty: 'action_type_id',
                  });
                  errors++;
                }
                if (data232.id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'required', { missingProperty: 'id' });
                  errors++;
                }
                if (data232.params === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'required', {
                    missingProperty: 'params',
                  });
                  errors++;
                }
                if (data232.action_type_id !== undefined) {
                  let data233 = data232.action_type_id;
                  if (typeof data233 === 'string') {
                    if (!pattern6.test(data233)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/action_type_id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/action_type_id', 'type', {});
                    errors++;
                  }
                }
                if (data232.id !== undefined) {
                  let data234 = data232.id;
                  if (typeof data234 === 'string') {
                    if (!pattern6.test(data234)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/id', 'type', {});
                    errors++;
                  }
                }
                if (data232.group !== undefined) {
                  let data235 = data232.group;
                  if (typeof data235 === 'string') {
                    if (!pattern6.test(data235)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/group', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/group', 'type', {});
                    errors++;
                  }
                }
                if (data232.params !== undefined) {
                  let data236 = data232.params;
                  if (!(data236 && typeof data236 == 'object' && !Array.isArray(data236))) {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/params', 'type', {});
                    errors++;
                  }
                }
                if (data232.frequency !== undefined) {
                  let data237 = data232.frequency;
                  if (!(data237 && typeof data237 == 'object' && !Array.isArray(data237))) {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/frequency', 'type', {});
                    errors++;
                  }
                }
                if (data232.alerts_filter !== undefined) {
                  let data238 = data232.alerts_filter;
                  if (!(data238 && typeof data238 == 'object' && !Array.isArray(data238))) {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/alerts_filter', 'type', {});
                    errors++;
                  }
                }
                if (data232.uuid !== undefined) {
                  let data239 = data232.uuid;
                  if (typeof data239 === 'string') {
                    if (!pattern6.test(data239)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/uuid', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/uuid', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/actions', 'type', {});
            errors++;
          }
        }
        if (data19.response_actions !== undefined) {
          let data240 = data19.response_actions;
          if (Array.isArray(data240)) {
            const len13 = data240.length;
            for (let i13 = 0; i13 < len13; i13++) {
              let data241 = data240[i13];
              if (data241 && typeof data241 == 'object' && !Array.isArray(data241)) {
                if (data241.action_type_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/response_actions/' + i13, 'required', {
                    missingProperty: 'action_type_id',
                  });
                  errors++;
                }
                if (data241.params === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/response_actions/' + i13, 'required', {
                    missingProperty: 'params',
                  });
                  errors++;
                }
                if (data241.action_type_id !== undefined) {
                  let data242 = data241.action_type_id;
                  if (typeof data242 === 'string') {
                    if (!pattern6.test(data242)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/response_actions/' + i13 + '/action_type_id',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/response_actions/' + i13 + '/action_type_id',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data241.params !== undefined) {
                  let data243 = data241.params;
                  if (!(data243 && typeof data243 == 'object' && !Array.isArray(data243))) {
                    vErrors = note(vErrors, instancePath + '/rule/response_actions/' + i13 + '/params', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/response_actions/' + i13, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/response_actions', 'type', {});
            errors++;
          }
        }
        if (data19.investigation_fields !== undefined) {
          let data244 = data19.investigation_fields;
          if (data244 && typeof data244 == 'object' && !Array.isArray(data244)) {
            if (data244.field_names === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/investigation_fields', 'required', {
                missingProperty: 'field_names',
              });
              errors++;
            }
            for (const key7 in data244) {
              if (!(key7 === 'field_names')) {
                vErrors = note(vErrors, instancePath + '/rule/investigation_fields', 'additionalProperties', {
                  additionalProperty: key7,
                });
                errors++;
              }
            }
            if (data244.field_names !== undefined) {
              let data245 = data244.field_names;
              if (Array.isArray(data245)) {
                if (data245.length < 1) {
                  vErrors = note(vErrors, instancePath + '/rule/investigation_fields/field_names', 'minItems', {
                    limit: 1,
                  });
                  errors++;
                }
                const len14 = data245.length;
                for (let i14 = 0; i14 < len14; i14++) {
                  let data246 = data245[i14];
                  if (typeof data246 === 'string') {
                    if (!pattern6.test(data246)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/investigation_fields/field_names/' + i14,
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/investigation_fields/field_names/' + i14, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/investigation_fields/field_names', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/investigation_fields', 'type', {});
            errors++;
          }
        }
        if (data19.related_integrations !== undefined) {
          let data247 = data19.related_integrations;
          if (Array.isArray(data247)) {
            const len15 = data247.length;
            for (let i15 = 0; i15 < len15; i15++) {
              let data248 = data247[i15];
              if (data248 && typeof data248 == 'object' && !Array.isArray(data248)) {
                if (data248.package === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/related_integrations/' + i15, 'required', {
                    missingProperty: 'package',
                  });
                  errors++;
                }
                if (data248.version === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/related_integrations/' + i15, 'required', {
                    missingProperty: 'version',
                  });
                  errors++;
                }
                for (const key8 in data248) {
                  if (!(key8 === 'package' || key8 === 'version' || key8 === 'integration')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/related_integrations/' + i15,
                      'additionalProperties',
                      { additionalProperty: key8 },
                    );
                    errors++;
                  }
                }
                if (data248.package !== undefined) {
                  let data249 = data248.package;
                  if (typeof data249 === 'string') {
                    if (!pattern6.test(data249)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/related_integrations/' + i15 + '/package',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/related_integrations/' + i15 + '/package',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data248.version !== undefined) {
                  let data250 = data248.version;
                  if (typeof data250 === 'string') {
                    if (!pattern6.test(data250)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/related_integrations/' + i15 + '/version',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/related_integrations/' + i15 + '/version',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data248.integration !== undefined) {
                  let data251 = data248.integration;
                  if (typeof data251 === 'string') {
                    if (!pattern6.test(data251)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/related_integrations/' + i15 + '/integration',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/related_integrations/' + i15 + '/integration',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/related_integrations/' + i15, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/related_integrations', 'type', {});
            errors++;
          }
        }
        if (data19.required_fields !== undefined) {
          let data252 = data19.required_fields;
          if (Array.isArray(data252)) {
            const len16 = data252.length;
            for (let i16 = 0; i16 < len16; i16++) {
              let data253 = data252[i16];
              if (data253 && typeof data253 == 'object' && !Array.isArray(data253)) {
                if (data253.name === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'required', {
                    missingProperty: 'name',
                  });
                  errors++;
                }
                if (data253.type === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'required', {
                    missingProperty: 'type',
                  });
                  errors++;
                }
                for (const key9 in data253) {
                  if (!(key9 === 'name' || key9 === 'type' || key9 === 'ecs')) {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'additionalProperties', {
                      additionalProperty: key9,
                    });
                    errors++;
                  }
                }
                if (data253.name !== undefined) {
                  let data254 = data253.name;
                  if (typeof data254 === 'string') {
                    if (!pattern6.test(data254)) {
                      vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/name', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/name', 'type', {});
                    errors++;
                  }
                }
                if (data253.type !== undefined) {
                  let data255 = data253.type;
                  if (typeof data255 === 'string') {
                    if (!pattern6.test(data255)) {
                      vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/type', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/type', 'type', {});
                    errors++;
                  }
                }
                if (data253.ecs !== undefined) {
                  if (typeof data253.ecs !== 'boolean') {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/ecs', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/required_fields', 'type', {});
            errors++;
          }
        }
        if (data19.throttle !== undefined) {
          if (typeof data19.throttle !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/throttle', 'type', {});
            errors++;
          }
        }
        if (data19.meta !== undefined) {
          let data258 = data19.meta;
          if (!(data258 && typeof data258 == 'object' && !Array.isArray(data258))) {
            vErrors = note(vErrors, instancePath + '/rule/meta', 'type', {});
            errors++;
          }
        }
        if (data19.namespace !== undefined) {
          if (typeof data19.namespace !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/namespace', 'type', {});
            errors++;
          }
        }
        if (data19.output_index !== undefined) {
          if (typeof data19.output_index !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/output_index', 'type', {});
            errors++;
          }
        }
        if (data19.version !== undefined) {
          let data261 = data19.version;
          if (!(typeof data261 == 'number' && !(data261 % 1) && !isNaN(data261) && isFinite(data261))) {
            vErrors = note(vErrors, instancePath + '/rule/version', 'type', {});
            errors++;
          }
          if (typeof data261 == 'number' && isFinite(data261)) {
            if (data261 < 1 || isNaN(data261)) {
              vErrors = note(vErrors, instancePath + '/rule/version', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data19.revision !== undefined) {
          let data262 = data19.revision;
          if (!(typeof data262 == 'number' && !(data262 % 1) && !isNaN(data262) && isFinite(data262))) {
            vErrors = note(vErrors, instancePath + '/rule/revision', 'type', {});
            errors++;
          }
          if (typeof data262 == 'number' && isFinite(data262)) {
            if (data262 < 0 || isNaN(data262)) {
              vErrors = note(vErrors, instancePath + '/rule/revision', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          }
        }
        if (data19.language !== undefined) {
          let data263 = data19.language;
          if (typeof data263 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/language', 'type', {});
            errors++;
          }
          if (!(data263 === 'kuery' || data263 === 'lucene' || data263 === 'eql' || data263 === 'esql')) {
            vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
            errors++;
          }
        }
        if (data19.query !== undefined) {
          if (typeof data19.query !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/query', 'type', {});
            errors++;
          }
        }
        if (data19.index !== undefined) {
          let data265 = data19.index;
          if (Array.isArray(data265)) {
            if (data265.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/index', 'minItems', { limit: 1 });
              errors++;
            }
            const len17 = data265.length;
            for (let i17 = 0; i17 < len17; i17++) {
              let data266 = data265[i17];
              if (typeof data266 === 'string') {
                if (!pattern6.test(data266)) {
                  vErrors = note(vErrors, instancePath + '/rule/index/' + i17, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/index/' + i17, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/index', 'type', {});
            errors++;
          }
        }
        if (data19.data_view_id !== undefined) {
          let data267 = data19.data_view_id;
          if (typeof data267 === 'string') {
            if (!pattern6.test(data267)) {
              vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'type', {});
            errors++;
          }
        }
        if (data19.filters !== undefined) {
          let data268 = data19.filters;
          if (Array.isArray(data268)) {
            const len18 = data268.length;
            for (let i18 = 0; i18 < len18; i18++) {
              let data269 = data268[i18];
              if (data269 && typeof data269 == 'object' && !Array.isArray(data269)) {
                if (data269.meta !== undefined) {
                  let data270 = data269.meta;
                  if (!(data270 && typeof data270 == 'object' && !Array.isArray(data270))) {
                    vErrors = note(vErrors, instancePath + '/rule/filters/' + i18 + '/meta', 'type', {});
                    errors++;
                  }
                }
                if (data269.query !== undefined) {
                  let data271 = data269.query;
                  if (!(data271 && typeof data271 == 'object' && !Array.isArray(data271))) {
                    vErrors = note(vErrors, instancePath + '/rule/filters/' + i18 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data269.$state !== undefined) {
                  let data272 = data269.$state;
                  if (!(data272 && typeof data272 == 'object' && !Array.isArray(data272))) {
                    vErrors = note(vErrors, instancePath + '/rule/filters/' + i18 + '/$state', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/filters/' + i18, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/filters', 'type', {});
            errors++;
          }
        }
        if (data19.saved_id !== undefined) {
          let data273 = data19.saved_id;
          if (typeof data273 === 'string') {
            if (!pattern6.test(data273)) {
              vErrors = note(vErrors, instancePath + '/rule/saved_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'type', {});
            errors++;
          }
        }
        if (data19.alert_suppression !== undefined) {
          let data274 = data19.alert_suppression;
          if (!(data274 && typeof data274 == 'object' && !Array.isArray(data274))) {
            vErrors = note(vErrors, instancePath + '/rule/alert_suppression', 'type', {});
            errors++;
          }
        }
        if (data19.timestamp_field !== undefined) {
          let data275 = data19.timestamp_field;
          if (typeof data275 === 'string') {
            if (!pattern6.test(data275)) {
              vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'type', {});
            errors++;
          }
        }
        if (data19.event_category_override !== undefined) {
          let data276 = data19.event_category_override;
          if (typeof data276 === 'string') {
            if (!pattern6.test(data276)) {
              vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'type', {});
            errors++;
          }
        }
        if (data19.tiebreaker_field !== undefined) {
          let data277 = data19.tiebreaker_field;
          if (typeof data277 === 'string') {
            if (!pattern6.test(data277)) {
              vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'type', {});
            errors++;
          }
        }
        if (data19.threshold !== undefined) {
          let data278 = data19.threshold;
          if (data278 && typeof data278 == 'object' && !Array.isArray(data278)) {
            if (data278.field === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/threshold', 'required', { missingProperty: 'field' });
              errors++;
            }
            if (data278.value === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/threshold', 'required', { missingProperty: 'value' });
              errors++;
            }
            for (const key10 in data278) {
              if (!(key10 === 'field' || key10 === 'value' || key10 === 'cardinality')) {
                vErrors = note(vErrors, instancePath + '/rule/threshold', 'additionalProperties', {
                  additionalProperty: key10,
                });
                errors++;
              }
            }
            if (data278.field !== undefined) {
              let data279 = data278.field;
              if (Array.isArray(data279)) {
                if (data279.length > 5) {
                  vErrors = note(vErrors, instancePath + '/rule/threshold/field', 'maxItems', { limit: 5 });
                  errors++;
                }
                const len19 = data279.length;
                for (let i19 = 0; i19 < len19; i19++) {
                  let data280 = data279[i19];
                  if (typeof data280 === 'string') {
                    if (!pattern6.test(data280)) {
                      vErrors = note(vErrors, instancePath + '/rule/threshold/field/' + i19, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/threshold/field/' + i19, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/threshold/field', 'type', {});
                errors++;
              }
            }
            if (data278.value !== undefined) {
              let data281 = data278.value;
              if (!(typeof data281 == 'number' && !(data281 % 1) && !isNaN(data281) && isFinite(data281))) {
                vErrors = note(vErrors, instancePath + '/rule/threshold/value', 'type', {});
                errors++;
              }
              if (typeof data281 == 'number' && isFinite(data281)) {
                if (data281 < 1 || isNaN(data281)) {
                  vErrors = note(vErrors, instancePath + '/rule/threshold/value', 'minimum', {
                    comparison: '>=',
                    limit: 1,
                  });
                  errors++;
                }
              }
            }
            if (data278.cardinality !== undefined) {
              let data282 = data278.cardinality;
              if (Array.isArray(data282)) {
                const len20 = data282.length;
                for (let i20 = 0; i20 < len20; i20++) {
                  let data283 = data282[i20];
                  if (data283 && typeof data283 == 'object' && !Array.isArray(data283)) {
                    if (data283.field === undefined) {
                      vErrors = note(vErrors, instancePath + '/rule/threshold/cardinality/' + i20, 'required', {
                        missingProperty: 'field',
                      });
                      errors++;
                    }
                    if (data283.value === undefined) {
                      vErrors = note(vErrors, instancePath + '/rule/threshold/cardinality/' + i20, 'required', {
                        missingProperty: 'value',
                      });
                      errors++;
                    }
                    for (const key11 in data283) {
                      if (!(key11 === 'field' || key11 === 'value')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/threshold/cardinality/' + i20,
                          'additionalProperties',
                          { additionalProperty: key11 },
                        );
                        errors++;
                      }
                    }
                    if (data283.field !== undefined) {
                      let data284 = data283.field;
                      if (typeof data284 === 'string') {
                        if (!pattern6.test(data284)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threshold/cardinality/' + i20 + '/field',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/threshold/cardinality/' + i20 + '/field',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data283.value !== undefined) {
                      let data285 = data283.value;
                      if (!(typeof data285 == 'number' && !(data285 % 1) && !isNaN(data285) && isFinite(data285))) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/threshold/cardinality/' + i20 + '/value',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (typeof data285 == 'number' && isFinite(data285)) {
                        if (data285 < 1 || isNaN(data285)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threshold/cardinality/' + i20 + '/value',
                            'minimum',
                            { comparison: '>=', limit: 1 },
                          );
                          errors++;
                        }
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/threshold/cardinality/' + i20, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/threshold/cardinality', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'type', {});
            errors++;
          }
        }
        if (data19.new_terms !== undefined) {
          let data286 = data19.new_terms;
          if (data286 && typeof data286 == 'object' && !Array.isArray(data286)) {
            if (data286.field === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms', 'required', { missingProperty: 'field' });
              errors++;
            }
            if (data286.value === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms', 'required', { missingProperty: 'value' });
              errors++;
            }
            if (data286.history_window_start === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms', 'required', {
                missingProperty: 'history_window_start',
              });
              errors++;
            }
            for (const key12 in data286) {
              if (!(key12 === 'field' || key12 === 'value' || key12 === 'history_window_start')) {
                vErrors = note(vErrors, instancePath + '/rule/new_terms', 'additionalProperties', {
                  additionalProperty: key12,
                });
                errors++;
              }
            }
            if (data286.field !== undefined) {
              let data287 = data286.field;
              if (typeof data287 !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/new_terms/field', 'type', {});
                errors++;
              }
              if (!(data287 === 'new_terms_fields')) {
                vErrors = note(vErrors, instancePath + '/rule/new_terms/field', 'enum', {});
                errors++;
              }
            }
            if (data286.value !== undefined) {
              let data288 = data286.value;
              if (Array.isArray(data288)) {
                if (data288.length > 3) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/value', 'maxItems', { limit: 3 });
                  errors++;
                }
                if (data288.length < 1) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/value', 'minItems', { limit: 1 });
                  errors++;
                }
                const len21 = data288.length;
                for (let i21 = 0; i21 < len21; i21++) {
                  let data289 = data288[i21];
                  if (typeof data289 === 'string') {
                    if (!pattern6.test(data289)) {
                      vErrors = note(vErrors, instancePath + '/rule/new_terms/value/' + i21, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/new_terms/value/' + i21, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/new_terms/value', 'type', {});
                errors++;
              }
            }
            if (data286.history_window_start !== undefined) {
              let data290 = data286.history_window_start;
              if (Array.isArray(data290)) {
                if (data290.length > 1) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/history_window_start', 'maxItems', {
                    limit: 1,
                  });
                  errors++;
                }
                if (data290.length < 1) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/history_window_start', 'minItems', {
                    limit: 1,
                  });
                  errors++;
                }
                const len22 = data290.length;
                for (let i22 = 0; i22 < len22; i22++) {
                  let data291 = data290[i22];
                  if (data291 && typeof data291 == 'object' && !Array.isArray(data291)) {
                    if (data291.field === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/new_terms/history_window_start/' + i22,
                        'required',
                        { missingProperty: 'field' },
                      );
                      errors++;
                    }
                    if (data291.value === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/new_terms/history_window_start/' + i22,
                        'required',
                        { missingProperty: 'value' },
                      );
                      errors++;
                    }
                    for (const key13 in data291) {
                      if (!(key13 === 'field' || key13 === 'value')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/new_terms/history_window_start/' + i22,
                          'additionalProperties',
                          { additionalProperty: key13 },
                        );
                        errors++;
                      }
                    }
                    if (data291.field !== undefined) {
                      let data292 = data291.field;
                      if (typeof data292 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/new_terms/history_window_start/' + i22 + '/field',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data292 === 'history_window_start')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/new_terms/history_window_start/' + i22 + '/field',
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data291.value !== undefined) {
                      let data293 = data291.value;
                      if (typeof data293 === 'string') {
                        if (!pattern15.test(data293)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/new_terms/history_window_start/' + i22 + '/value',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/new_terms/history_window_start/' + i22 + '/value',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/new_terms/history_window_start/' + i22, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/new_terms/history_window_start', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'type', {});
            errors++;
          }
        }
        if (data19.new_terms_fields !== undefined) {
          let data294 = data19.new_terms_fields;
          if (Array.isArray(data294)) {
            if (data294.length > 3) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'maxItems', { limit: 3 });
              errors++;
            }
            if (data294.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'minItems', { limit: 1 });
              errors++;
            }
            const len23 = data294.length;
            for (let i23 = 0; i23 < len23; i23++) {
              let data295 = data294[i23];
              if (typeof data295 === 'string') {
                if (!pattern6.test(data295)) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms_fields/' + i23, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/new_terms_fields/' + i23, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'type', {});
            errors++;
          }
        }
        if (data19.history_window_start !== undefined) {
          let data296 = data19.history_window_start;
          if (typeof data296 === 'string') {
            if (!pattern15.test(data296)) {
              vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'type', {});
            errors++;
          }
        }
        if (data19.threat_index !== undefined) {
          let data297 = data19.threat_index;
          if (Array.isArray(data297)) {
            if (data297.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/threat_index', 'minItems', { limit: 1 });
              errors++;
            }
            const len24 = data297.length;
            for (let i24 = 0; i24 < len24; i24++) {
              let data298 = data297[i24];
              if (typeof data298 === 'string') {
                if (!pattern6.test(data298)) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_index/' + i24, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/threat_index/' + i24, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'type', {});
            errors++;
          }
        }
        if (data19.threat_mapping !== undefined) {
          let data299 = data19.threat_mapping;
          if (Array.isArray(data299)) {
            if (data299.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'minItems', { limit: 1 });
              errors++;
            }
            const len25 = data299.length;
            for (let i25 = 0; i25 < len25; i25++) {
              let data300 = data299[i25];
              if (data300 && typeof data300 == 'object' && !Array.isArray(data300)) {
                if (data300.entries === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25, 'required', {
                    missingProperty: 'entries',
                  });
                  errors++;
                }
                for (const key14 in data300) {
                  if (!(key14 === 'entries')) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25, 'additionalProperties', {
                      additionalProperty: key14,
                    });
                    errors++;
                  }
                }
                if (data300.entries !== undefined) {
                  let data301 = data300.entries;
                  if (Array.isArray(data301)) {
                    if (data301.length < 1) {
                      vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25 + '/entries', 'minItems', {
                        limit: 1,
                      });
                      errors++;
                    }
                    const len26 = data301.length;
                    for (let i26 = 0; i26 < len26; i26++) {
                      let data302 = data301[i26];
                      if (data302 && typeof data302 == 'object' && !Array.isArray(data302)) {
                        if (data302.field === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                            'required',
                            { missingProperty: 'field' },
                          );
                          errors++;
                        }
                        if (data302.type === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                            'required',
                            { missingProperty: 'type' },
                          );
                          errors++;
                        }
                        if (data302.value === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                            'required',
                            { missingProperty: 'value' },
                          );
                          errors++;
                        }
                        for (const key15 in data302) {
                          if (!(key15 === 'field' || key15 === 'type' || key15 === 'value' || key15 === 'negate')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                              'additionalProperties',
                              { additionalProperty: key15 },
                            );
                            errors++;
                          }
                        }
                        if (data302.field !== undefined) {
                          let data303 = data302.field;
                          if (typeof data303 === 'string') {
                            if (!pattern6.test(data303)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/field',
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/field',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data302.type !== undefined) {
                          let data304 = data302.type;
                          if (typeof data304 !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/type',
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (!(data304 === 'mapping')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/type',
                              'enum',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data302.value !== undefined) {
                          let data305 = data302.value;
                          if (typeof data305 === 'string') {
                            if (!pattern6.test(data305)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/value',
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/value',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data302.negate !== undefined) {
                          if (typeof data302.negate !== 'boolean') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/negate',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25 + '/entries', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'type', {});
            errors++;
          }
        }
        if (data19.threat_query !== undefined) {
          if (typeof data19.threat_query !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'type', {});
            errors++;
          }
        }
        if (data19.threat_language !== undefined) {
          let data308 = data19.threat_language;
          if (typeof data308 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'type', {});
            errors++;
          }
          if (!(data308 === 'kuery' || data308 === 'lucene')) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'enum', {});
            errors++;
          }
        }
        if (data19.threat_filters !== undefined) {
          let data309 = data19.threat_filters;
          if (Array.isArray(data309)) {
            const len27 = data309.length;
            for (let i27 = 0; i27 < len27; i27++) {
              let data310 = data309[i27];
              if (data310 && typeof data310 == 'object' && !Array.isArray(data310)) {
                if (data310.meta !== undefined) {
                  let data311 = data310.meta;
                  if (!(data311 && typeof data311 == 'object' && !Array.isArray(data311))) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_filters/' + i27 + '/meta', 'type', {});
                    errors++;
                  }
                }
                if (data310.query !== undefined) {
                  let data312 = data310.query;
                  if (!(data312 && typeof data312 == 'object' && !Array.isArray(data312))) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_filters/' + i27 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data310.$state !== undefined) {
                  let data313 = data310.$state;
                  if (!(data313 && typeof data313 == 'object' && !Array.isArray(data313))) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_filters/' + i27 + '/$state', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/threat_filters/' + i27, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'type', {});
            errors++;
          }
        }
        if (data19.threat_indicator_path !== undefined) {
          let data314 = data19.threat_indicator_path;
          if (typeof data314 === 'string') {
            if (!pattern6.test(data314)) {
              vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'type', {});
            errors++;
          }
        }
        if (data19.concurrent_searches !== undefined) {
          let data315 = data19.concurrent_searches;
          if (!(typeof data315 == 'number' && !(data315 % 1) && !isNaN(data315) && isFinite(data315))) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'type', {});
            errors++;
          }
          if (typeof data315 == 'number' && isFinite(data315)) {
            if (data315 < 1 || isNaN(data315)) {
              vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'minimum', {
                comparison: '>=',
                limit: 1,
              });
              errors++;
            }
          }
        }
        if (data19.items_per_search !== undefined) {
          let data316 = data19.items_per_search;
          if (!(typeof data316 == 'number' && !(data316 % 1) && !isNaN(data316) && isFinite(data316))) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'type', {});
            errors++;
          }
          if (typeof data316 == 'number' && isFinite(data316)) {
            if (data316 < 1 || isNaN(data316)) {
              vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'minimum', {
                comparison: '>=',
                limit: 1,
              });
              errors++;
            }
          }
        }
        if (data19.anomaly_threshold !== undefined) {
          let data317 = data19.anomaly_threshold;
          if (!(typeof data317 == 'number' && !(data317 % 1) && !isNaN(data317) && isFinite(data317))) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'type', {});
            errors++;
          }
          if (typeof data317 == 'number' && isFinite(data317)) {
            if (data317 > 100 || isNaN(data317)) {
              vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'maximum', {
                comparison: '<=',
                limit: 100,
              });
              errors++;
            }
            if (data317 < 0 || isNaN(data317)) {
              vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'minimum', {
                comparison: '>=',
                limit: 0,
              });
              errors++;
            }
          }
        }
        if (data19.machine_learning_job_id !== undefined) {
          let data318 = data19.machine_learning_job_id;
          if (typeof data318 !== 'string' && !Array.isArray(data318)) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'type', {});
            errors++;
          }
          if (typeof data318 === 'string') {
            if (!pattern6.test(data318)) {
              vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'pattern', {});
              errors++;
            }
          }
          if (Array.isArray(data318)) {
            const len28 = data318.length;
            for (let i28 = 0; i28 < len28; i28++) {
              let data319 = data318[i28];
              if (typeof data319 === 'string') {
                if (!pattern6.test(data319)) {
                  vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id/' + i28, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id/' + i28, 'type', {});
                errors++;
              }
            }
          }
        }
        if (data19.new_terms_fields !== undefined) {
          if (data19.history_window_start === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'dependentRequired', {
              missingProperty: 'history_window_start',
            });
            errors++;
          }
        }
        if (data19.data_view_id !== undefined) {
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            if (data19.index !== undefined) {
              vErrors = note(vErrors, instancePath + '/rule/index', 'false schema', {});
              errors++;
            }
          }
        }
        if (data19.new_terms !== undefined) {
          if (data19 && typeof data19 == 'object' && !Array.isArray(data19)) {
            if (data19.new_terms_fields !== undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
              errors++;
            }
            if (data19.history_window_start !== undefined) {
              vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
              errors++;
            }
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/rule', 'type', {});
        errors++;
      }
    }
    if (data.transform !== undefined) {
      let data323 = data.transform;
      if (data323 && typeof data323 == 'object' && !Array.isArray(data323)) {
        for (const key16 in data323) {
          if (!(key16 === 'osquery' || key16 === 'investigate')) {
            vErrors = note(vErrors, instancePath + '/transform', 'additionalProperties', { additionalProperty: key16 });
            errors++;
          }
        }
        if (data323.osquery !== undefined) {
          let data324 = data323.osquery;
          if (Array.isArray(data324)) {
            const len29 = data324.length;
            for (let i29 = 0; i29 < len29; i29++) {
              let data325 = data324[i29];
              if (data325 && typeof data325 == 'object' && !Array.isArray(data325)) {
                if (data325.label === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'required', {
                    missingProperty: 'label',
                  });
                  errors++;
                }
                if (data325.query === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'required', {
                    missingProperty: 'query',
                  });
                  errors++;
                }
                for (const key17 in data325) {
                  if (!(key17 === 'label' || key17 === 'query' || key17 === 'ecs_mapping')) {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'additionalProperties', {
                      additionalProperty: key17,
                    });
                    errors++;
                  }
                }
                if (data325.label !== undefined) {
                  let data326 = data325.label;
                  if (typeof data326 === 'string') {
                    if (!pattern6.test(data326)) {
                      vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/label', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/label', 'type', {});
                    errors++;
                  }
                }
                if (data325.query !== undefined) {
                  let data327 = data325.query;
                  if (typeof data327 === 'string') {
                    if (!pattern6.test(data327)) {
                      vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/query', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data325.ecs_mapping !== undefined) {
                  let data328 = data325.ecs_mapping;
                  if (!(data328 && typeof data328 == 'object' && !Array.isArray(data328))) {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/ecs_mapping', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/transform/osquery', 'type', {});
            errors++;
          }
        }
        if (data323.investigate !== undefined) {
          let data329 = data323.investigate;
          if (Array.isArray(data329)) {
            const len30 = data329.length;
            for (let i30 = 0; i30 < len30; i30++) {
              let data330 = data329[i30];
              if (data330 && typeof data330 == 'object' && !Array.isArray(data330)) {
                if (data330.label === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30, 'required', {
                    missingProperty: 'label',
                  });
                  errors++;
                }
                if (data330.providers === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30, 'required', {
                    missingProperty: 'providers',
                  });
                  errors++;
                }
                for (const key18 in data330) {
                  if (!(
                    key18 === 'label' ||
                    key18 === 'description' ||
                    key18 === 'providers' ||
                    key18 === 'relativeFrom' ||
                    key18 === 'relativeTo'
                  )) {
                    vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30, 'additionalProperties', {
                      additionalProperty: key18,
                    });
                    errors++;
                  }
                }
                if (data330.label !== undefined) {
                  let data331 = data330.label;
                  if (typeof data331 === 'string') {
                    if (!pattern6.test(data331)) {
                      vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30 + '/label', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30 + '/label', 'type', {});
                    errors++;
                  }
                }
                if (data330.description !== undefined) {
                  if (typeof data330.description !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/transform/investigate/' + i30 + '/description',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data330.providers !== undefined) {
                  let data333 = data330.providers;
                  if (Array.isArray(data333)) {
                    const len31 = data333.length;
                    for (let i31 = 0; i31 < len31; i31++) {
                      let data334 = data333[i31];
                      if (Array.isArray(data334)) {
                        const len32 = data334.length;
                        for (let i32 = 0; i32 < len32; i32++) {
                          let data335 = data334[i32];
                          if (data335 && typeof data335 == 'object' && !Array.isArray(data335)) {
                            if (data335.excluded === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'excluded' },
                              );
                              errors++;
                            }
                            if (data335.field === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'field' },
                              );
                              errors++;
                            }
                            if (data335.queryType === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'queryType' },
                              );
                              errors++;
                            }
                            if (data335.value === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'value' },
                              );
                              errors++;
                            }
                            if (data335.valueType === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'valueType' },
                              );
                              errors++;
                            }
                            for (const key19 in data335) {
                              if (!(
                                key19 === 'excluded' ||
                                key19 === 'field' ||
                                key19 === 'queryType' ||
                                key19 === 'value' ||
                                key19 === 'valueType'
                              )) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                  'additionalProperties',
                                  { additionalProperty: key19 },
                                );
                                errors++;
                              }
                            }
                            if (data335.excluded !== undefined) {
                              if (typeof data335.excluded !== 'boolean') {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/excluded',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data335.field !== undefined) {
                              let data337 = data335.field;
                              if (typeof data337 === 'string') {
                                if (!pattern6.test(data337)) {
                                  vErrors = note(
                                    vErrors,
                                    instancePath +
                                      '/transform/investigate/' +
                                      i30 +
                                      '/providers/' +
                                      i31 +
                                      '/' +
                                      i32 +
                                      '/field',
                                    'pattern',
                                    {},
                                  );
                                  errors++;
                                }
                              } else {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/field',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data335.queryType !== undefined) {
                              let data338 = data335.queryType;
                              if (typeof data338 !== 'string') {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/queryType',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                              if (!(data338 === 'phrase' || data338 === 'range')) {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/queryType',
                                  'enum',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data335.value !== undefined) {
                              if (typeof data335.value !== 'string') {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/value',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data335.valueType !== undefined) {
                              let data340 = data335.valueType;
                              if (typeof data340 !== 'string') {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/valueType',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                              if (!(data340 === 'string' || data340 === 'boolean')) {
                                vErrors = note(
                                  vErrors,
                                  instancePath +
                                    '/transform/investigate/' +
                                    i30 +
                                    '/providers/' +
                                    i31 +
                                    '/' +
                                    i32 +
                                    '/valueType',
                                  'enum',
                                  {},
                                );
                                errors++;
                              }
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/transform/investigate/' + i30 + '/providers/' + i31,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30 + '/providers', 'type', {});
                    errors++;
                  }
                }
                if (data330.relativeFrom !== undefined) {
                  let data341 = data330.relativeFrom;
                  if (typeof data341 === 'string') {
                    if (!pattern6.test(data341)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/transform/investigate/' + i30 + '/relativeFrom',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/transform/investigate/' + i30 + '/relativeFrom',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data330.relativeTo !== undefined) {
                  let data342 = data330.relativeTo;
                  if (typeof data342 === 'string') {
                    if (!pattern6.test(data342)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/transform/investigate/' + i30 + '/relativeTo',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30 + '/relativeTo', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/transform/investigate', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/transform', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateHunt: SchemaValidator = validate66;
const schema23 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:hunt',
  title: 'Hunt',
  description: 'Queries that an analyst runs by hand, with what it takes to read their results.',
  type: 'object',
  required: ['hunt'],
  additionalProperties: false,
  properties: {
    hunt: {
      type: 'object',
      properties: {
        uuid: {
          type: 'string',
          pattern: '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$',
          'x-form': 'a UUID',
          description: 'Identity of the hunt; it never changes.',
          examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'],
        },
        name: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Name of the hunt.',
          examples: ['Rare commands sent to instances'],
        },
        author: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Who wrote the hunt.',
          examples: ['Security Team'],
        },
        description: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'What the hunt looks for and why, Markdown.',
          examples: ['Finds …'],
        },
        integration: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Integrations whose data the queries read, dots between package and data set.',
          examples: [['aws.cloudtrail']],
        },
        language: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Languages of the queries.',
          minItems: 1,
          examples: [['ES|QL']],
        },
        license: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Licence of the hunt.',
          examples: ['Apache-2.0'],
        },
        query: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'The queries.',
          minItems: 1,
          examples: [['from logs-*\n| limit 10\n']],
        },
        notes: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'How to read the results, Markdown.',
        },
        mitre: {
          type: 'array',
          items: {
            type: 'string',
            pattern: '^(TA\\d{4}|T\\d{4}(\\.\\d{3})?|AML\\.TA?\\d{4}(\\.\\d{3})?)$',
            'x-form': 'the id of a technique like T1059 or T1059.004',
            description: 'Id of a technique of MITRE ATT&CK or ATLAS.',
          },
          description: 'Techniques that the hunt looks for.',
          examples: [['T1651']],
        },
        references: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Pages that explain the behaviour.',
        },
      },
      required: ['author', 'description', 'integration', 'uuid', 'name', 'language', 'license', 'query'],
      additionalProperties: false,
      description: 'The hunt.',
    },
  },
};
const pattern65 = new RegExp('^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$', 'u');
const pattern74 = new RegExp('^(TA\\d{4}|T\\d{4}(\\.\\d{3})?|AML\\.TA?\\d{4}(\\.\\d{3})?)$', 'u');
function validate66(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:hunt" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.hunt === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'hunt' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'hunt')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.hunt !== undefined) {
      let data0 = data.hunt;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.author === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'author' });
          errors++;
        }
        if (data0.description === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'description' });
          errors++;
        }
        if (data0.integration === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'integration' });
          errors++;
        }
        if (data0.uuid === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'uuid' });
          errors++;
        }
        if (data0.name === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'name' });
          errors++;
        }
        if (data0.language === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'language' });
          errors++;
        }
        if (data0.license === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'license' });
          errors++;
        }
        if (data0.query === undefined) {
          vErrors = note(vErrors, instancePath + '/hunt', 'required', { missingProperty: 'query' });
          errors++;
        }
        for (const key1 in data0) {
          if (!func1.call(schema23.properties.hunt.properties, key1)) {
            vErrors = note(vErrors, instancePath + '/hunt', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.uuid !== undefined) {
          let data1 = data0.uuid;
          if (typeof data1 === 'string') {
            if (!pattern65.test(data1)) {
              vErrors = note(vErrors, instancePath + '/hunt/uuid', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/uuid', 'type', {});
            errors++;
          }
        }
        if (data0.name !== undefined) {
          let data2 = data0.name;
          if (typeof data2 === 'string') {
            if (!pattern6.test(data2)) {
              vErrors = note(vErrors, instancePath + '/hunt/name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/name', 'type', {});
            errors++;
          }
        }
        if (data0.author !== undefined) {
          let data3 = data0.author;
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/hunt/author', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/author', 'type', {});
            errors++;
          }
        }
        if (data0.description !== undefined) {
          let data4 = data0.description;
          if (typeof data4 === 'string') {
            if (!pattern6.test(data4)) {
              vErrors = note(vErrors, instancePath + '/hunt/description', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/description', 'type', {});
            errors++;
          }
        }
        if (data0.integration !== undefined) {
          let data5 = data0.integration;
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === 'string') {
                if (!pattern6.test(data6)) {
                  vErrors = note(vErrors, instancePath + '/hunt/integration/' + i0, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/hunt/integration/' + i0, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/integration', 'type', {});
            errors++;
          }
        }
        if (data0.language !== undefined) {
          let data7 = data0.language;
          if (Array.isArray(data7)) {
            if (data7.length < 1) {
              vErrors = note(vErrors, instancePath + '/hunt/language', 'minItems', { limit: 1 });
              errors++;
            }
            const len1 = data7.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data8 = data7[i1];
              if (typeof data8 === 'string') {
                if (!pattern6.test(data8)) {
                  vErrors = note(vErrors, instancePath + '/hunt/language/' + i1, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/hunt/language/' + i1, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/language', 'type', {});
            errors++;
          }
        }
        if (data0.license !== undefined) {
          let data9 = data0.license;
          if (typeof data9 === 'string') {
            if (!pattern6.test(data9)) {
              vErrors = note(vErrors, instancePath + '/hunt/license', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/license', 'type', {});
            errors++;
          }
        }
        if (data0.query !== undefined) {
          let data10 = data0.query;
          if (Array.isArray(data10)) {
            if (data10.length < 1) {
              vErrors = note(vErrors, instancePath + '/hunt/query', 'minItems', { limit: 1 });
              errors++;
            }
            const len2 = data10.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data11 = data10[i2];
              if (typeof data11 === 'string') {
                if (!pattern6.test(data11)) {
                  vErrors = note(vErrors, instancePath + '/hunt/query/' + i2, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/hunt/query/' + i2, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/query', 'type', {});
            errors++;
          }
        }
        if (data0.notes !== undefined) {
          let data12 = data0.notes;
          if (Array.isArray(data12)) {
            const len3 = data12.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data13 = data12[i3];
              if (typeof data13 === 'string') {
                if (!pattern6.test(data13)) {
                  vErrors = note(vErrors, instancePath + '/hunt/notes/' + i3, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/hunt/notes/' + i3, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/notes', 'type', {});
            errors++;
          }
        }
        if (data0.mitre !== undefined) {
          let data14 = data0.mitre;
          if (Array.isArray(data14)) {
            const len4 = data14.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data15 = data14[i4];
              if (typeof data15 === 'string') {
                if (!pattern74.test(data15)) {
                  vErrors = note(vErrors, instancePath + '/hunt/mitre/' + i4, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/hunt/mitre/' + i4, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/mitre', 'type', {});
            errors++;
          }
        }
        if (data0.references !== undefined) {
          let data16 = data0.references;
          if (Array.isArray(data16)) {
            const len5 = data16.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data17 = data16[i5];
              if (typeof data17 === 'string') {
                if (!pattern6.test(data17)) {
                  vErrors = note(vErrors, instancePath + '/hunt/references/' + i5, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/hunt/references/' + i5, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/hunt/references', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/hunt', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateTest: SchemaValidator = validate67;
const schema24 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:test',
  title: 'Tests of a rule or hunt',
  description: 'Cases for the rule or hunt beside this file: documents in, alerts or rows out.',
  type: 'object',
  required: ['test'],
  additionalProperties: false,
  properties: {
    defaults: {
      type: 'object',
      properties: {
        now: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'A date with time and zone, as TOML date or as text.',
          examples: ['2026-05-01T12:00:00Z'],
        },
        mappings: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description:
            'Mappings of the documents: the name of an integration profile or of an imported catalogue, or the path of a mapping as JSON.',
          examples: ['aws.cloudtrail', 'fixtures/mapping.json'],
        },
        index: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Index of documents that name none.',
          examples: ['logs-aws.cloudtrail-default'],
        },
        events: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description:
            'Documents that the run sees: paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
          examples: [['fixtures/events.ndjson']],
        },
        history: {
          type: 'array',
          items: {
            type: ['string', 'object'],
            pattern: '\\S',
            'x-form': 'a path or a document',
            description: 'A file of documents, or a document.',
          },
          description:
            'Documents from before the run, which no alert is expected for (known values, look-back): paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
        },
        exceptions: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description:
            'Files with [[exceptions]], whose lists apply to the rule instead of those of the repository that it names in exceptions_list; [] for none.',
          examples: [['exceptions/deployments.toml']],
        },
        value_lists: {
          type: 'array',
          items: {
            type: ['string', 'object'],
            pattern: '\\S',
            'x-form': 'a path or a value list',
            properties: {
              id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the list, by which exceptions name it.',
                examples: ['known-scanners'],
              },
              type: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'What the values are: `keyword`, `ip`, `ip_range`, `text` …',
                examples: ['ip'],
              },
              values: {
                type: 'array',
                items: { type: 'string', description: 'A value.' },
                description: 'The values.',
                examples: [['10.0.0.1']],
              },
            },
            required: ['id', 'type', 'values'],
            additionalProperties: false,
            description: 'A file with [[value_lists]], or a list `{ id, type, values }`.',
          },
          description: 'Value lists that exceptions name.',
        },
        indicators: {
          type: 'array',
          items: {
            type: ['string', 'object'],
            pattern: '\\S',
            'x-form': 'a path or a document',
            description: 'A file of documents, or a document.',
          },
          description:
            'Indicators of a threat_match rule, in the index that threat_index names: paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
        },
        anomalies: {
          type: 'array',
          items: {
            type: ['string', 'object'],
            pattern: '\\S',
            'x-form': 'a path or a document',
            description: 'A file of documents, or a document.',
          },
          description:
            'Anomaly records for a machine_learning rule; final records unless they say otherwise: paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
        },
        enrich: {
          type: 'object',
          additionalProperties: {
            type: ['string', 'object'],
            pattern: '\\S',
            properties: {
              file: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'the path of a file',
                description: 'The path of the file.',
              },
              type: {
                type: 'string',
                enum: ['match', 'range'],
                default: 'match',
                description: 'How the policy matches.',
              },
              match_field: {
                type: 'string',
                description: 'The field to match on; the first of the first document by default.',
              },
            },
            required: ['file'],
            additionalProperties: false,
            'x-form': 'the path of a file, or `{ file = "…", type = "range", match_field = "…" }`',
          },
          description: 'Enrich policies of ENRICH: name → path of a file with one JSON document a line, or a table.',
        },
        lookup: {
          type: 'object',
          additionalProperties: { type: 'string', pattern: '\\S', 'x-form': 'the path of a file' },
          description: 'Lookup indices of LOOKUP JOIN: name → path of a file with one JSON document a line.',
        },
        engine: {
          type: 'array',
          items: { type: 'string', enum: ['embedded', 'elasticsearch'], description: 'An engine.' },
          description: 'Engines that the test is for; without it whichever is asked for.',
          minItems: 1,
        },
      },
      required: [],
      additionalProperties: false,
      description: 'Settings of every test in this file that does not say otherwise.',
    },
    test: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          name: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'What the case is about.',
            examples: ['new principal sends a command'],
          },
          now: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'A date with time and zone, as TOML date or as text.',
            examples: ['2026-05-01T12:00:00Z'],
          },
          mappings: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description:
              'Mappings of the documents: the name of an integration profile or of an imported catalogue, or the path of a mapping as JSON.',
            examples: ['aws.cloudtrail', 'fixtures/mapping.json'],
          },
          index: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Index of documents that name none.',
            examples: ['logs-aws.cloudtrail-default'],
          },
          events: {
            type: 'array',
            items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
            description:
              'Documents that the run sees: paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
            examples: [['fixtures/events.ndjson']],
          },
          history: {
            type: 'array',
            items: {
              type: ['string', 'object'],
              pattern: '\\S',
              'x-form': 'a path or a document',
              description: 'A file of documents, or a document.',
            },
            description:
              'Documents from before the run, which no alert is expected for (known values, look-back): paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
          },
          exceptions: {
            type: 'array',
            items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
            description:
              'Files with [[exceptions]], whose lists apply to the rule instead of those of the repository that it names in exceptions_list; [] for none.',
            examples: [['exceptions/deployments.toml']],
          },
          value_lists: {
            type: 'array',
            items: {
              type: ['string', 'object'],
              pattern: '\\S',
              'x-form': 'a path or a value list',
              properties: {
                id: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Id of the list, by which exceptions name it.',
                  examples: ['known-scanners'],
                },
                type: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'What the values are: `keyword`, `ip`, `ip_range`, `text` …',
                  examples: ['ip'],
                },
                values: {
                  type: 'array',
                  items: { type: 'string', description: 'A value.' },
                  description: 'The values.',
                  examples: [['10.0.0.1']],
                },
              },
              required: ['id', 'type', 'values'],
              additionalProperties: false,
              description: 'A file with [[value_lists]], or a list `{ id, type, values }`.',
            },
            description: 'Value lists that exceptions name.',
          },
          indicators: {
            type: 'array',
            items: {
              type: ['string', 'object'],
              pattern: '\\S',
              'x-form': 'a path or a document',
              description: 'A file of documents, or a document.',
            },
            description:
              'Indicators of a threat_match rule, in the index that threat_index names: paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
          },
          anomalies: {
            type: 'array',
            items: {
              type: ['string', 'object'],
              pattern: '\\S',
              'x-form': 'a path or a document',
              description: 'A file of documents, or a document.',
            },
            description:
              'Anomaly records for a machine_learning rule; final records unless they say otherwise: paths are relative to this file, one JSON document a line; `_id` and `_index` may stand in the document.',
          },
          enrich: {
            type: 'object',
            additionalProperties: {
              type: ['string', 'object'],
              pattern: '\\S',
              properties: {
                file: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'the path of a file',
                  description: 'The path of the file.',
                },
                type: {
                  type: 'string',
                  enum: ['match', 'range'],
                  default: 'match',
                  description: 'How the policy matches.',
                },
                match_field: {
                  type: 'string',
                  description: 'The field to match on; the first of the first document by default.',
                },
              },
              required: ['file'],
              additionalProperties: false,
              'x-form': 'the path of a file, or `{ file = "…", type = "range", match_field = "…" }`',
            },
            description: 'Enrich policies of ENRICH: name → path of a file with one JSON document a line, or a table.',
          },
          lookup: {
            type: 'object',
            additionalProperties: { type: 'string', pattern: '\\S', 'x-form': 'the path of a file' },
            description: 'Lookup indices of LOOKUP JOIN: name → path of a file with one JSON document a line.',
          },
          engine: {
            type: 'array',
            items: { type: 'string', enum: ['embedded', 'elasticsearch'], description: 'An engine.' },
            description: 'Engines that the test is for; without it whichever is asked for.',
            minItems: 1,
          },
          event: {
            type: 'array',
            items: {
              type: 'object',
              properties: {},
              required: [],
              description: 'A document; @timestamp may be date math like now-5m.',
            },
            description: 'Documents that the run sees.',
          },
          patch: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                id: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: '`_id` of the document.',
                  examples: ['evt-1'],
                },
                set: { type: 'object', properties: {}, required: [], description: 'Field (dotted path) → new value.' },
                unset: {
                  type: 'array',
                  items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                  description: 'Fields (dotted paths) to take away.',
                },
              },
              required: ['id'],
              additionalProperties: false,
              description: 'A change of one document.',
            },
            description: 'Changes of documents, so that a case can differ from another in one field.',
          },
          query: { type: 'integer', minimum: 1, description: 'Which query of a hunt, counted from 1.', default: 1 },
          run_at: {
            type: 'array',
            items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
            description: 'When the rule runs, date math from `now`; more than one run simulates the schedule.',
            minItems: 1,
            examples: [['now', 'now+5m']],
          },
          expect: {
            type: 'object',
            properties: {
              alerts: {
                type: ['integer', 'object'],
                minimum: 0,
                properties: {
                  min: { type: 'integer', minimum: 0, description: 'At least so many.' },
                  max: { type: 'integer', minimum: 0, description: 'At most so many.' },
                },
                additionalProperties: false,
                minProperties: 1,
                description: 'How many alerts: a number, or `{ min = 1, max = 3 }`.',
                examples: [1],
              },
              matched: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Ids of the documents that alerts come from: exactly these.',
                examples: [['evt-1']],
              },
              matched_any: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Ids of documents that are among those that alerts come from.',
              },
              alert: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    fields: {
                      type: 'object',
                      properties: {},
                      required: [],
                      description: 'Field → value that the alert document must have.',
                    },
                  },
                  required: ['fields'],
                  additionalProperties: false,
                  description: 'An alert.',
                },
                description: 'For each of these there is an alert with these fields.',
              },
              sequences: {
                type: 'array',
                items: {
                  type: 'array',
                  items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                  description: 'Ids of the events of one sequence, in order.',
                },
                description: 'The sequences that the query finds.',
              },
              groups: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    key: { type: 'object', properties: {}, required: [], description: 'Field → value of the group.' },
                    count: { type: 'integer', minimum: 1, description: 'Number of documents in the group.' },
                  },
                  required: ['key'],
                  additionalProperties: false,
                  description: 'A group.',
                },
                description: 'The groups that pass the threshold.',
              },
              rows: {
                type: 'array',
                items: { type: 'object', properties: {}, required: [], description: 'Column → value.' },
                description: 'The rows that the query returns; in any order unless `ordered`.',
              },
              columns: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Names of the columns that the query returns, in order.',
              },
              ordered: { type: 'boolean', description: 'The rows come in this order.', default: false },
              warnings: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Parts of warnings that the run must give.',
              },
              error: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Part of the error that the run must end with.',
              },
            },
            required: [],
            additionalProperties: false,
            description: 'What must come out; at least one expectation.',
            minProperties: 1,
          },
          todo: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Why the case is expected to fail for now.',
            examples: ['the rule does not see renamed programs yet'],
          },
          skip: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'the reason, as text',
            description: 'Why the case does not run; it is reported with this reason.',
            examples: ['the integration drops this field until 9.1'],
          },
          only: {
            type: 'boolean',
            description: 'Run this case, and others so marked, alone: while working on it; refused in CI.',
            default: false,
          },
        },
        required: ['name', 'expect'],
        additionalProperties: false,
        description: 'A case.',
      },
      description: 'The cases.',
      minItems: 1,
    },
  },
};
function validate67(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:test" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate67.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.test === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'test' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'defaults' || key0 === 'test')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.defaults !== undefined) {
      let data0 = data.defaults;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!func1.call(schema24.properties.defaults.properties, key1)) {
            vErrors = note(vErrors, instancePath + '/defaults', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.now !== undefined) {
          let data1 = data0.now;
          if (typeof data1 === 'string') {
            if (!pattern6.test(data1)) {
              vErrors = note(vErrors, instancePath + '/defaults/now', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/now', 'type', {});
            errors++;
          }
        }
        if (data0.mappings !== undefined) {
          let data2 = data0.mappings;
          if (typeof data2 === 'string') {
            if (!pattern6.test(data2)) {
              vErrors = note(vErrors, instancePath + '/defaults/mappings', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/mappings', 'type', {});
            errors++;
          }
        }
        if (data0.index !== undefined) {
          let data3 = data0.index;
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/defaults/index', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/index', 'type', {});
            errors++;
          }
        }
        if (data0.events !== undefined) {
          let data4 = data0.events;
          if (Array.isArray(data4)) {
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 === 'string') {
                if (!pattern6.test(data5)) {
                  vErrors = note(vErrors, instancePath + '/defaults/events/' + i0, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/defaults/events/' + i0, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/events', 'type', {});
            errors++;
          }
        }
        if (data0.history !== undefined) {
          let data6 = data0.history;
          if (Array.isArray(data6)) {
            const len1 = data6.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data7 = data6[i1];
              if (typeof data7 !== 'string' && !(data7 && typeof data7 == 'object' && !Array.isArray(data7))) {
                vErrors = note(vErrors, instancePath + '/defaults/history/' + i1, 'type', {});
                errors++;
              }
              if (typeof data7 === 'string') {
                if (!pattern6.test(data7)) {
                  vErrors = note(vErrors, instancePath + '/defaults/history/' + i1, 'pattern', {});
                  errors++;
                }
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/history', 'type', {});
            errors++;
          }
        }
        if (data0.exceptions !== undefined) {
          let data8 = data0.exceptions;
          if (Array.isArray(data8)) {
            const len2 = data8.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data9 = data8[i2];
              if (typeof data9 === 'string') {
                if (!pattern6.test(data9)) {
                  vErrors = note(vErrors, instancePath + '/defaults/exceptions/' + i2, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/defaults/exceptions/' + i2, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/exceptions', 'type', {});
            errors++;
          }
        }
        if (data0.value_lists !== undefined) {
          let data10 = data0.value_lists;
          if (Array.isArray(data10)) {
            const len3 = data10.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data11 = data10[i3];
              if (typeof data11 !== 'string' && !(data11 && typeof data11 == 'object' && !Array.isArray(data11))) {
                vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3, 'type', {});
                errors++;
              }
              if (typeof data11 === 'string') {
                if (!pattern6.test(data11)) {
                  vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3, 'pattern', {});
                  errors++;
                }
              }
              if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                if (data11.id === undefined) {
                  vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3, 'required', {
                    missingProperty: 'id',
                  });
                  errors++;
                }
                if (data11.type === undefined) {
                  vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3, 'required', {
                    missingProperty: 'type',
                  });
                  errors++;
                }
                if (data11.values === undefined) {
                  vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3, 'required', {
                    missingProperty: 'values',
                  });
                  errors++;
                }
                for (const key2 in data11) {
                  if (!(key2 === 'id' || key2 === 'type' || key2 === 'values')) {
                    vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3, 'additionalProperties', {
                      additionalProperty: key2,
                    });
                    errors++;
                  }
                }
                if (data11.id !== undefined) {
                  let data12 = data11.id;
                  if (typeof data12 === 'string') {
                    if (!pattern6.test(data12)) {
                      vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3 + '/id', 'type', {});
                    errors++;
                  }
                }
                if (data11.type !== undefined) {
                  let data13 = data11.type;
                  if (typeof data13 === 'string') {
                    if (!pattern6.test(data13)) {
                      vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3 + '/type', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3 + '/type', 'type', {});
                    errors++;
                  }
                }
                if (data11.values !== undefined) {
                  let data14 = data11.values;
                  if (Array.isArray(data14)) {
                    const len4 = data14.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      if (typeof data14[i4] !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/defaults/value_lists/' + i3 + '/values/' + i4,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/defaults/value_lists/' + i3 + '/values', 'type', {});
                    errors++;
                  }
                }
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/value_lists', 'type', {});
            errors++;
          }
        }
        if (data0.indicators !== undefined) {
          let data16 = data0.indicators;
          if (Array.isArray(data16)) {
            const len5 = data16.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data17 = data16[i5];
              if (typeof data17 !== 'string' && !(data17 && typeof data17 == 'object' && !Array.isArray(data17))) {
                vErrors = note(vErrors, instancePath + '/defaults/indicators/' + i5, 'type', {});
                errors++;
              }
              if (typeof data17 === 'string') {
                if (!pattern6.test(data17)) {
                  vErrors = note(vErrors, instancePath + '/defaults/indicators/' + i5, 'pattern', {});
                  errors++;
                }
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/indicators', 'type', {});
            errors++;
          }
        }
        if (data0.anomalies !== undefined) {
          let data18 = data0.anomalies;
          if (Array.isArray(data18)) {
            const len6 = data18.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data19 = data18[i6];
              if (typeof data19 !== 'string' && !(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
                vErrors = note(vErrors, instancePath + '/defaults/anomalies/' + i6, 'type', {});
                errors++;
              }
              if (typeof data19 === 'string') {
                if (!pattern6.test(data19)) {
                  vErrors = note(vErrors, instancePath + '/defaults/anomalies/' + i6, 'pattern', {});
                  errors++;
                }
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/anomalies', 'type', {});
            errors++;
          }
        }
        if (data0.enrich !== undefined) {
          let data20 = data0.enrich;
          if (data20 && typeof data20 == 'object' && !Array.isArray(data20)) {
            for (const key3 in data20) {
              let data21 = data20[key3];
              if (typeof data21 !== 'string' && !(data21 && typeof data21 == 'object' && !Array.isArray(data21))) {
                vErrors = note(
                  vErrors,
                  instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                  'type',
                  {},
                );
                errors++;
              }
              if (typeof data21 === 'string') {
                if (!pattern6.test(data21)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                    'pattern',
                    {},
                  );
                  errors++;
                }
              }
              if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
                if (data21.file === undefined) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                    'required',
                    { missingProperty: 'file' },
                  );
                  errors++;
                }
                for (const key4 in data21) {
                  if (!(key4 === 'file' || key4 === 'type' || key4 === 'match_field')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1'),
                      'additionalProperties',
                      { additionalProperty: key4 },
                    );
                    errors++;
                  }
                }
                if (data21.file !== undefined) {
                  let data22 = data21.file;
                  if (typeof data22 === 'string') {
                    if (!pattern6.test(data22)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/file',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/file',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data21.type !== undefined) {
                  let data23 = data21.type;
                  if (typeof data23 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data23 === 'match' || data23 === 'range')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/defaults/enrich/' + key3.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
                      'enum',
                      {},
                    );
                    errors++;
                  }
                }
                if (data21.match_field !== undefined) {
                  if (typeof data21.match_field !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/defaults/enrich/' +
                        key3.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/match_field',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/enrich', 'type', {});
            errors++;
          }
        }
        if (data0.lookup !== undefined) {
          let data25 = data0.lookup;
          if (data25 && typeof data25 == 'object' && !Array.isArray(data25)) {
            for (const key5 in data25) {
              let data26 = data25[key5];
              if (typeof data26 === 'string') {
                if (!pattern6.test(data26)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/defaults/lookup/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/defaults/lookup/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
                  'type',
                  {},
                );
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/lookup', 'type', {});
            errors++;
          }
        }
        if (data0.engine !== undefined) {
          let data27 = data0.engine;
          if (Array.isArray(data27)) {
            if (data27.length < 1) {
              vErrors = note(vErrors, instancePath + '/defaults/engine', 'minItems', { limit: 1 });
              errors++;
            }
            const len7 = data27.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data28 = data27[i7];
              if (typeof data28 !== 'string') {
                vErrors = note(vErrors, instancePath + '/defaults/engine/' + i7, 'type', {});
                errors++;
              }
              if (!(data28 === 'embedded' || data28 === 'elasticsearch')) {
                vErrors = note(vErrors, instancePath + '/defaults/engine/' + i7, 'enum', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/defaults/engine', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/defaults', 'type', {});
        errors++;
      }
    }
    if (data.test !== undefined) {
      let data29 = data.test;
      if (Array.isArray(data29)) {
        if (data29.length < 1) {
          vErrors = note(vErrors, instancePath + '/test', 'minItems', { limit: 1 });
          errors++;
        }
        const len8 = data29.length;
        for (let i8 = 0; i8 < len8; i8++) {
          let data30 = data29[i8];
          if (data30 && typeof data30 == 'object' && !Array.isArray(data30)) {
            if (data30.name === undefined) {
              vErrors = note(vErrors, instancePath + '/test/' + i8, 'required', { missingProperty: 'name' });
              errors++;
            }
            if (data30.expect === undefined) {
              vErrors = note(vErrors, instancePath + '/test/' + i8, 'required', { missingProperty: 'expect' });
              errors++;
            }
            for (const key6 in data30) {
              if (!func1.call(schema24.properties.test.items.properties, key6)) {
                vErrors = note(vErrors, instancePath + '/test/' + i8, 'additionalProperties', {
                  additionalProperty: key6,
                });
                errors++;
              }
            }
            if (data30.name !== undefined) {
              let data31 = data30.name;
              if (typeof data31 === 'string') {
                if (!pattern6.test(data31)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/name', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/name', 'type', {});
                errors++;
              }
            }
            if (data30.now !== undefined) {
              let data32 = data30.now;
              if (typeof data32 === 'string') {
                if (!pattern6.test(data32)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/now', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/now', 'type', {});
                errors++;
              }
            }
            if (data30.mappings !== undefined) {
              let data33 = data30.mappings;
              if (typeof data33 === 'string') {
                if (!pattern6.test(data33)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/mappings', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/mappings', 'type', {});
                errors++;
              }
            }
            if (data30.index !== undefined) {
              let data34 = data30.index;
              if (typeof data34 === 'string') {
                if (!pattern6.test(data34)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/index', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/index', 'type', {});
                errors++;
              }
            }
            if (data30.events !== undefined) {
              let data35 = data30.events;
              if (Array.isArray(data35)) {
                const len9 = data35.length;
                for (let i9 = 0; i9 < len9; i9++) {
                  let data36 = data35[i9];
                  if (typeof data36 === 'string') {
                    if (!pattern6.test(data36)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/events/' + i9, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/events/' + i9, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/events', 'type', {});
                errors++;
              }
            }
            if (data30.history !== undefined) {
              let data37 = data30.history;
              if (Array.isArray(data37)) {
                const len10 = data37.length;
                for (let i10 = 0; i10 < len10; i10++) {
                  let data38 = data37[i10];
                  if (typeof data38 !== 'string' && !(data38 && typeof data38 == 'object' && !Array.isArray(data38))) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/history/' + i10, 'type', {});
                    errors++;
                  }
                  if (typeof data38 === 'string') {
                    if (!pattern6.test(data38)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/history/' + i10, 'pattern', {});
                      errors++;
                    }
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/history', 'type', {});
                errors++;
              }
            }
            if (data30.exceptions !== undefined) {
              let data39 = data30.exceptions;
              if (Array.isArray(data39)) {
                const len11 = data39.length;
                for (let i11 = 0; i11 < len11; i11++) {
                  let data40 = data39[i11];
                  if (typeof data40 === 'string') {
                    if (!pattern6.test(data40)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/exceptions/' + i11, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/exceptions/' + i11, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/exceptions', 'type', {});
                errors++;
              }
            }
            if (data30.value_lists !== undefined) {
              let data41 = data30.value_lists;
              if (Array.isArray(data41)) {
                const len12 = data41.length;
                for (let i12 = 0; i12 < len12; i12++) {
                  let data42 = data41[i12];
                  if (typeof data42 !== 'string' && !(data42 && typeof data42 == 'object' && !Array.isArray(data42))) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/value_lists/' + i12, 'type', {});
                    errors++;
                  }
                  if (typeof data42 === 'string') {
                    if (!pattern6.test(data42)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/value_lists/' + i12, 'pattern', {});
                      errors++;
                    }
                  }
                  if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                    if (data42.id === undefined) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/value_lists/' + i12, 'required', {
                        missingProperty: 'id',
                      });
                      errors++;
                    }
                    if (data42.type === undefined) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/value_lists/' + i12, 'required', {
                        missingProperty: 'type',
                      });
                      errors++;
                    }
                    if (data42.values === undefined) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/value_lists/' + i12, 'required', {
                        missingProperty: 'values',
                      });
                      errors++;
                    }
                    for (const key7 in data42) {
                      if (!(key7 === 'id' || key7 === 'type' || key7 === 'values')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/value_lists/' + i12,
                          'additionalProperties',
                          { additionalProperty: key7 },
                        );
                        errors++;
                      }
                    }
                    if (data42.id !== undefined) {
                      let data43 = data42.id;
                      if (typeof data43 === 'string') {
                        if (!pattern6.test(data43)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/value_lists/' + i12 + '/id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/value_lists/' + i12 + '/id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data42.type !== undefined) {
                      let data44 = data42.type;
                      if (typeof data44 === 'string') {
                        if (!pattern6.test(data44)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/value_lists/' + i12 + '/type',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/value_lists/' + i12 + '/type',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data42.values !== undefined) {
                      let data45 = data42.values;
                      if (Array.isArray(data45)) {
                        const len13 = data45.length;
                        for (let i13 = 0; i13 < len13; i13++) {
                          if (typeof data45[i13] !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/value_lists/' + i12 + '/values/' + i13,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/value_lists/' + i12 + '/values',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/value_lists', 'type', {});
                errors++;
              }
            }
            if (data30.indicators !== undefined) {
              let data47 = data30.indicators;
              if (Array.isArray(data47)) {
                const len14 = data47.length;
                for (let i14 = 0; i14 < len14; i14++) {
                  let data48 = data47[i14];
                  if (typeof data48 !== 'string' && !(data48 && typeof data48 == 'object' && !Array.isArray(data48))) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/indicators/' + i14, 'type', {});
                    errors++;
                  }
                  if (typeof data48 === 'string') {
                    if (!pattern6.test(data48)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/indicators/' + i14, 'pattern', {});
                      errors++;
                    }
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/indicators', 'type', {});
                errors++;
              }
            }
            if (data30.anomalies !== undefined) {
              let data49 = data30.anomalies;
              if (Array.isArray(data49)) {
                const len15 = data49.length;
                for (let i15 = 0; i15 < len15; i15++) {
                  let data50 = data49[i15];
                  if (typeof data50 !== 'string' && !(data50 && typeof data50 == 'object' && !Array.isArray(data50))) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/anomalies/' + i15, 'type', {});
                    errors++;
                  }
                  if (typeof data50 === 'string') {
                    if (!pattern6.test(data50)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/anomalies/' + i15, 'pattern', {});
                      errors++;
                    }
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/anomalies', 'type', {});
                errors++;
              }
            }
            if (data30.enrich !== undefined) {
              let data51 = data30.enrich;
              if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
                for (const key8 in data51) {
                  let data52 = data51[key8];
                  if (typeof data52 !== 'string' && !(data52 && typeof data52 == 'object' && !Array.isArray(data52))) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/test/' + i8 + '/enrich/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (typeof data52 === 'string') {
                    if (!pattern6.test(data52)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/test/' + i8 + '/enrich/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  }
                  if (data52 && typeof data52 == 'object' && !Array.isArray(data52)) {
                    if (data52.file === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/test/' + i8 + '/enrich/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
                        'required',
                        { missingProperty: 'file' },
                      );
                      errors++;
                    }
                    for (const key9 in data52) {
                      if (!(key9 === 'file' || key9 === 'type' || key9 === 'match_field')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/enrich/' + key8.replace(/~/g, '~0').replace(/\//g, '~1'),
                          'additionalProperties',
                          { additionalProperty: key9 },
                        );
                        errors++;
                      }
                    }
                    if (data52.file !== undefined) {
                      let data53 = data52.file;
                      if (typeof data53 === 'string') {
                        if (!pattern6.test(data53)) {
                          vErrors = note(
                            vErrors,
                            instancePath +
                              '/test/' +
                              i8 +
                              '/enrich/' +
                              key8.replace(/~/g, '~0').replace(/\//g, '~1') +
                              '/file',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/test/' +
                            i8 +
                            '/enrich/' +
                            key8.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/file',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data52.type !== undefined) {
                      let data54 = data52.type;
                      if (typeof data54 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/test/' +
                            i8 +
                            '/enrich/' +
                            key8.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/type',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data54 === 'match' || data54 === 'range')) {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/test/' +
                            i8 +
                            '/enrich/' +
                            key8.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/type',
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data52.match_field !== undefined) {
                      if (typeof data52.match_field !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/test/' +
                            i8 +
                            '/enrich/' +
                            key8.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/match_field',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/enrich', 'type', {});
                errors++;
              }
            }
            if (data30.lookup !== undefined) {
              let data56 = data30.lookup;
              if (data56 && typeof data56 == 'object' && !Array.isArray(data56)) {
                for (const key10 in data56) {
                  let data57 = data56[key10];
                  if (typeof data57 === 'string') {
                    if (!pattern6.test(data57)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/test/' + i8 + '/lookup/' + key10.replace(/~/g, '~0').replace(/\//g, '~1'),
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/test/' + i8 + '/lookup/' + key10.replace(/~/g, '~0').replace(/\//g, '~1'),
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/lookup', 'type', {});
                errors++;
              }
            }
            if (data30.engine !== undefined) {
              let data58 = data30.engine;
              if (Array.isArray(data58)) {
                if (data58.length < 1) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/engine', 'minItems', { limit: 1 });
                  errors++;
                }
                const len16 = data58.length;
                for (let i16 = 0; i16 < len16; i16++) {
                  let data59 = data58[i16];
                  if (typeof data59 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/engine/' + i16, 'type', {});
                    errors++;
                  }
                  if (!(data59 === 'embedded' || data59 === 'elasticsearch')) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/engine/' + i16, 'enum', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/engine', 'type', {});
                errors++;
              }
            }
            if (data30.event !== undefined) {
              let data60 = data30.event;
              if (Array.isArray(data60)) {
                const len17 = data60.length;
                for (let i17 = 0; i17 < len17; i17++) {
                  let data61 = data60[i17];
                  if (!(data61 && typeof data61 == 'object' && !Array.isArray(data61))) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/event/' + i17, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/event', 'type', {});
                errors++;
              }
            }
            if (data30.patch !== undefined) {
              let data62 = data30.patch;
              if (Array.isArray(data62)) {
                const len18 = data62.length;
                for (let i18 = 0; i18 < len18; i18++) {
                  let data63 = data62[i18];
                  if (data63 && typeof data63 == 'object' && !Array.isArray(data63)) {
                    if (data63.id === undefined) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/patch/' + i18, 'required', {
                        missingProperty: 'id',
                      });
                      errors++;
                    }
                    for (const key11 in data63) {
                      if (!(key11 === 'id' || key11 === 'set' || key11 === 'unset')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/patch/' + i18,
                          'additionalProperties',
                          { additionalProperty: key11 },
                        );
                        errors++;
                      }
                    }
                    if (data63.id !== undefined) {
                      let data64 = data63.id;
                      if (typeof data64 === 'string') {
                        if (!pattern6.test(data64)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/patch/' + i18 + '/id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/patch/' + i18 + '/id', 'type', {});
                        errors++;
                      }
                    }
                    if (data63.set !== undefined) {
                      let data65 = data63.set;
                      if (!(data65 && typeof data65 == 'object' && !Array.isArray(data65))) {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/patch/' + i18 + '/set', 'type', {});
                        errors++;
                      }
                    }
                    if (data63.unset !== undefined) {
                      let data66 = data63.unset;
                      if (Array.isArray(data66)) {
                        const len19 = data66.length;
                        for (let i19 = 0; i19 < len19; i19++) {
                          let data67 = data66[i19];
                          if (typeof data67 === 'string') {
                            if (!pattern6.test(data67)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/test/' + i8 + '/patch/' + i18 + '/unset/' + i19,
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/patch/' + i18 + '/unset/' + i19,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/patch/' + i18 + '/unset', 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/patch/' + i18, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/patch', 'type', {});
                errors++;
              }
            }
            if (data30.query !== undefined) {
              let data68 = data30.query;
              if (!(typeof data68 == 'number' && !(data68 % 1) && !isNaN(data68) && isFinite(data68))) {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/query', 'type', {});
                errors++;
              }
              if (typeof data68 == 'number' && isFinite(data68)) {
                if (data68 < 1 || isNaN(data68)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/query', 'minimum', {
                    comparison: '>=',
                    limit: 1,
                  });
                  errors++;
                }
              }
            }
            if (data30.run_at !== undefined) {
              let data69 = data30.run_at;
              if (Array.isArray(data69)) {
                if (data69.length < 1) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/run_at', 'minItems', { limit: 1 });
                  errors++;
                }
                const len20 = data69.length;
                for (let i20 = 0; i20 < len20; i20++) {
                  let data70 = data69[i20];
                  if (typeof data70 === 'string') {
                    if (!pattern6.test(data70)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/run_at/' + i20, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/run_at/' + i20, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/run_at', 'type', {});
                errors++;
              }
            }
            if (data30.expect !== undefined) {
              let data71 = data30.expect;
              if (data71 && typeof data71 == 'object' && !Array.isArray(data71)) {
                if (Object.keys(data71).length < 1) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect', 'minProperties', { limit: 1 });
                  errors++;
                }
                for (const key12 in data71) {
                  if (!func1.call(schema24.properties.test.items.properties.expect.properties, key12)) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect', 'additionalProperties', {
                      additionalProperty: key12,
                    });
                    errors++;
                  }
                }
                if (data71.alerts !== undefined) {
                  let data72 = data71.alerts;
                  if (
                    !(typeof data72 == 'number' && !(data72 % 1) && !isNaN(data72) && isFinite(data72)) &&
                    !(data72 && typeof data72 == 'object' && !Array.isArray(data72))
                  ) {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts', 'type', {});
                    errors++;
                  }
                  if (typeof data72 == 'number' && isFinite(data72)) {
                    if (data72 < 0 || isNaN(data72)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts', 'minimum', {
                        comparison: '>=',
                        limit: 0,
                      });
                      errors++;
                    }
                  }
                  if (data72 && typeof data72 == 'object' && !Array.isArray(data72)) {
                    if (Object.keys(data72).length < 1) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts', 'minProperties', {
                        limit: 1,
                      });
                      errors++;
                    }
                    for (const key13 in data72) {
                      if (!(key13 === 'min' || key13 === 'max')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/expect/alerts',
                          'additionalProperties',
                          { additionalProperty: key13 },
                        );
                        errors++;
                      }
                    }
                    if (data72.min !== undefined) {
                      let data73 = data72.min;
                      if (!(typeof data73 == 'number' && !(data73 % 1) && !isNaN(data73) && isFinite(data73))) {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts/min', 'type', {});
                        errors++;
                      }
                      if (typeof data73 == 'number' && isFinite(data73)) {
                        if (data73 < 0 || isNaN(data73)) {
                          vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts/min', 'minimum', {
                            comparison: '>=',
                            limit: 0,
                          });
                          errors++;
                        }
                      }
                    }
                    if (data72.max !== undefined) {
                      let data74 = data72.max;
                      if (!(typeof data74 == 'number' && !(data74 % 1) && !isNaN(data74) && isFinite(data74))) {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts/max', 'type', {});
                        errors++;
                      }
                      if (typeof data74 == 'number' && isFinite(data74)) {
                        if (data74 < 0 || isNaN(data74)) {
                          vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alerts/max', 'minimum', {
                            comparison: '>=',
                            limit: 0,
                          });
                          errors++;
                        }
                      }
                    }
                  }
                }
                if (data71.matched !== undefined) {
                  let data75 = data71.matched;
                  if (Array.isArray(data75)) {
                    const len21 = data75.length;
                    for (let i21 = 0; i21 < len21; i21++) {
                      let data76 = data75[i21];
                      if (typeof data76 === 'string') {
                        if (!pattern6.test(data76)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/expect/matched/' + i21,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/matched/' + i21, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/matched', 'type', {});
                    errors++;
                  }
                }
                if (data71.matched_any !== undefined) {
                  let data77 = data71.matched_any;
                  if (Array.isArray(data77)) {
                    const len22 = data77.length;
                    for (let i22 = 0; i22 < len22; i22++) {
                      let data78 = data77[i22];
                      if (typeof data78 === 'string') {
                        if (!pattern6.test(data78)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/expect/matched_any/' + i22,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/test/' + i8 + '/expect/matched_any/' + i22,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/matched_any', 'type', {});
                    errors++;
                  }
                }
                if (data71.alert !== undefined) {
                  let data79 = data71.alert;
                  if (Array.isArray(data79)) {
                    const len23 = data79.length;
                    for (let i23 = 0; i23 < len23; i23++) {
                      let data80 = data79[i23];
                      if (data80 && typeof data80 == 'object' && !Array.isArray(data80)) {
                        if (data80.fields === undefined) {
                          vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alert/' + i23, 'required', {
                            missingProperty: 'fields',
                          });
                          errors++;
                        }
                        for (const key14 in data80) {
                          if (!(key14 === 'fields')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/expect/alert/' + i23,
                              'additionalProperties',
                              { additionalProperty: key14 },
                            );
                            errors++;
                          }
                        }
                        if (data80.fields !== undefined) {
                          let data81 = data80.fields;
                          if (!(data81 && typeof data81 == 'object' && !Array.isArray(data81))) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/expect/alert/' + i23 + '/fields',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alert/' + i23, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/alert', 'type', {});
                    errors++;
                  }
                }
                if (data71.sequences !== undefined) {
                  let data82 = data71.sequences;
                  if (Array.isArray(data82)) {
                    const len24 = data82.length;
                    for (let i24 = 0; i24 < len24; i24++) {
                      let data83 = data82[i24];
                      if (Array.isArray(data83)) {
                        const len25 = data83.length;
                        for (let i25 = 0; i25 < len25; i25++) {
                          let data84 = data83[i25];
                          if (typeof data84 === 'string') {
                            if (!pattern6.test(data84)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/test/' + i8 + '/expect/sequences/' + i24 + '/' + i25,
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/expect/sequences/' + i24 + '/' + i25,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/sequences/' + i24, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/sequences', 'type', {});
                    errors++;
                  }
                }
                if (data71.groups !== undefined) {
                  let data85 = data71.groups;
                  if (Array.isArray(data85)) {
                    const len26 = data85.length;
                    for (let i26 = 0; i26 < len26; i26++) {
                      let data86 = data85[i26];
                      if (data86 && typeof data86 == 'object' && !Array.isArray(data86)) {
                        if (data86.key === undefined) {
                          vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/groups/' + i26, 'required', {
                            missingProperty: 'key',
                          });
                          errors++;
                        }
                        for (const key15 in data86) {
                          if (!(key15 === 'key' || key15 === 'count')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/expect/groups/' + i26,
                              'additionalProperties',
                              { additionalProperty: key15 },
                            );
                            errors++;
                          }
                        }
                        if (data86.key !== undefined) {
                          let data87 = data86.key;
                          if (!(data87 && typeof data87 == 'object' && !Array.isArray(data87))) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/expect/groups/' + i26 + '/key',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data86.count !== undefined) {
                          let data88 = data86.count;
                          if (!(typeof data88 == 'number' && !(data88 % 1) && !isNaN(data88) && isFinite(data88))) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/test/' + i8 + '/expect/groups/' + i26 + '/count',
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (typeof data88 == 'number' && isFinite(data88)) {
                            if (data88 < 1 || isNaN(data88)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/test/' + i8 + '/expect/groups/' + i26 + '/count',
                                'minimum',
                                { comparison: '>=', limit: 1 },
                              );
                              errors++;
                            }
                          }
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/groups/' + i26, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/groups', 'type', {});
                    errors++;
                  }
                }
                if (data71.rows !== undefined) {
                  let data89 = data71.rows;
                  if (Array.isArray(data89)) {
                    const len27 = data89.length;
                    for (let i27 = 0; i27 < len27; i27++) {
                      let data90 = data89[i27];
                      if (!(data90 && typeof data90 == 'object' && !Array.isArray(data90))) {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/rows/' + i27, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/rows', 'type', {});
                    errors++;
                  }
                }
                if (data71.columns !== undefined) {
                  let data91 = data71.columns;
                  if (Array.isArray(data91)) {
                    const len28 = data91.length;
                    for (let i28 = 0; i28 < len28; i28++) {
                      let data92 = data91[i28];
                      if (typeof data92 === 'string') {
                        if (!pattern6.test(data92)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/expect/columns/' + i28,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/columns/' + i28, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/columns', 'type', {});
                    errors++;
                  }
                }
                if (data71.ordered !== undefined) {
                  if (typeof data71.ordered !== 'boolean') {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/ordered', 'type', {});
                    errors++;
                  }
                }
                if (data71.warnings !== undefined) {
                  let data94 = data71.warnings;
                  if (Array.isArray(data94)) {
                    const len29 = data94.length;
                    for (let i29 = 0; i29 < len29; i29++) {
                      let data95 = data94[i29];
                      if (typeof data95 === 'string') {
                        if (!pattern6.test(data95)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/test/' + i8 + '/expect/warnings/' + i29,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/warnings/' + i29, 'type', {});
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/warnings', 'type', {});
                    errors++;
                  }
                }
                if (data71.error !== undefined) {
                  let data96 = data71.error;
                  if (typeof data96 === 'string') {
                    if (!pattern6.test(data96)) {
                      vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/error', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect/error', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/expect', 'type', {});
                errors++;
              }
            }
            if (data30.todo !== undefined) {
              let data97 = data30.todo;
              if (typeof data97 === 'string') {
                if (!pattern6.test(data97)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/todo', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/todo', 'type', {});
                errors++;
              }
            }
            if (data30.skip !== undefined) {
              let data98 = data30.skip;
              if (typeof data98 === 'string') {
                if (!pattern6.test(data98)) {
                  vErrors = note(vErrors, instancePath + '/test/' + i8 + '/skip', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/skip', 'type', {});
                errors++;
              }
            }
            if (data30.only !== undefined) {
              if (typeof data30.only !== 'boolean') {
                vErrors = note(vErrors, instancePath + '/test/' + i8 + '/only', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/test/' + i8, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/test', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate67.errors = vErrors;
  return errors === 0;
}
validate67.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateConfig: SchemaValidator = validate68;
const schema25 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:config',
  title: 'dragnet configuration',
  description: 'Settings of dragnet for one repository; all paths are relative to this file.',
  type: 'object',
  properties: {
    paths: {
      type: 'array',
      items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
      description: 'Files and folders with definitions; without it the folder of this file.',
      minItems: 1,
      examples: [['rules', 'queries']],
    },
    exclude: {
      type: 'array',
      items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
      description: 'Patterns of files to leave out.',
      examples: [['**/drafts/**']],
    },
    version_lock: {
      type: 'string',
      pattern: '\\S',
      'x-form': 'a text that is not blank',
      description: 'The version lock to read versions from.',
      default: 'version.lock.json',
    },
    max_file_size: {
      type: 'integer',
      minimum: 1,
      description: 'Largest definition in bytes; larger files are refused unread.',
      default: 1048576,
    },
    stack: {
      type: 'array',
      items: {
        type: 'string',
        pattern: '^[0-9]+\\.[0-9]+(\\.[0-9]+)?$',
        'x-form': 'a version like 8.19',
        description: 'A version of the stack.',
      },
      description: 'Versions of the stack that must take every query; without it, the newest.',
      examples: [['8.19', '9.1']],
    },
    fields: {
      type: 'object',
      properties: {
        catalogues: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Files with the fields of your indices, as `dragnet schemas import` writes them.',
          examples: [['schemas/fields/aws.json']],
        },
      },
      required: [],
      additionalProperties: false,
      description: 'Which fields your indices have.',
    },
    attack: {
      type: 'object',
      properties: {
        data: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description:
            'File with the data of a version of MITRE ATT&CK, as `dragnet attack import` writes it; without it the built-in one.',
          examples: ['attack-enterprise.json'],
        },
      },
      required: [],
      additionalProperties: false,
      description: 'Which version of MITRE ATT&CK threats are checked against.',
    },
    test: {
      type: 'object',
      properties: {
        engine: {
          type: 'string',
          enum: ['embedded', 'elasticsearch', 'both'],
          description: 'Engine that runs the tests.',
          default: 'embedded',
        },
        cluster: {
          type: 'string',
          pattern: '^https?://\\S+$',
          'x-form': 'a URL like http://localhost:9200',
          description:
            'URL of an Elasticsearch. It gets no credentials; name one that wants them with --cluster or ELASTICSEARCH_URL.',
          examples: ['http://localhost:9200'],
        },
        min_coverage: {
          type: 'number',
          minimum: 0,
          maximum: 100,
          description:
            'Share of the clauses of each rule that its tests must cover, in per cent; less fails `dragnet test`.',
          examples: [100],
        },
        min_tests: {
          type: 'integer',
          minimum: 0,
          description: 'How many tests each rule and hunt needs; from 2 on one that fires and one that stays silent.',
          default: 0,
          examples: [2],
        },
      },
      required: [],
      additionalProperties: false,
      description: 'How tests run.',
    },
    docs: {
      type: 'object',
      properties: {
        format: {
          type: 'string',
          enum: ['dragnet', 'detection-rules', 'asciidoc'],
          description: 'Form of the pages that `dragnet docs build` writes.',
          default: 'dragnet',
        },
        coverage: {
          type: 'boolean',
          description:
            'Run the tests of rules for the clause coverage on their pages; without it these have what the test files say.',
          default: true,
        },
        out: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Folder that docs/ lies in; without it the folder of this file.',
          examples: ['site'],
        },
      },
      required: [],
      additionalProperties: false,
      description: 'How pages are built.',
    },
    redact: {
      type: 'object',
      additionalProperties: { enum: ['hash', 'replace', 'keep', 'remove'] },
      description:
        'Field (`*` is any text) → what `fixture pull` and `fixture redact` do with it; after the defaults, the last that names a field decides.',
      examples: [{ 'user.name': 'keep', 'okta.actor.*': 'hash' }],
    },
    profile: {
      type: 'string',
      enum: ['recommended', 'strict', 'elastic'],
      description: 'Which checks run, and how much they weigh.',
      default: 'recommended',
      examples: ['strict'],
    },
    baseline: {
      type: 'string',
      pattern: '\\S',
      'x-form': 'a text that is not blank',
      description: 'File of known problems, which are not reported; `dragnet validate --update-baseline` writes it.',
      examples: ['dragnet.baseline.json'],
    },
    target: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: {
          kibana: {
            type: 'string',
            pattern: '^https?://[^\\s@]+$',
            'x-form': 'a URL without credentials, like https://kibana.example',
            description:
              'URL of Kibana, with its base path. Credentials go to it only when the call or the environment names it, too (--kibana, KIBANA_URL).',
            examples: ['https://kibana.example'],
          },
          space: {
            type: 'string',
            pattern: '^[a-z0-9_-]+$',
            'x-form': 'the id of a space: small letters, digits, - and _',
            description: 'Id of the space.',
            default: 'default',
            examples: ['security'],
          },
          elasticsearch: {
            type: 'string',
            pattern: '^https?://[^\\s@]+$',
            'x-form': 'a URL without credentials, like https://elasticsearch.example:9200',
            description: 'URL of the Elasticsearch that keeps what was applied, in the index dragnet-state.',
            examples: ['https://elasticsearch.example:9200'],
          },
          state: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'File that keeps what was applied, in place of an index.',
            examples: ['.dragnet/prod.json'],
          },
          select: {
            type: 'object',
            properties: {
              tags: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Rules with one of these tags.',
                minItems: 1,
                examples: [['Production']],
              },
              paths: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Rules of these files and folders; `*` is any text.',
                minItems: 1,
                examples: [['rules/windows']],
              },
              maturity: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Rules of these maturities.',
                minItems: 1,
                examples: [['production']],
              },
            },
            required: [],
            additionalProperties: false,
            description: 'Which rules it gets; without it, those of maturity production.',
          },
          tag: {
            type: 'string',
            description: 'Tag of the rules that dragnet manages there; none if empty.',
            default: 'Managed by dragnet',
          },
          manage: {
            type: 'object',
            properties: {
              enabled: { type: 'boolean', description: 'Whether git decides which rules are enabled.', default: true },
              exceptions_list: {
                type: 'boolean',
                description: 'Whether git decides which exception lists a rule has.',
                default: true,
              },
              actions: { type: 'boolean', description: 'Whether git decides about actions.', default: true },
            },
            required: [],
            additionalProperties: false,
            description: 'What belongs to git; what is false belongs to analysts, and is kept as they have it.',
          },
          override: {
            type: 'object',
            properties: {
              enabled: { type: 'boolean', description: 'Whether rules are enabled there, whatever their files say.' },
              tags: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Tags that rules have there besides their own.',
                examples: [['prod']],
              },
              index_prefix: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Put in front of each index pattern.',
                examples: ['remote:'],
              },
              exceptions_list: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    list_id: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: '`list_id` of the list.',
                      examples: ['trusted-admins'],
                    },
                    namespace_type: {
                      type: 'string',
                      enum: ['single', 'agnostic'],
                      description: 'Whether the list is of one space or of all.',
                      default: 'single',
                    },
                    type: {
                      type: 'string',
                      enum: ['detection', 'rule_default', 'endpoint'],
                      description: 'Type of the list.',
                      default: 'detection',
                    },
                  },
                  required: ['list_id'],
                  additionalProperties: false,
                  description: 'An exception list.',
                },
                description: 'Exception lists that rules have there besides their own.',
              },
            },
            required: [],
            additionalProperties: false,
            description: 'What is otherwise there, for every rule.',
          },
        },
        required: [],
        additionalProperties: false,
        description: 'A space of a Kibana that rules are deployed to.',
      },
      description: 'Name → a space of a Kibana that rules are deployed to; `--target` chooses.',
    },
    checks: {
      type: 'object',
      properties: {
        local: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Modules with checks of your own; they run with --allow-local-checks alone.',
          examples: [['./checks/mine.mjs']],
        },
      },
      additionalProperties: { enum: ['off', 'info', 'warning', 'error'] },
      description: 'Code of a check → its severity, or `off`.',
      examples: [{ 'lint/risk-score-matches-severity': 'warning' }],
    },
  },
  required: [],
  additionalProperties: false,
};
const pattern119 = new RegExp('^[0-9]+\\.[0-9]+(\\.[0-9]+)?$', 'u');
const pattern122 = new RegExp('^https?://\\S+$', 'u');
const pattern125 = new RegExp('^https?://[^\\s@]+$', 'u');
const pattern126 = new RegExp('^[a-z0-9_-]+$', 'u');
function validate68(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:config" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate68.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func1.call(schema25.properties, key0)) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.paths !== undefined) {
      let data0 = data.paths;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          vErrors = note(vErrors, instancePath + '/paths', 'minItems', { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === 'string') {
            if (!pattern6.test(data1)) {
              vErrors = note(vErrors, instancePath + '/paths/' + i0, 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/paths/' + i0, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/paths', 'type', {});
        errors++;
      }
    }
    if (data.exclude !== undefined) {
      let data2 = data.exclude;
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/exclude/' + i1, 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/exclude/' + i1, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/exclude', 'type', {});
        errors++;
      }
    }
    if (data.version_lock !== undefined) {
      let data4 = data.version_lock;
      if (typeof data4 === 'string') {
        if (!pattern6.test(data4)) {
          vErrors = note(vErrors, instancePath + '/version_lock', 'pattern', {});
          errors++;
        }
      } else {
        vErrors = note(vErrors, instancePath + '/version_lock', 'type', {});
        errors++;
      }
    }
    if (data.max_file_size !== undefined) {
      let data5 = data.max_file_size;
      if (!(typeof data5 == 'number' && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
        vErrors = note(vErrors, instancePath + '/max_file_size', 'type', {});
        errors++;
      }
      if (typeof data5 == 'number' && isFinite(data5)) {
        if (data5 < 1 || isNaN(data5)) {
          vErrors = note(vErrors, instancePath + '/max_file_size', 'minimum', { comparison: '>=', limit: 1 });
          errors++;
        }
      }
    }
    if (data.stack !== undefined) {
      let data6 = data.stack;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === 'string') {
            if (!pattern119.test(data7)) {
              vErrors = note(vErrors, instancePath + '/stack/' + i2, 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/stack/' + i2, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/stack', 'type', {});
        errors++;
      }
    }
    if (data.fields !== undefined) {
      let data8 = data.fields;
      if (data8 && typeof data8 == 'object' && !Array.isArray(data8)) {
        for (const key1 in data8) {
          if (!(key1 === 'catalogues')) {
            vErrors = note(vErrors, instancePath + '/fields', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data8.catalogues !== undefined) {
          let data9 = data8.catalogues;
          if (Array.isArray(data9)) {
            const len3 = data9.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data10 = data9[i3];
              if (typeof data10 === 'string') {
                if (!pattern6.test(data10)) {
                  vErrors = note(vErrors, instancePath + '/fields/catalogues/' + i3, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/fields/catalogues/' + i3, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/fields/catalogues', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/fields', 'type', {});
        errors++;
      }
    }
    if (data.attack !== undefined) {
      let data11 = data.attack;
      if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
        for (const key2 in data11) {
          if (!(key2 === 'data')) {
            vErrors = note(vErrors, instancePath + '/attack', 'additionalProperties', { additionalProperty: key2 });
            errors++;
          }
        }
        if (data11.data !== undefined) {
          let data12 = data11.data;
          if (typeof data12 === 'string') {
            if (!pattern6.test(data12)) {
              vErrors = note(vErrors, instancePath + '/attack/data', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/attack/data', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/attack', 'type', {});
        errors++;
      }
    }
    if (data.test !== undefined) {
      let data13 = data.test;
      if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
        for (const key3 in data13) {
          if (!(key3 === 'engine' || key3 === 'cluster' || key3 === 'min_coverage' || key3 === 'min_tests')) {
            vErrors = note(vErrors, instancePath + '/test', 'additionalProperties', { additionalProperty: key3 });
            errors++;
          }
        }
        if (data13.engine !== undefined) {
          let data14 = data13.engine;
          if (typeof data14 !== 'string') {
            vErrors = note(vErrors, instancePath + '/test/engine', 'type', {});
            errors++;
          }
          if (!(data14 === 'embedded' || data14 === 'elasticsearch' || data14 === 'both')) {
            vErrors = note(vErrors, instancePath + '/test/engine', 'enum', {});
            errors++;
          }
        }
        if (data13.cluster !== undefined) {
          let data15 = data13.cluster;
          if (typeof data15 === 'string') {
            if (!pattern122.test(data15)) {
              vErrors = note(vErrors, instancePath + '/test/cluster', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/test/cluster', 'type', {});
            errors++;
          }
        }
        if (data13.min_coverage !== undefined) {
          let data16 = data13.min_coverage;
          if (typeof data16 == 'number' && isFinite(data16)) {
            if (data16 > 100 || isNaN(data16)) {
              vErrors = note(vErrors, instancePath + '/test/min_coverage', 'maximum', { comparison: '<=', limit: 100 });
              errors++;
            }
            if (data16 < 0 || isNaN(data16)) {
              vErrors = note(vErrors, instancePath + '/test/min_coverage', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/test/min_coverage', 'type', {});
            errors++;
          }
        }
        if (data13.min_tests !== undefined) {
          let data17 = data13.min_tests;
          if (!(typeof data17 == 'number' && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
            vErrors = note(vErrors, instancePath + '/test/min_tests', 'type', {});
            errors++;
          }
          if (typeof data17 == 'number' && isFinite(data17)) {
            if (data17 < 0 || isNaN(data17)) {
              vErrors = note(vErrors, instancePath + '/test/min_tests', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/test', 'type', {});
        errors++;
      }
    }
    if (data.docs !== undefined) {
      let data18 = data.docs;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        for (const key4 in data18) {
          if (!(key4 === 'format' || key4 === 'coverage' || key4 === 'out')) {
            vErrors = note(vErrors, instancePath + '/docs', 'additionalProperties', { additionalProperty: key4 });
            errors++;
          }
        }
        if (data18.format !== undefined) {
          let data19 = data18.format;
          if (typeof data19 !== 'string') {
            vErrors = note(vErrors, instancePath + '/docs/format', 'type', {});
            errors++;
          }
          if (!(data19 === 'dragnet' || data19 === 'detection-rules' || data19 === 'asciidoc')) {
            vErrors = note(vErrors, instancePath + '/docs/format', 'enum', {});
            errors++;
          }
        }
        if (data18.coverage !== undefined) {
          if (typeof data18.coverage !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/docs/coverage', 'type', {});
            errors++;
          }
        }
        if (data18.out !== undefined) {
          let data21 = data18.out;
          if (typeof data21 === 'string') {
            if (!pattern6.test(data21)) {
              vErrors = note(vErrors, instancePath + '/docs/out', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/docs/out', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/docs', 'type', {});
        errors++;
      }
    }
    if (data.redact !== undefined) {
      let data22 = data.redact;
      if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
        for (const key5 in data22) {
          let data23 = data22[key5];
          if (!(data23 === 'hash' || data23 === 'replace' || data23 === 'keep' || data23 === 'remove')) {
            vErrors = note(
              vErrors,
              instancePath + '/redact/' + key5.replace(/~/g, '~0').replace(/\//g, '~1'),
              'enum',
              {},
            );
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/redact', 'type', {});
        errors++;
      }
    }
    if (data.profile !== undefined) {
      let data24 = data.profile;
      if (typeof data24 !== 'string') {
        vErrors = note(vErrors, instancePath + '/profile', 'type', {});
        errors++;
      }
      if (!(data24 === 'recommended' || data24 === 'strict' || data24 === 'elastic')) {
        vErrors = note(vErrors, instancePath + '/profile', 'enum', {});
        errors++;
      }
    }
    if (data.baseline !== undefined) {
      let data25 = data.baseline;
      if (typeof data25 === 'string') {
        if (!pattern6.test(data25)) {
          vErrors = note(vErrors, instancePath + '/baseline', 'pattern', {});
          errors++;
        }
      } else {
        vErrors = note(vErrors, instancePath + '/baseline', 'type', {});
        errors++;
      }
    }
    if (data.target !== undefined) {
      let data26 = data.target;
      if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
        for (const key6 in data26) {
          let data27 = data26[key6];
          if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
            for (const key7 in data27) {
              if (!(
                key7 === 'kibana' ||
                key7 === 'space' ||
                key7 === 'elasticsearch' ||
                key7 === 'state' ||
                key7 === 'select' ||
                key7 === 'tag' ||
                key7 === 'manage' ||
                key7 === 'override'
              )) {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
                  'additionalProperties',
                  { additionalProperty: key7 },
                );
                errors++;
              }
            }
            if (data27.kibana !== undefined) {
              let data28 = data27.kibana;
              if (typeof data28 === 'string') {
                if (!pattern125.test(data28)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/kibana',
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/kibana',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.space !== undefined) {
              let data29 = data27.space;
              if (typeof data29 === 'string') {
                if (!pattern126.test(data29)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/space',
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/space',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.elasticsearch !== undefined) {
              let data30 = data27.elasticsearch;
              if (typeof data30 === 'string') {
                if (!pattern125.test(data30)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/elasticsearch',
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/elasticsearch',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.state !== undefined) {
              let data31 = data27.state;
              if (typeof data31 === 'string') {
                if (!pattern6.test(data31)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/state',
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/state',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.select !== undefined) {
              let data32 = data27.select;
              if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                for (const key8 in data32) {
                  if (!(key8 === 'tags' || key8 === 'paths' || key8 === 'maturity')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select',
                      'additionalProperties',
                      { additionalProperty: key8 },
                    );
                    errors++;
                  }
                }
                if (data32.tags !== undefined) {
                  let data33 = data32.tags;
                  if (Array.isArray(data33)) {
                    if (data33.length < 1) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select/tags',
                        'minItems',
                        { limit: 1 },
                      );
                      errors++;
                    }
                    const len4 = data33.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data34 = data33[i4];
                      if (typeof data34 === 'string') {
                        if (!pattern6.test(data34)) {
                          vErrors = note(
                            vErrors,
                            instancePath +
                              '/target/' +
                              key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                              '/select/tags/' +
                              i4,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/target/' +
                            key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/select/tags/' +
                            i4,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select/tags',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data32.paths !== undefined) {
                  let data35 = data32.paths;
                  if (Array.isArray(data35)) {
                    if (data35.length < 1) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select/paths',
                        'minItems',
                        { limit: 1 },
                      );
                      errors++;
                    }
                    const len5 = data35.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data36 = data35[i5];
                      if (typeof data36 === 'string') {
                        if (!pattern6.test(data36)) {
                          vErrors = note(
                            vErrors,
                            instancePath +
                              '/target/' +
                              key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                              '/select/paths/' +
                              i5,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/target/' +
                            key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/select/paths/' +
                            i5,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select/paths',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data32.maturity !== undefined) {
                  let data37 = data32.maturity;
                  if (Array.isArray(data37)) {
                    if (data37.length < 1) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select/maturity',
                        'minItems',
                        { limit: 1 },
                      );
                      errors++;
                    }
                    const len6 = data37.length;
                    for (let i6 = 0; i6 < len6; i6++) {
                      let data38 = data37[i6];
                      if (typeof data38 === 'string') {
                        if (!pattern6.test(data38)) {
                          vErrors = note(
                            vErrors,
                            instancePath +
                              '/target/' +
                              key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                              '/select/maturity/' +
                              i6,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/target/' +
                            key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/select/maturity/' +
                            i6,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select/maturity',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/select',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.tag !== undefined) {
              if (typeof data27.tag !== 'string') {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/tag',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.manage !== undefined) {
              let data40 = data27.manage;
              if (data40 && typeof data40 == 'object' && !Array.isArray(data40)) {
                for (const key9 in data40) {
                  if (!(key9 === 'enabled' || key9 === 'exceptions_list' || key9 === 'actions')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/manage',
                      'additionalProperties',
                      { additionalProperty: key9 },
                    );
                    errors++;
                  }
                }
                if (data40.enabled !== undefined) {
                  if (typeof data40.enabled !== 'boolean') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/manage/enabled',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data40.exceptions_list !== undefined) {
                  if (typeof data40.exceptions_list !== 'boolean') {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/target/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/manage/exceptions_list',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data40.actions !== undefined) {
                  if (typeof data40.actions !== 'boolean') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/manage/actions',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/manage',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data27.override !== undefined) {
              let data44 = data27.override;
              if (data44 && typeof data44 == 'object' && !Array.isArray(data44)) {
                for (const key10 in data44) {
                  if (!(
                    key10 === 'enabled' ||
                    key10 === 'tags' ||
                    key10 === 'index_prefix' ||
                    key10 === 'exceptions_list'
                  )) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/override',
                      'additionalProperties',
                      { additionalProperty: key10 },
                    );
                    errors++;
                  }
                }
                if (data44.enabled !== undefined) {
                  if (typeof data44.enabled !== 'boolean') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/override/enabled',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data44.tags !== undefined) {
                  let data46 = data44.tags;
                  if (Array.isArray(data46)) {
                    const len7 = data46.length;
                    for (let i7 = 0; i7 < len7; i7++) {
                      let data47 = data46[i7];
                      if (typeof data47 === 'string') {
                        if (!pattern6.test(data47)) {
                          vErrors = note(
                            vErrors,
                            instancePath +
                              '/target/' +
                              key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                              '/override/tags/' +
                              i7,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/target/' +
                            key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/override/tags/' +
                            i7,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/override/tags',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data44.index_prefix !== undefined) {
                  let data48 = data44.index_prefix;
                  if (typeof data48 === 'string') {
                    if (!pattern6.test(data48)) {
                      vErrors = note(
                        vErrors,
                        instancePath +
                          '/target/' +
                          key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/override/index_prefix',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/target/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/override/index_prefix',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data44.exceptions_list !== undefined) {
                  let data49 = data44.exceptions_list;
                  if (Array.isArray(data49)) {
                    const len8 = data49.length;
                    for (let i8 = 0; i8 < len8; i8++) {
                      let data50 = data49[i8];
                      if (data50 && typeof data50 == 'object' && !Array.isArray(data50)) {
                        if (data50.list_id === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath +
                              '/target/' +
                              key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                              '/override/exceptions_list/' +
                              i8,
                            'required',
                            { missingProperty: 'list_id' },
                          );
                          errors++;
                        }
                        for (const key11 in data50) {
                          if (!(key11 === 'list_id' || key11 === 'namespace_type' || key11 === 'type')) {
                            vErrors = note(
                              vErrors,
                              instancePath +
                                '/target/' +
                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/override/exceptions_list/' +
                                i8,
                              'additionalProperties',
                              { additionalProperty: key11 },
                            );
                            errors++;
                          }
                        }
                        if (data50.list_id !== undefined) {
                          let data51 = data50.list_id;
                          if (typeof data51 === 'string') {
                            if (!pattern6.test(data51)) {
                              vErrors = note(
                                vErrors,
                                instancePath +
                                  '/target/' +
                                  key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                  '/override/exceptions_list/' +
                                  i8 +
                                  '/list_id',
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath +
                                '/target/' +
                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/override/exceptions_list/' +
                                i8 +
                                '/list_id',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data50.namespace_type !== undefined) {
                          let data52 = data50.namespace_type;
                          if (typeof data52 !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath +
                                '/target/' +
                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/override/exceptions_list/' +
                                i8 +
                                '/namespace_type',
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (!(data52 === 'single' || data52 === 'agnostic')) {
                            vErrors = note(
                              vErrors,
                              instancePath +
                                '/target/' +
                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/override/exceptions_list/' +
                                i8 +
                                '/namespace_type',
                              'enum',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data50.type !== undefined) {
                          let data53 = data50.type;
                          if (typeof data53 !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath +
                                '/target/' +
                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/override/exceptions_list/' +
                                i8 +
                                '/type',
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (!(data53 === 'detection' || data53 === 'rule_default' || data53 === 'endpoint')) {
                            vErrors = note(
                              vErrors,
                              instancePath +
                                '/target/' +
                                key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                                '/override/exceptions_list/' +
                                i8 +
                                '/type',
                              'enum',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath +
                            '/target/' +
                            key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                            '/override/exceptions_list/' +
                            i8,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/target/' +
                        key6.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/override/exceptions_list',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1') + '/override',
                  'type',
                  {},
                );
                errors++;
              }
            }
          } else {
            vErrors = note(
              vErrors,
              instancePath + '/target/' + key6.replace(/~/g, '~0').replace(/\//g, '~1'),
              'type',
              {},
            );
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/target', 'type', {});
        errors++;
      }
    }
    if (data.checks !== undefined) {
      let data54 = data.checks;
      if (data54 && typeof data54 == 'object' && !Array.isArray(data54)) {
        for (const key12 in data54) {
          if (!(key12 === 'local')) {
            let data55 = data54[key12];
            if (!(data55 === 'off' || data55 === 'info' || data55 === 'warning' || data55 === 'error')) {
              vErrors = note(
                vErrors,
                instancePath + '/checks/' + key12.replace(/~/g, '~0').replace(/\//g, '~1'),
                'enum',
                {},
              );
              errors++;
            }
          }
        }
        if (data54.local !== undefined) {
          let data56 = data54.local;
          if (Array.isArray(data56)) {
            const len9 = data56.length;
            for (let i9 = 0; i9 < len9; i9++) {
              let data57 = data56[i9];
              if (typeof data57 === 'string') {
                if (!pattern6.test(data57)) {
                  vErrors = note(vErrors, instancePath + '/checks/local/' + i9, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/checks/local/' + i9, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/checks/local', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/checks', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate68.errors = vErrors;
  return errors === 0;
}
validate68.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateVersionLock: SchemaValidator = validate69;
const schema26 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:version-lock',
  title: 'Version lock',
  description: 'Rule id → the version that the rule has now, and the hash that goes with it.',
  type: 'object',
  additionalProperties: {
    type: 'object',
    properties: {
      rule_name: {
        type: 'string',
        pattern: '\\S',
        'x-form': 'a text that is not blank',
        description: 'Name of the rule.',
      },
      sha256: {
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
        'x-form': 'a SHA-256 in hexadecimal',
        description: 'Hash of the rule when it got this version.',
      },
      type: {
        type: 'string',
        enum: ['query', 'saved_query', 'eql', 'esql', 'threshold', 'new_terms', 'threat_match', 'machine_learning'],
        description: 'Type of the rule; it never changes.',
      },
      version: { type: 'integer', minimum: 1, description: 'Version of the rule.' },
      min_stack_version: {
        type: 'string',
        pattern: '\\S',
        'x-form': 'a text that is not blank',
        description: 'Oldest stack of this version.',
      },
      previous: {
        type: 'object',
        description: 'Stack (`8.19`) → the version that it still gets.',
        additionalProperties: {
          type: 'object',
          properties: {
            rule_name: {
              type: 'string',
              pattern: '\\S',
              'x-form': 'a text that is not blank',
              description: 'Name of the rule.',
            },
            sha256: {
              type: 'string',
              pattern: '^[0-9a-f]{64}$',
              'x-form': 'a SHA-256 in hexadecimal',
              description: 'Hash of the rule when it got this version.',
            },
            type: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank', description: 'Type.' },
            version: { type: 'integer', minimum: 1, description: 'Version.' },
          },
          required: ['version'],
          description: 'A version for an older stack.',
        },
      },
      stack_emit: {
        type: 'object',
        properties: {},
        required: [],
        description: 'Stack → the version that it gets after changes made for it.',
      },
    },
    required: ['rule_name', 'sha256', 'type', 'version'],
    description: 'The locked version of a rule.',
  },
};
const pattern137 = new RegExp('^[0-9a-f]{64}$', 'u');
function validate69(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:version-lock" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      let data0 = data[key0];
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.rule_name === undefined) {
          vErrors = note(vErrors, instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'), 'required', {
            missingProperty: 'rule_name',
          });
          errors++;
        }
        if (data0.sha256 === undefined) {
          vErrors = note(vErrors, instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'), 'required', {
            missingProperty: 'sha256',
          });
          errors++;
        }
        if (data0.type === undefined) {
          vErrors = note(vErrors, instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'), 'required', {
            missingProperty: 'type',
          });
          errors++;
        }
        if (data0.version === undefined) {
          vErrors = note(vErrors, instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'), 'required', {
            missingProperty: 'version',
          });
          errors++;
        }
        if (data0.rule_name !== undefined) {
          let data1 = data0.rule_name;
          if (typeof data1 === 'string') {
            if (!pattern6.test(data1)) {
              vErrors = note(
                vErrors,
                instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/rule_name',
                'pattern',
                {},
              );
              errors++;
            }
          } else {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/rule_name',
              'type',
              {},
            );
            errors++;
          }
        }
        if (data0.sha256 !== undefined) {
          let data2 = data0.sha256;
          if (typeof data2 === 'string') {
            if (!pattern137.test(data2)) {
              vErrors = note(
                vErrors,
                instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/sha256',
                'pattern',
                {},
              );
              errors++;
            }
          } else {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/sha256',
              'type',
              {},
            );
            errors++;
          }
        }
        if (data0.type !== undefined) {
          let data3 = data0.type;
          if (typeof data3 !== 'string') {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
              'type',
              {},
            );
            errors++;
          }
          if (!(
            data3 === 'query' ||
            data3 === 'saved_query' ||
            data3 === 'eql' ||
            data3 === 'esql' ||
            data3 === 'threshold' ||
            data3 === 'new_terms' ||
            data3 === 'threat_match' ||
            data3 === 'machine_learning'
          )) {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/type',
              'enum',
              {},
            );
            errors++;
          }
        }
        if (data0.version !== undefined) {
          let data4 = data0.version;
          if (!(typeof data4 == 'number' && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/version',
              'type',
              {},
            );
            errors++;
          }
          if (typeof data4 == 'number' && isFinite(data4)) {
            if (data4 < 1 || isNaN(data4)) {
              vErrors = note(
                vErrors,
                instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/version',
                'minimum',
                { comparison: '>=', limit: 1 },
              );
              errors++;
            }
          }
        }
        if (data0.min_stack_version !== undefined) {
          let data5 = data0.min_stack_version;
          if (typeof data5 === 'string') {
            if (!pattern6.test(data5)) {
              vErrors = note(
                vErrors,
                instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/min_stack_version',
                'pattern',
                {},
              );
              errors++;
            }
          } else {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/min_stack_version',
              'type',
              {},
            );
            errors++;
          }
        }
        if (data0.previous !== undefined) {
          let data6 = data0.previous;
          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
            for (const key1 in data6) {
              let data7 = data6[key1];
              if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
                if (data7.version === undefined) {
                  vErrors = note(
                    vErrors,
                    instancePath +
                      '/' +
                      key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                      '/previous/' +
                      key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                    'required',
                    { missingProperty: 'version' },
                  );
                  errors++;
                }
                if (data7.rule_name !== undefined) {
                  let data8 = data7.rule_name;
                  if (typeof data8 === 'string') {
                    if (!pattern6.test(data8)) {
                      vErrors = note(
                        vErrors,
                        instancePath +
                          '/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/previous/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/rule_name',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/previous/' +
                        key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/rule_name',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data7.sha256 !== undefined) {
                  let data9 = data7.sha256;
                  if (typeof data9 === 'string') {
                    if (!pattern137.test(data9)) {
                      vErrors = note(
                        vErrors,
                        instancePath +
                          '/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/previous/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/sha256',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/previous/' +
                        key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/sha256',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data7.type !== undefined) {
                  let data10 = data7.type;
                  if (typeof data10 === 'string') {
                    if (!pattern6.test(data10)) {
                      vErrors = note(
                        vErrors,
                        instancePath +
                          '/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/previous/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/type',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/previous/' +
                        key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/type',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data7.version !== undefined) {
                  let data11 = data7.version;
                  if (!(typeof data11 == 'number' && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
                    vErrors = note(
                      vErrors,
                      instancePath +
                        '/' +
                        key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/previous/' +
                        key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                        '/version',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (typeof data11 == 'number' && isFinite(data11)) {
                    if (data11 < 1 || isNaN(data11)) {
                      vErrors = note(
                        vErrors,
                        instancePath +
                          '/' +
                          key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/previous/' +
                          key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                          '/version',
                        'minimum',
                        { comparison: '>=', limit: 1 },
                      );
                      errors++;
                    }
                  }
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath +
                    '/' +
                    key0.replace(/~/g, '~0').replace(/\//g, '~1') +
                    '/previous/' +
                    key1.replace(/~/g, '~0').replace(/\//g, '~1'),
                  'type',
                  {},
                );
                errors++;
              }
            }
          } else {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/previous',
              'type',
              {},
            );
            errors++;
          }
        }
        if (data0.stack_emit !== undefined) {
          let data12 = data0.stack_emit;
          if (!(data12 && typeof data12 == 'object' && !Array.isArray(data12))) {
            vErrors = note(
              vErrors,
              instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1') + '/stack_emit',
              'type',
              {},
            );
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/' + key0.replace(/~/g, '~0').replace(/\//g, '~1'), 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
validate69.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateExceptions: SchemaValidator = validate70;
const schema27 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:exceptions',
  title: 'Exception lists',
  description:
    'What rules do not alert on: https://www.elastic.co/docs/solutions/security/detect-and-alert/rule-exceptions',
  type: 'object',
  required: ['exceptions'],
  additionalProperties: false,
  properties: {
    metadata: {
      type: 'object',
      properties: {
        list_name: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Name of what the file holds.',
        },
        creation_date: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'When the file was made.',
          examples: ['2026/05/01'],
        },
        updated_date: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'When it was changed.',
          examples: ['2026/05/01'],
        },
        deprecation_date: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'When it was given up.',
        },
        rule_ids: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Ids of the rules that it belongs to.',
        },
        rule_names: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Names of those rules.',
        },
        comments: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank', description: 'Remarks.' },
        maturity: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'How far it is.',
        },
      },
      required: [],
      additionalProperties: false,
      description: 'Facts about the file that Kibana never sees.',
    },
    exceptions: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          container: {
            type: 'object',
            properties: {
              name: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the list.',
                examples: ['Known deployments'],
              },
              description: { type: 'string', description: 'What the list is for.' },
              list_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the list, by which rules name it.',
                examples: ['known-deployments'],
              },
              type: {
                type: 'string',
                enum: ['detection', 'endpoint', 'rule_default'],
                description: 'What the list is for: many rules, the agent, one rule.',
              },
              namespace_type: { type: 'string', enum: ['single', 'agnostic'], description: 'One space, or all.' },
              os_types: {
                type: 'array',
                items: { type: 'string', enum: ['linux', 'macos', 'windows'], description: 'An operating system.' },
                description: 'Operating systems.',
              },
              tags: {
                type: 'array',
                items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                description: 'Marks.',
              },
              meta: { type: 'object', properties: {}, required: [], description: 'Anything.' },
              immutable: { type: 'boolean', description: 'Whether the list may not be changed.' },
              version: { type: 'integer', description: 'Version of the list.' },
              created_at: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'When it was made.',
              },
              created_by: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Who made it.',
              },
              updated_at: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'When it was changed.',
              },
              updated_by: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Who changed it.',
              },
              id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the saved object.',
              },
              tie_breaker_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'For sorting.',
              },
              _version: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Version of the saved object.',
              },
            },
            required: ['name', 'list_id'],
            additionalProperties: false,
            description: 'The list itself.',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'What is let through.',
                  examples: ['the deployment user'],
                },
                description: { type: 'string', description: 'Why.' },
                item_id: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Id of the item.',
                },
                list_id: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Id of the list that the item is of; it is that of the container.',
                },
                type: { type: 'string', enum: ['simple'], description: 'Kind of item.' },
                namespace_type: { type: 'string', enum: ['single', 'agnostic'], description: 'One space, or all.' },
                entries: {
                  type: 'array',
                  items: {
                    type: 'object',
                    properties: {
                      field: {
                        type: 'string',
                        pattern: '\\S',
                        'x-form': 'a text that is not blank',
                        description: 'Field of the document.',
                        examples: ['process.name'],
                      },
                      operator: {
                        type: 'string',
                        enum: ['included', 'excluded'],
                        description: 'Whether the condition must hold, or must not.',
                        examples: ['included'],
                      },
                      value: {
                        type: ['string', 'array'],
                        description: 'The value, the pattern (`*`, `?`), or the values of match_any.',
                      },
                      list: {
                        type: 'object',
                        properties: {
                          id: {
                            type: 'string',
                            pattern: '\\S',
                            'x-form': 'a text that is not blank',
                            description: 'Id of the value list.',
                            examples: ['known-scanners'],
                          },
                          type: {
                            type: 'string',
                            pattern: '\\S',
                            'x-form': 'a text that is not blank',
                            description: 'What its values are: `keyword`, `ip`, `ip_range`, `text` …',
                            examples: ['ip'],
                          },
                        },
                        required: ['id', 'type'],
                        additionalProperties: false,
                        description: 'The value list that the field has a value of.',
                      },
                      type: {
                        type: 'string',
                        enum: ['match', 'match_any', 'exists', 'wildcard', 'list', 'nested'],
                        description: 'Kind of condition.',
                        examples: ['match'],
                      },
                      entries: {
                        type: 'array',
                        items: {
                          type: 'object',
                          properties: {
                            field: {
                              type: 'string',
                              pattern: '\\S',
                              'x-form': 'a text that is not blank',
                              description: 'Field of the document.',
                              examples: ['process.name'],
                            },
                            operator: {
                              type: 'string',
                              enum: ['included', 'excluded'],
                              description: 'Whether the condition must hold, or must not.',
                              examples: ['included'],
                            },
                            value: {
                              type: ['string', 'array'],
                              description: 'The value, the pattern (`*`, `?`), or the values of match_any.',
                            },
                            list: {
                              type: 'object',
                              properties: {
                                id: {
                                  type: 'string',
                                  pattern: '\\S',
                                  'x-form': 'a text that is not blank',
                                  description: 'Id of the value list.',
                                  examples: ['known-scanners'],
                                },
                                type: {
                                  type: 'string',
                                  pattern: '\\S',
                                  'x-form': 'a text that is not blank',
                                  description: 'What its values are: `keyword`, `ip`, `ip_range`, `text` …',
                                  examples: ['ip'],
                                },
                              },
                              required: ['id', 'type'],
                              additionalProperties: false,
                              description: 'The value list that the field has a value of.',
                            },
                            type: {
                              type: 'string',
                              enum: ['match', 'match_any', 'exists', 'wildcard', 'list'],
                              description: 'Kind of condition.',
                            },
                          },
                          required: ['field', 'type'],
                          additionalProperties: false,
                          description: 'A condition on the nested object.',
                          allOf: [
                            {
                              if: { properties: { type: { const: 'match' } }, required: ['type'] },
                              then: {
                                properties: {
                                  value: {
                                    type: 'string',
                                    pattern: '\\S',
                                    'x-form': 'a text that is not blank',
                                    description: 'The value.',
                                  },
                                },
                                required: ['value'],
                              },
                            },
                            {
                              if: { properties: { type: { const: 'wildcard' } }, required: ['type'] },
                              then: {
                                properties: {
                                  value: {
                                    type: 'string',
                                    pattern: '\\S',
                                    'x-form': 'a text that is not blank',
                                    description: 'The value.',
                                  },
                                },
                                required: ['value'],
                              },
                            },
                            {
                              if: { properties: { type: { const: 'match_any' } }, required: ['type'] },
                              then: {
                                properties: {
                                  value: {
                                    type: 'array',
                                    items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                                    description: 'The values.',
                                    minItems: 1,
                                  },
                                },
                                required: ['value'],
                              },
                            },
                            {
                              if: { properties: { type: { const: 'exists' } }, required: ['type'] },
                              then: { properties: { value: false, list: false, entries: false } },
                            },
                            {
                              if: { properties: { type: { const: 'list' } }, required: ['type'] },
                              then: { properties: { value: false }, required: ['list'] },
                            },
                          ],
                        },
                        description: 'Conditions on one object of the nested field; names count from it.',
                        minItems: 1,
                      },
                    },
                    required: ['field', 'type'],
                    additionalProperties: false,
                    description: 'A condition.',
                    allOf: [
                      {
                        if: { properties: { type: { const: 'match' } }, required: ['type'] },
                        then: {
                          properties: {
                            value: {
                              type: 'string',
                              pattern: '\\S',
                              'x-form': 'a text that is not blank',
                              description: 'The value.',
                            },
                          },
                          required: ['value'],
                        },
                      },
                      {
                        if: { properties: { type: { const: 'wildcard' } }, required: ['type'] },
                        then: {
                          properties: {
                            value: {
                              type: 'string',
                              pattern: '\\S',
                              'x-form': 'a text that is not blank',
                              description: 'The value.',
                            },
                          },
                          required: ['value'],
                        },
                      },
                      {
                        if: { properties: { type: { const: 'match_any' } }, required: ['type'] },
                        then: {
                          properties: {
                            value: {
                              type: 'array',
                              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                              description: 'The values.',
                              minItems: 1,
                            },
                          },
                          required: ['value'],
                        },
                      },
                      {
                        if: { properties: { type: { const: 'exists' } }, required: ['type'] },
                        then: { properties: { value: false, list: false, entries: false } },
                      },
                      {
                        if: { properties: { type: { const: 'list' } }, required: ['type'] },
                        then: { properties: { value: false }, required: ['list'] },
                      },
                      {
                        if: { properties: { type: { const: 'nested' } }, required: ['type'] },
                        then: { properties: { value: false, list: false }, required: ['entries'] },
                      },
                    ],
                  },
                  description: 'Conditions, all of which must hold.',
                  minItems: 1,
                },
                os_types: {
                  type: 'array',
                  items: { type: 'string', enum: ['linux', 'macos', 'windows'], description: 'An operating system.' },
                  description: 'Only on hosts of these systems.',
                },
                expire_time: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'From when on the item counts no more.',
                  examples: ['2027-01-01T00:00:00Z'],
                },
                comments: {
                  type: 'array',
                  items: { type: 'object', properties: {}, required: [], description: 'A comment.' },
                  description: 'What was said about it.',
                },
                tags: {
                  type: 'array',
                  items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
                  description: 'Marks.',
                },
                meta: { type: 'object', properties: {}, required: [], description: 'Anything.' },
                created_at: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'When it was made.',
                },
                created_by: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Who made it.',
                },
                updated_at: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'When it was changed.',
                },
                updated_by: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Who changed it.',
                },
                id: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Id of the saved object.',
                },
                tie_breaker_id: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'For sorting.',
                },
                _version: {
                  type: 'string',
                  pattern: '\\S',
                  'x-form': 'a text that is not blank',
                  description: 'Version of the saved object.',
                },
              },
              required: ['name', 'entries'],
              additionalProperties: false,
              description: 'An exception.',
            },
            description: 'The exceptions of the list, any of which is enough.',
          },
        },
        required: ['container'],
        additionalProperties: false,
        description: 'A list and its exceptions.',
      },
      description: 'The lists.',
      minItems: 1,
    },
  },
};
function validate70(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:exceptions" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate70.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.exceptions === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'exceptions' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'metadata' || key0 === 'exceptions')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.metadata !== undefined) {
      let data0 = data.metadata;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(
            key1 === 'list_name' ||
            key1 === 'creation_date' ||
            key1 === 'updated_date' ||
            key1 === 'deprecation_date' ||
            key1 === 'rule_ids' ||
            key1 === 'rule_names' ||
            key1 === 'comments' ||
            key1 === 'maturity'
          )) {
            vErrors = note(vErrors, instancePath + '/metadata', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.list_name !== undefined) {
          let data1 = data0.list_name;
          if (typeof data1 === 'string') {
            if (!pattern6.test(data1)) {
              vErrors = note(vErrors, instancePath + '/metadata/list_name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/list_name', 'type', {});
            errors++;
          }
        }
        if (data0.creation_date !== undefined) {
          let data2 = data0.creation_date;
          if (typeof data2 === 'string') {
            if (!pattern6.test(data2)) {
              vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'type', {});
            errors++;
          }
        }
        if (data0.updated_date !== undefined) {
          let data3 = data0.updated_date;
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'type', {});
            errors++;
          }
        }
        if (data0.deprecation_date !== undefined) {
          let data4 = data0.deprecation_date;
          if (typeof data4 === 'string') {
            if (!pattern6.test(data4)) {
              vErrors = note(vErrors, instancePath + '/metadata/deprecation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/deprecation_date', 'type', {});
            errors++;
          }
        }
        if (data0.rule_ids !== undefined) {
          let data5 = data0.rule_ids;
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === 'string') {
                if (!pattern6.test(data6)) {
                  vErrors = note(vErrors, instancePath + '/metadata/rule_ids/' + i0, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/metadata/rule_ids/' + i0, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/rule_ids', 'type', {});
            errors++;
          }
        }
        if (data0.rule_names !== undefined) {
          let data7 = data0.rule_names;
          if (Array.isArray(data7)) {
            const len1 = data7.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data8 = data7[i1];
              if (typeof data8 === 'string') {
                if (!pattern6.test(data8)) {
                  vErrors = note(vErrors, instancePath + '/metadata/rule_names/' + i1, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/metadata/rule_names/' + i1, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/rule_names', 'type', {});
            errors++;
          }
        }
        if (data0.comments !== undefined) {
          let data9 = data0.comments;
          if (typeof data9 === 'string') {
            if (!pattern6.test(data9)) {
              vErrors = note(vErrors, instancePath + '/metadata/comments', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/comments', 'type', {});
            errors++;
          }
        }
        if (data0.maturity !== undefined) {
          let data10 = data0.maturity;
          if (typeof data10 === 'string') {
            if (!pattern6.test(data10)) {
              vErrors = note(vErrors, instancePath + '/metadata/maturity', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/maturity', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/metadata', 'type', {});
        errors++;
      }
    }
    if (data.exceptions !== undefined) {
      let data11 = data.exceptions;
      if (Array.isArray(data11)) {
        if (data11.length < 1) {
          vErrors = note(vErrors, instancePath + '/exceptions', 'minItems', { limit: 1 });
          errors++;
        }
        const len2 = data11.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data12 = data11[i2];
          if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
            if (data12.container === undefined) {
              vErrors = note(vErrors, instancePath + '/exceptions/' + i2, 'required', { missingProperty: 'container' });
              errors++;
            }
            for (const key2 in data12) {
              if (!(key2 === 'container' || key2 === 'items')) {
                vErrors = note(vErrors, instancePath + '/exceptions/' + i2, 'additionalProperties', {
                  additionalProperty: key2,
                });
                errors++;
              }
            }
            if (data12.container !== undefined) {
              let data13 = data12.container;
              if (data13 && typeof data13 == 'object' && !Array.isArray(data13)) {
                if (data13.name === undefined) {
                  vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container', 'required', {
                    missingProperty: 'name',
                  });
                  errors++;
                }
                if (data13.list_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container', 'required', {
                    missingProperty: 'list_id',
                  });
                  errors++;
                }
                for (const key3 in data13) {
                  if (!func1.call(schema27.properties.exceptions.items.properties.container.properties, key3)) {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container', 'additionalProperties', {
                      additionalProperty: key3,
                    });
                    errors++;
                  }
                }
                if (data13.name !== undefined) {
                  let data14 = data13.name;
                  if (typeof data14 === 'string') {
                    if (!pattern6.test(data14)) {
                      vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/name', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/name', 'type', {});
                    errors++;
                  }
                }
                if (data13.description !== undefined) {
                  if (typeof data13.description !== 'string') {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/description', 'type', {});
                    errors++;
                  }
                }
                if (data13.list_id !== undefined) {
                  let data16 = data13.list_id;
                  if (typeof data16 === 'string') {
                    if (!pattern6.test(data16)) {
                      vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/list_id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/list_id', 'type', {});
                    errors++;
                  }
                }
                if (data13.type !== undefined) {
                  let data17 = data13.type;
                  if (typeof data17 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/type', 'type', {});
                    errors++;
                  }
                  if (!(data17 === 'detection' || data17 === 'endpoint' || data17 === 'rule_default')) {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/type', 'enum', {});
                    errors++;
                  }
                }
                if (data13.namespace_type !== undefined) {
                  let data18 = data13.namespace_type;
                  if (typeof data18 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/exceptions/' + i2 + '/container/namespace_type',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data18 === 'single' || data18 === 'agnostic')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/exceptions/' + i2 + '/container/namespace_type',
                      'enum',
                      {},
                    );
                    errors++;
                  }
                }
                if (data13.os_types !== undefined) {
                  let data19 = data13.os_types;
                  if (Array.isArray(data19)) {
                    const len3 = data19.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data20 = data19[i3];
                      if (typeof data20 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/container/os_types/' + i3,
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data20 === 'linux' || data20 === 'macos' || data20 === 'windows')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/container/os_types/' + i3,
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/os_types', 'type', {});
                    errors++;
                  }
                }
                if (data13.tags !== undefined) {
                  let data21 = data13.tags;
                  if (Array.isArray(data21)) {
                    const len4 = data21.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data22 = data21[i4];
                      if (typeof data22 === 'string') {
                        if (!pattern6.test(data22)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/container/tags/' + i4,
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/container/tags/' + i4,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/tags', 'type', {});
                    errors++;
                  }
                }
                if (data13.meta !== undefined) {
                  let data23 = data13.meta;
                  if (!(data23 && typeof data23 == 'object' && !Array.isArray(data23))) {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/meta', 'type', {});
                    errors++;
                  }
                }
                if (data13.immutable !== undefined) {
                  if (typeof data13.immutable !== 'boolean') {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/immutable', 'type', {});
                    errors++;
                  }
                }
                if (data13.version !== undefined) {
                  let data25 = data13.version;
                  if (!(typeof data25 == 'number' && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/version', 'type', {});
                    errors++;
                  }
                }
                if (data13.created_at !== undefined) {
                  let data26 = data13.created_at;
                  if (typeof data26 === 'string') {
                    if (!pattern6.test(data26)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/exceptions/' + i2 + '/container/created_at',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/created_at', 'type', {});
                    errors++;
                  }
                }
                if (data13.created_by !== undefined) {
                  let data27 = data13.created_by;
                  if (typeof data27 === 'string') {
                    if (!pattern6.test(data27)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/exceptions/' + i2 + '/container/created_by',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/created_by', 'type', {});
                    errors++;
                  }
                }
                if (data13.updated_at !== undefined) {
                  let data28 = data13.updated_at;
                  if (typeof data28 === 'string') {
                    if (!pattern6.test(data28)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/exceptions/' + i2 + '/container/updated_at',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/updated_at', 'type', {});
                    errors++;
                  }
                }
                if (data13.updated_by !== undefined) {
                  let data29 = data13.updated_by;
                  if (typeof data29 === 'string') {
                    if (!pattern6.test(data29)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/exceptions/' + i2 + '/container/updated_by',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/updated_by', 'type', {});
                    errors++;
                  }
                }
                if (data13.id !== undefined) {
                  let data30 = data13.id;
                  if (typeof data30 === 'string') {
                    if (!pattern6.test(data30)) {
                      vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/id', 'type', {});
                    errors++;
                  }
                }
                if (data13.tie_breaker_id !== undefined) {
                  let data31 = data13.tie_breaker_id;
                  if (typeof data31 === 'string') {
                    if (!pattern6.test(data31)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/exceptions/' + i2 + '/container/tie_breaker_id',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/exceptions/' + i2 + '/container/tie_breaker_id',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data13._version !== undefined) {
                  let data32 = data13._version;
                  if (typeof data32 === 'string') {
                    if (!pattern6.test(data32)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/exceptions/' + i2 + '/container/_version',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container/_version', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/container', 'type', {});
                errors++;
              }
            }
            if (data12.items !== undefined) {
              let data33 = data12.items;
              if (Array.isArray(data33)) {
                const len5 = data33.length;
                for (let i5 = 0; i5 < len5; i5++) {
                  let data34 = data33[i5];
                  if (data34 && typeof data34 == 'object' && !Array.isArray(data34)) {
                    if (data34.name === undefined) {
                      vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/items/' + i5, 'required', {
                        missingProperty: 'name',
                      });
                      errors++;
                    }
                    if (data34.entries === undefined) {
                      vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/items/' + i5, 'required', {
                        missingProperty: 'entries',
                      });
                      errors++;
                    }
                    for (const key4 in data34) {
                      if (!func1.call(schema27.properties.exceptions.items.properties.items.items.properties, key4)) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5,
                          'additionalProperties',
                          { additionalProperty: key4 },
                        );
                        errors++;
                      }
                    }
                    if (data34.name !== undefined) {
                      let data35 = data34.name;
                      if (typeof data35 === 'string') {
                        if (!pattern6.test(data35)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/name',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/name',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.description !== undefined) {
                      if (typeof data34.description !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/description',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.item_id !== undefined) {
                      let data37 = data34.item_id;
                      if (typeof data37 === 'string') {
                        if (!pattern6.test(data37)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/item_id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/item_id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.list_id !== undefined) {
                      let data38 = data34.list_id;
                      if (typeof data38 === 'string') {
                        if (!pattern6.test(data38)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/list_id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/list_id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.type !== undefined) {
                      let data39 = data34.type;
                      if (typeof data39 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/type',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data39 === 'simple')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/type',
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.namespace_type !== undefined) {
                      let data40 = data34.namespace_type;
                      if (typeof data40 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/namespace_type',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data40 === 'single' || data40 === 'agnostic')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/namespace_type',
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.entries !== undefined) {
                      let data41 = data34.entries;
                      if (Array.isArray(data41)) {
                        if (data41.length < 1) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries',
                            'minItems',
                            { limit: 1 },
                          );
                          errors++;
                        }
                        const len6 = data41.length;
                        for (let i6 = 0; i6 < len6; i6++) {
                          let data42 = data41[i6];
                          const _errs93 = errors;
                          let valid20 = true;
                          const _errs94 = errors;
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            let missing0;
                            if (data42.type === undefined && (missing0 = 'type')) {
                              const err76 = {};
                              if (vErrors === null) {
                                vErrors = [err76];
                              } else {
                                vErrors.push(err76);
                              }
                              errors++;
                            } else {
                              if (data42.type !== undefined) {
                                if ('match' !== data42.type) {
                                  const err77 = {};
                                  if (vErrors === null) {
                                    vErrors = [err77];
                                  } else {
                                    vErrors.push(err77);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid0 = _errs94 === errors;
                          errors = _errs93;
                          if (vErrors !== null) {
                            if (_errs93) {
                              vErrors.length = _errs93;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid0) {
                            const _errs96 = errors;
                            if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                              if (data42.value === undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                  'required',
                                  { missingProperty: 'value' },
                                );
                                errors++;
                              }
                              if (data42.value !== undefined) {
                                let data44 = data42.value;
                                if (typeof data44 === 'string') {
                                  if (!pattern6.test(data44)) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                      'pattern',
                                      {},
                                    );
                                    errors++;
                                  }
                                } else {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                    'type',
                                    {},
                                  );
                                  errors++;
                                }
                              }
                            }
                            var _valid0 = _errs96 === errors;
                            valid20 = _valid0;
                            if (valid20) {
                              var props0 = {};
                              props0.value = true;
                              props0.type = true;
                            }
                          }
                          if (!valid20) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'if',
                              {},
                            );
                            errors++;
                          }
                          const _errs100 = errors;
                          let valid23 = true;
                          const _errs101 = errors;
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            let missing1;
                            if (data42.type === undefined && (missing1 = 'type')) {
                              const err82 = {};
                              if (vErrors === null) {
                                vErrors = [err82];
                              } else {
                                vErrors.push(err82);
                              }
                              errors++;
                            } else {
                              if (data42.type !== undefined) {
                                if ('wildcard' !== data42.type) {
                                  const err83 = {};
                                  if (vErrors === null) {
                                    vErrors = [err83];
                                  } else {
                                    vErrors.push(err83);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid1 = _errs101 === errors;
                          errors = _errs100;
                          if (vErrors !== null) {
                            if (_errs100) {
                              vErrors.length = _errs100;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid1) {
                            const _errs103 = errors;
                            if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                              if (data42.value === undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                  'required',
                                  { missingProperty: 'value' },
                                );
                                errors++;
                              }
                              if (data42.value !== undefined) {
                                let data46 = data42.value;
                                if (typeof data46 === 'string') {
                                  if (!pattern6.test(data46)) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                      'pattern',
                                      {},
                                    );
                                    errors++;
                                  }
                                } else {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                    'type',
                                    {},
                                  );
                                  errors++;
                                }
                              }
                            }
                            var _valid1 = _errs103 === errors;
                            valid23 = _valid1;
                            if (valid23) {
                              var props1 = {};
                              props1.value = true;
                              props1.type = true;
                            }
                          }
                          if (!valid23) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'if',
                              {},
                            );
                            errors++;
                          }
                          if (props0 !== true && props1 !== undefined) {
                            if (props1 === true) {
                              props0 = true;
                            } else {
                              props0 = props0 || {};
                              Object.assign(props0, props1);
                            }
                          }
                          const _errs107 = errors;
                          let valid26 = true;
                          const _errs108 = errors;
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            let missing2;
                            if (data42.type === undefined && (missing2 = 'type')) {
                              const err88 = {};
                              if (vErrors === null) {
                                vErrors = [err88];
                              } else {
                                vErrors.push(err88);
                              }
                              errors++;
                            } else {
                              if (data42.type !== undefined) {
                                if ('match_any' !== data42.type) {
                                  const err89 = {};
                                  if (vErrors === null) {
                                    vErrors = [err89];
                                  } else {
                                    vErrors.push(err89);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid2 = _errs108 === errors;
                          errors = _errs107;
                          if (vErrors !== null) {
                            if (_errs107) {
                              vErrors.length = _errs107;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid2) {
                            const _errs110 = errors;
                            if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                              if (data42.value === undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                  'required',
                                  { missingProperty: 'value' },
                                );
                                errors++;
                              }
                              if (data42.value !== undefined) {
                                let data48 = data42.value;
                                if (Array.isArray(data48)) {
                                  if (data48.length < 1) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                      'minItems',
                                      { limit: 1 },
                                    );
                                    errors++;
                                  }
                                  const len7 = data48.length;
                                  for (let i7 = 0; i7 < len7; i7++) {
                                    let data49 = data48[i7];
                                    if (typeof data49 === 'string') {
                                      if (!pattern6.test(data49)) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/value/' +
                                            i7,
                                          'pattern',
                                          {},
                                        );
                                        errors++;
                                      }
                                    } else {
                                      vErrors = note(
                                        vErrors,
                                        instancePath +
                                          '/exceptions/' +
                                          i2 +
                                          '/items/' +
                                          i5 +
                                          '/entries/' +
                                          i6 +
                                          '/value/' +
                                          i7,
                                        'type',
                                        {},
                                      );
                                      errors++;
                                    }
                                  }
                                } else {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                    'type',
                                    {},
                                  );
                                  errors++;
                                }
                              }
                            }
                            var _valid2 = _errs110 === errors;
                            valid26 = _valid2;
                            if (valid26) {
                              var props2 = {};
                              props2.value = true;
                              props2.type = true;
                            }
                          }
                          if (!valid26) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'if',
                              {},
                            );
                            errors++;
                          }
                          if (props0 !== true && props2 !== undefined) {
                            if (props2 === true) {
                              props0 = true;
                            } else {
                              props0 = props0 || {};
                              Object.assign(props0, props2);
                            }
                          }
                          const _errs116 = errors;
                          let valid31 = true;
                          const _errs117 = errors;
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            let missing3;
                            if (data42.type === undefined && (missing3 = 'type')) {
                              const err96 = {};
                              if (vErrors === null) {
                                vErrors = [err96];
                              } else {
                                vErrors.push(err96);
                              }
                              errors++;
                            } else {
                              if (data42.type !== undefined) {
                                if ('exists' !== data42.type) {
                                  const err97 = {};
                                  if (vErrors === null) {
                                    vErrors = [err97];
                                  } else {
                                    vErrors.push(err97);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid3 = _errs117 === errors;
                          errors = _errs116;
                          if (vErrors !== null) {
                            if (_errs116) {
                              vErrors.length = _errs116;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid3) {
                            const _errs119 = errors;
                            if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                              if (data42.value !== undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                  'false schema',
                                  {},
                                );
                                errors++;
                              }
                              if (data42.list !== undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/list',
                                  'false schema',
                                  {},
                                );
                                errors++;
                              }
                              if (data42.entries !== undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/entries',
                                  'false schema',
                                  {},
                                );
                                errors++;
                              }
                            }
                            var _valid3 = _errs119 === errors;
                            valid31 = _valid3;
                            if (valid31) {
                              var props3 = {};
                              props3.value = true;
                              props3.list = true;
                              props3.entries = true;
                              props3.type = true;
                            }
                          }
                          if (!valid31) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'if',
                              {},
                            );
                            errors++;
                          }
                          if (props0 !== true && props3 !== undefined) {
                            if (props3 === true) {
                              props0 = true;
                            } else {
                              props0 = props0 || {};
                              Object.assign(props0, props3);
                            }
                          }
                          const _errs121 = errors;
                          let valid34 = true;
                          const _errs122 = errors;
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            let missing4;
                            if (data42.type === undefined && (missing4 = 'type')) {
                              const err102 = {};
                              if (vErrors === null) {
                                vErrors = [err102];
                              } else {
                                vErrors.push(err102);
                              }
                              errors++;
                            } else {
                              if (data42.type !== undefined) {
                                if ('list' !== data42.type) {
                                  const err103 = {};
                                  if (vErrors === null) {
                                    vErrors = [err103];
                                  } else {
                                    vErrors.push(err103);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid4 = _errs122 === errors;
                          errors = _errs121;
                          if (vErrors !== null) {
                            if (_errs121) {
                              vErrors.length = _errs121;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid4) {
                            const _errs124 = errors;
                            if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                              if (data42.list === undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                  'required',
                                  { missingProperty: 'list' },
                                );
                                errors++;
                              }
                              if (data42.value !== undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                  'false schema',
                                  {},
                                );
                                errors++;
                              }
                            }
                            var _valid4 = _errs124 === errors;
                            valid34 = _valid4;
                            if (valid34) {
                              var props4 = {};
                              props4.value = true;
                              props4.type = true;
                            }
                          }
                          if (!valid34) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'if',
                              {},
                            );
                            errors++;
                          }
                          if (props0 !== true && props4 !== undefined) {
                            if (props4 === true) {
                              props0 = true;
                            } else {
                              props0 = props0 || {};
                              Object.assign(props0, props4);
                            }
                          }
                          const _errs126 = errors;
                          let valid37 = true;
                          const _errs127 = errors;
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            let missing5;
                            if (data42.type === undefined && (missing5 = 'type')) {
                              const err107 = {};
                              if (vErrors === null) {
                                vErrors = [err107];
                              } else {
                                vErrors.push(err107);
                              }
                              errors++;
                            } else {
                              if (data42.type !== undefined) {
                                if ('nested' !== data42.type) {
                                  const err108 = {};
                                  if (vErrors === null) {
                                    vErrors = [err108];
                                  } else {
                                    vErrors.push(err108);
                                  }
                                  errors++;
                                }
                              }
                            }
                          }
                          var _valid5 = _errs127 === errors;
                          errors = _errs126;
                          if (vErrors !== null) {
                            if (_errs126) {
                              vErrors.length = _errs126;
                            } else {
                              vErrors = null;
                            }
                          }
                          if (_valid5) {
                            const _errs129 = errors;
                            if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                              if (data42.entries === undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                  'required',
                                  { missingProperty: 'entries' },
                                );
                                errors++;
                              }
                              if (data42.value !== undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                  'false schema',
                                  {},
                                );
                                errors++;
                              }
                              if (data42.list !== undefined) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/list',
                                  'false schema',
                                  {},
                                );
                                errors++;
                              }
                            }
                            var _valid5 = _errs129 === errors;
                            valid37 = _valid5;
                            if (valid37) {
                              var props5 = {};
                              props5.value = true;
                              props5.list = true;
                              props5.type = true;
                            }
                          }
                          if (!valid37) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'if',
                              {},
                            );
                            errors++;
                          }
                          if (props0 !== true && props5 !== undefined) {
                            if (props5 === true) {
                              props0 = true;
                            } else {
                              props0 = props0 || {};
                              Object.assign(props0, props5);
                            }
                          }
                          if (data42 && typeof data42 == 'object' && !Array.isArray(data42)) {
                            if (data42.field === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                'required',
                                { missingProperty: 'field' },
                              );
                              errors++;
                            }
                            if (data42.type === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                'required',
                                { missingProperty: 'type' },
                              );
                              errors++;
                            }
                            for (const key5 in data42) {
                              if (!(
                                key5 === 'field' ||
                                key5 === 'operator' ||
                                key5 === 'value' ||
                                key5 === 'list' ||
                                key5 === 'type' ||
                                key5 === 'entries'
                              )) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                                  'additionalProperties',
                                  { additionalProperty: key5 },
                                );
                                errors++;
                              }
                            }
                            if (data42.field !== undefined) {
                              let data59 = data42.field;
                              if (typeof data59 === 'string') {
                                if (!pattern6.test(data59)) {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/field',
                                    'pattern',
                                    {},
                                  );
                                  errors++;
                                }
                              } else {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/field',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data42.operator !== undefined) {
                              let data60 = data42.operator;
                              if (typeof data60 !== 'string') {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/operator',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                              if (!(data60 === 'included' || data60 === 'excluded')) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/operator',
                                  'enum',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data42.value !== undefined) {
                              let data61 = data42.value;
                              if (typeof data61 !== 'string' && !Array.isArray(data61)) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/value',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data42.list !== undefined) {
                              let data62 = data42.list;
                              if (data62 && typeof data62 == 'object' && !Array.isArray(data62)) {
                                if (data62.id === undefined) {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/list',
                                    'required',
                                    { missingProperty: 'id' },
                                  );
                                  errors++;
                                }
                                if (data62.type === undefined) {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/list',
                                    'required',
                                    { missingProperty: 'type' },
                                  );
                                  errors++;
                                }
                                for (const key6 in data62) {
                                  if (!(key6 === 'id' || key6 === 'type')) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/list',
                                      'additionalProperties',
                                      { additionalProperty: key6 },
                                    );
                                    errors++;
                                  }
                                }
                                if (data62.id !== undefined) {
                                  let data63 = data62.id;
                                  if (typeof data63 === 'string') {
                                    if (!pattern6.test(data63)) {
                                      vErrors = note(
                                        vErrors,
                                        instancePath +
                                          '/exceptions/' +
                                          i2 +
                                          '/items/' +
                                          i5 +
                                          '/entries/' +
                                          i6 +
                                          '/list/id',
                                        'pattern',
                                        {},
                                      );
                                      errors++;
                                    }
                                  } else {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/list/id',
                                      'type',
                                      {},
                                    );
                                    errors++;
                                  }
                                }
                                if (data62.type !== undefined) {
                                  let data64 = data62.type;
                                  if (typeof data64 === 'string') {
                                    if (!pattern6.test(data64)) {
                                      vErrors = note(
                                        vErrors,
                                        instancePath +
                                          '/exceptions/' +
                                          i2 +
                                          '/items/' +
                                          i5 +
                                          '/entries/' +
                                          i6 +
                                          '/list/type',
                                        'pattern',
                                        {},
                                      );
                                      errors++;
                                    }
                                  } else {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/list/type',
                                      'type',
                                      {},
                                    );
                                    errors++;
                                  }
                                }
                              } else {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/list',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data42.type !== undefined) {
                              let data65 = data42.type;
                              if (typeof data65 !== 'string') {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/type',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                              if (!(
                                data65 === 'match' ||
                                data65 === 'match_any' ||
                                data65 === 'exists' ||
                                data65 === 'wildcard' ||
                                data65 === 'list' ||
                                data65 === 'nested'
                              )) {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/type',
                                  'enum',
                                  {},
                                );
                                errors++;
                              }
                            }
                            if (data42.entries !== undefined) {
                              let data66 = data42.entries;
                              if (Array.isArray(data66)) {
                                if (data66.length < 1) {
                                  vErrors = note(
                                    vErrors,
                                    instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/entries',
                                    'minItems',
                                    { limit: 1 },
                                  );
                                  errors++;
                                }
                                const len8 = data66.length;
                                for (let i8 = 0; i8 < len8; i8++) {
                                  let data67 = data66[i8];
                                  const _errs151 = errors;
                                  let valid45 = true;
                                  const _errs152 = errors;
                                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                    let missing6;
                                    if (data67.type === undefined && (missing6 = 'type')) {
                                      const err132 = {};
                                      if (vErrors === null) {
                                        vErrors = [err132];
                                      } else {
                                        vErrors.push(err132);
                                      }
                                      errors++;
                                    } else {
                                      if (data67.type !== undefined) {
                                        if ('match' !== data67.type) {
                                          const err133 = {};
                                          if (vErrors === null) {
                                            vErrors = [err133];
                                          } else {
                                            vErrors.push(err133);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                  }
                                  var _valid6 = _errs152 === errors;
                                  errors = _errs151;
                                  if (vErrors !== null) {
                                    if (_errs151) {
                                      vErrors.length = _errs151;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                  if (_valid6) {
                                    const _errs154 = errors;
                                    if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                      if (data67.value === undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8,
                                          'required',
                                          { missingProperty: 'value' },
                                        );
                                        errors++;
                                      }
                                      if (data67.value !== undefined) {
                                        let data69 = data67.value;
                                        if (typeof data69 === 'string') {
                                          if (!pattern6.test(data69)) {
                                            vErrors = note(
                                              vErrors,
                                              instancePath +
                                                '/exceptions/' +
                                                i2 +
                                                '/items/' +
                                                i5 +
                                                '/entries/' +
                                                i6 +
                                                '/entries/' +
                                                i8 +
                                                '/value',
                                              'pattern',
                                              {},
                                            );
                                            errors++;
                                          }
                                        } else {
                                          vErrors = note(
                                            vErrors,
                                            instancePath +
                                              '/exceptions/' +
                                              i2 +
                                              '/items/' +
                                              i5 +
                                              '/entries/' +
                                              i6 +
                                              '/entries/' +
                                              i8 +
                                              '/value',
                                            'type',
                                            {},
                                          );
                                          errors++;
                                        }
                                      }
                                    }
                                    var _valid6 = _errs154 === errors;
                                    valid45 = _valid6;
                                    if (valid45) {
                                      var props6 = {};
                                      props6.value = true;
                                      props6.type = true;
                                    }
                                  }
                                  if (!valid45) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/entries/' +
                                        i8,
                                      'if',
                                      {},
                                    );
                                    errors++;
                                  }
                                  const _errs158 = errors;
                                  let valid48 = true;
                                  const _errs159 = errors;
                                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                    let missing7;
                                    if (data67.type === undefined && (missing7 = 'type')) {
                                      const err138 = {};
                                      if (vErrors === null) {
                                        vErrors = [err138];
                                      } else {
                                        vErrors.push(err138);
                                      }
                                      errors++;
                                    } else {
                                      if (data67.type !== undefined) {
                                        if ('wildcard' !== data67.type) {
                                          const err139 = {};
                                          if (vErrors === null) {
                                            vErrors = [err139];
                                          } else {
                                            vErrors.push(err139);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                  }
                                  var _valid7 = _errs159 === errors;
                                  errors = _errs158;
                                  if (vErrors !== null) {
                                    if (_errs158) {
                                      vErrors.length = _errs158;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                  if (_valid7) {
                                    const _errs161 = errors;
                                    if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                      if (data67.value === undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8,
                                          'required',
                                          { missingProperty: 'value' },
                                        );
                                        errors++;
                                      }
                                      if (data67.value !== undefined) {
                                        let data71 = data67.value;
                                        if (typeof data71 === 'string') {
                                          if (!pattern6.test(data71)) {
                                            vErrors = note(
                                              vErrors,
                                              instancePath +
                                                '/exceptions/' +
                                                i2 +
                                                '/items/' +
                                                i5 +
                                                '/entries/' +
                                                i6 +
                                                '/entries/' +
                                                i8 +
                                                '/value',
                                              'pattern',
                                              {},
                                            );
                                            errors++;
                                          }
                                        } else {
                                          vErrors = note(
                                            vErrors,
                                            instancePath +
                                              '/exceptions/' +
                                              i2 +
                                              '/items/' +
                                              i5 +
                                              '/entries/' +
                                              i6 +
                                              '/entries/' +
                                              i8 +
                                              '/value',
                                            'type',
                                            {},
                                          );
                                          errors++;
                                        }
                                      }
                                    }
                                    var _valid7 = _errs161 === errors;
                                    valid48 = _valid7;
                                    if (valid48) {
                                      var props7 = {};
                                      props7.value = true;
                                      props7.type = true;
                                    }
                                  }
                                  if (!valid48) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/entries/' +
                                        i8,
                                      'if',
                                      {},
                                    );
                                    errors++;
                                  }
                                  if (props6 !== true && props7 !== undefined) {
                                    if (props7 === true) {
                                      props6 = true;
                                    } else {
                                      props6 = props6 || {};
                                      Object.assign(props6, props7);
                                    }
                                  }
                                  const _errs165 = errors;
                                  let valid51 = true;
                                  const _errs166 = errors;
                                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                    let missing8;
                                    if (data67.type === undefined && (missing8 = 'type')) {
                                      const err144 = {};
                                      if (vErrors === null) {
                                        vErrors = [err144];
                                      } else {
                                        vErrors.push(err144);
                                      }
                                      errors++;
                                    } else {
                                      if (data67.type !== undefined) {
                                        if ('match_any' !== data67.type) {
                                          const err145 = {};
                                          if (vErrors === null) {
                                            vErrors = [err145];
                                          } else {
                                            vErrors.push(err145);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                  }
                                  var _valid8 = _errs166 === errors;
                                  errors = _errs165;
                                  if (vErrors !== null) {
                                    if (_errs165) {
                                      vErrors.length = _errs165;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                  if (_valid8) {
                                    const _errs168 = errors;
                                    if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                      if (data67.value === undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8,
                                          'required',
                                          { missingProperty: 'value' },
                                        );
                                        errors++;
                                      }
                                      if (data67.value !== undefined) {
                                        let data73 = data67.value;
                                        if (Array.isArray(data73)) {
                                          if (data73.length < 1) {
                                            vErrors = note(
                                              vErrors,
                                              instancePath +
                                                '/exceptions/' +
                                                i2 +
                                                '/items/' +
                                                i5 +
                                                '/entries/' +
                                                i6 +
                                                '/entries/' +
                                                i8 +
                                                '/value',
                                              'minItems',
                                              { limit: 1 },
                                            );
                                            errors++;
                                          }
                                          const len9 = data73.length;
                                          for (let i9 = 0; i9 < len9; i9++) {
                                            let data74 = data73[i9];
                                            if (typeof data74 === 'string') {
                                              if (!pattern6.test(data74)) {
                                                vErrors = note(
                                                  vErrors,
                                                  instancePath +
                                                    '/exceptions/' +
                                                    i2 +
                                                    '/items/' +
                                                    i5 +
                                                    '/entries/' +
                                                    i6 +
                                                    '/entries/' +
                                                    i8 +
                                                    '/value/' +
                                                    i9,
                                                  'pattern',
                                                  {},
                                                );
                                                errors++;
                                              }
                                            } else {
                                              vErrors = note(
                                                vErrors,
                                                instancePath +
                                                  '/exceptions/' +
                                                  i2 +
                                                  '/items/' +
                                                  i5 +
                                                  '/entries/' +
                                                  i6 +
                                                  '/entries/' +
                                                  i8 +
                                                  '/value/' +
                                                  i9,
                                                'type',
                                                {},
                                              );
                                              errors++;
                                            }
                                          }
                                        } else {
                                          vErrors = note(
                                            vErrors,
                                            instancePath +
                                              '/exceptions/' +
                                              i2 +
                                              '/items/' +
                                              i5 +
                                              '/entries/' +
                                              i6 +
                                              '/entries/' +
                                              i8 +
                                              '/value',
                                            'type',
                                            {},
                                          );
                                          errors++;
                                        }
                                      }
                                    }
                                    var _valid8 = _errs168 === errors;
                                    valid51 = _valid8;
                                    if (valid51) {
                                      var props8 = {};
                                      props8.value = true;
                                      props8.type = true;
                                    }
                                  }
                                  if (!valid51) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/entries/' +
                                        i8,
                                      'if',
                                      {},
                                    );
                                    errors++;
                                  }
                                  if (props6 !== true && props8 !== undefined) {
                                    if (props8 === true) {
                                      props6 = true;
                                    } else {
                                      props6 = props6 || {};
                                      Object.assign(props6, props8);
                                    }
                                  }
                                  const _errs174 = errors;
                                  let valid56 = true;
                                  const _errs175 = errors;
                                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                    let missing9;
                                    if (data67.type === undefined && (missing9 = 'type')) {
                                      const err152 = {};
                                      if (vErrors === null) {
                                        vErrors = [err152];
                                      } else {
                                        vErrors.push(err152);
                                      }
                                      errors++;
                                    } else {
                                      if (data67.type !== undefined) {
                                        if ('exists' !== data67.type) {
                                          const err153 = {};
                                          if (vErrors === null) {
                                            vErrors = [err153];
                                          } else {
                                            vErrors.push(err153);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                  }
                                  var _valid9 = _errs175 === errors;
                                  errors = _errs174;
                                  if (vErrors !== null) {
                                    if (_errs174) {
                                      vErrors.length = _errs174;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                  if (_valid9) {
                                    const _errs177 = errors;
                                    if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                      if (data67.value !== undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/value',
                                          'false schema',
                                          {},
                                        );
                                        errors++;
                                      }
                                      if (data67.list !== undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/list',
                                          'false schema',
                                          {},
                                        );
                                        errors++;
                                      }
                                      if (data67.entries !== undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/entries',
                                          'false schema',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                    var _valid9 = _errs177 === errors;
                                    valid56 = _valid9;
                                    if (valid56) {
                                      var props9 = {};
                                      props9.value = true;
                                      props9.list = true;
                                      props9.entries = true;
                                      props9.type = true;
                                    }
                                  }
                                  if (!valid56) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/entries/' +
                                        i8,
                                      'if',
                                      {},
                                    );
                                    errors++;
                                  }
                                  if (props6 !== true && props9 !== undefined) {
                                    if (props9 === true) {
                                      props6 = true;
                                    } else {
                                      props6 = props6 || {};
                                      Object.assign(props6, props9);
                                    }
                                  }
                                  const _errs179 = errors;
                                  let valid59 = true;
                                  const _errs180 = errors;
                                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                    let missing10;
                                    if (data67.type === undefined && (missing10 = 'type')) {
                                      const err158 = {};
                                      if (vErrors === null) {
                                        vErrors = [err158];
                                      } else {
                                        vErrors.push(err158);
                                      }
                                      errors++;
                                    } else {
                                      if (data67.type !== undefined) {
                                        if ('list' !== data67.type) {
                                          const err159 = {};
                                          if (vErrors === null) {
                                            vErrors = [err159];
                                          } else {
                                            vErrors.push(err159);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                  }
                                  var _valid10 = _errs180 === errors;
                                  errors = _errs179;
                                  if (vErrors !== null) {
                                    if (_errs179) {
                                      vErrors.length = _errs179;
                                    } else {
                                      vErrors = null;
                                    }
                                  }
                                  if (_valid10) {
                                    const _errs182 = errors;
                                    if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                      if (data67.list === undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8,
                                          'required',
                                          { missingProperty: 'list' },
                                        );
                                        errors++;
                                      }
                                      if (data67.value !== undefined) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/value',
                                          'false schema',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                    var _valid10 = _errs182 === errors;
                                    valid59 = _valid10;
                                    if (valid59) {
                                      var props10 = {};
                                      props10.value = true;
                                      props10.type = true;
                                    }
                                  }
                                  if (!valid59) {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/entries/' +
                                        i8,
                                      'if',
                                      {},
                                    );
                                    errors++;
                                  }
                                  if (props6 !== true && props10 !== undefined) {
                                    if (props10 === true) {
                                      props6 = true;
                                    } else {
                                      props6 = props6 || {};
                                      Object.assign(props6, props10);
                                    }
                                  }
                                  if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                                    if (data67.field === undefined) {
                                      vErrors = note(
                                        vErrors,
                                        instancePath +
                                          '/exceptions/' +
                                          i2 +
                                          '/items/' +
                                          i5 +
                                          '/entries/' +
                                          i6 +
                                          '/entries/' +
                                          i8,
                                        'required',
                                        { missingProperty: 'field' },
                                      );
                                      errors++;
                                    }
                                    if (data67.type === undefined) {
                                      vErrors = note(
                                        vErrors,
                                        instancePath +
                                          '/exceptions/' +
                                          i2 +
                                          '/items/' +
                                          i5 +
                                          '/entries/' +
                                          i6 +
                                          '/entries/' +
                                          i8,
                                        'required',
                                        { missingProperty: 'type' },
                                      );
                                      errors++;
                                    }
                                    for (const key7 in data67) {
                                      if (!(
                                        key7 === 'field' ||
                                        key7 === 'operator' ||
                                        key7 === 'value' ||
                                        key7 === 'list' ||
                                        key7 === 'type'
                                      )) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8,
                                          'additionalProperties',
                                          { additionalProperty: key7 },
                                        );
                                        errors++;
                                      }
                                    }
                                    if (data67.field !== undefined) {
                                      let data81 = data67.field;
                                      if (typeof data81 === 'string') {
                                        if (!pattern6.test(data81)) {
                                          vErrors = note(
                                            vErrors,
                                            instancePath +
                                              '/exceptions/' +
                                              i2 +
                                              '/items/' +
                                              i5 +
                                              '/entries/' +
                                              i6 +
                                              '/entries/' +
                                              i8 +
                                              '/field',
                                            'pattern',
                                            {},
                                          );
                                          errors++;
                                        }
                                      } else {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/field',
                                          'type',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                    if (data67.operator !== undefined) {
                                      let data82 = data67.operator;
                                      if (typeof data82 !== 'string') {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/operator',
                                          'type',
                                          {},
                                        );
                                        errors++;
                                      }
                                      if (!(data82 === 'included' || data82 === 'excluded')) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/operator',
                                          'enum',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                    if (data67.value !== undefined) {
                                      let data83 = data67.value;
                                      if (typeof data83 !== 'string' && !Array.isArray(data83)) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/value',
                                          'type',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                    if (data67.list !== undefined) {
                                      let data84 = data67.list;
                                      if (data84 && typeof data84 == 'object' && !Array.isArray(data84)) {
                                        if (data84.id === undefined) {
                                          vErrors = note(
                                            vErrors,
                                            instancePath +
                                              '/exceptions/' +
                                              i2 +
                                              '/items/' +
                                              i5 +
                                              '/entries/' +
                                              i6 +
                                              '/entries/' +
                                              i8 +
                                              '/list',
                                            'required',
                                            { missingProperty: 'id' },
                                          );
                                          errors++;
                                        }
                                        if (data84.type === undefined) {
                                          vErrors = note(
                                            vErrors,
                                            instancePath +
                                              '/exceptions/' +
                                              i2 +
                                              '/items/' +
                                              i5 +
                                              '/entries/' +
                                              i6 +
                                              '/entries/' +
                                              i8 +
                                              '/list',
                                            'required',
                                            { missingProperty: 'type' },
                                          );
                                          errors++;
                                        }
                                        for (const key8 in data84) {
                                          if (!(key8 === 'id' || key8 === 'type')) {
                                            vErrors = note(
                                              vErrors,
                                              instancePath +
                                                '/exceptions/' +
                                                i2 +
                                                '/items/' +
                                                i5 +
                                                '/entries/' +
                                                i6 +
                                                '/entries/' +
                                                i8 +
                                                '/list',
                                              'additionalProperties',
                                              { additionalProperty: key8 },
                                            );
                                            errors++;
                                          }
                                        }
                                        if (data84.id !== undefined) {
                                          let data85 = data84.id;
                                          if (typeof data85 === 'string') {
                                            if (!pattern6.test(data85)) {
                                              vErrors = note(
                                                vErrors,
                                                instancePath +
                                                  '/exceptions/' +
                                                  i2 +
                                                  '/items/' +
                                                  i5 +
                                                  '/entries/' +
                                                  i6 +
                                                  '/entries/' +
                                                  i8 +
                                                  '/list/id',
                                                'pattern',
                                                {},
                                              );
                                              errors++;
                                            }
                                          } else {
                                            vErrors = note(
                                              vErrors,
                                              instancePath +
                                                '/exceptions/' +
                                                i2 +
                                                '/items/' +
                                                i5 +
                                                '/entries/' +
                                                i6 +
                                                '/entries/' +
                                                i8 +
                                                '/list/id',
                                              'type',
                                              {},
                                            );
                                            errors++;
                                          }
                                        }
                                        if (data84.type !== undefined) {
                                          let data86 = data84.type;
                                          if (typeof data86 === 'string') {
                                            if (!pattern6.test(data86)) {
                                              vErrors = note(
                                                vErrors,
                                                instancePath +
                                                  '/exceptions/' +
                                                  i2 +
                                                  '/items/' +
                                                  i5 +
                                                  '/entries/' +
                                                  i6 +
                                                  '/entries/' +
                                                  i8 +
                                                  '/list/type',
                                                'pattern',
                                                {},
                                              );
                                              errors++;
                                            }
                                          } else {
                                            vErrors = note(
                                              vErrors,
                                              instancePath +
                                                '/exceptions/' +
                                                i2 +
                                                '/items/' +
                                                i5 +
                                                '/entries/' +
                                                i6 +
                                                '/entries/' +
                                                i8 +
                                                '/list/type',
                                              'type',
                                              {},
                                            );
                                            errors++;
                                          }
                                        }
                                      } else {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/list',
                                          'type',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                    if (data67.type !== undefined) {
                                      let data87 = data67.type;
                                      if (typeof data87 !== 'string') {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/type',
                                          'type',
                                          {},
                                        );
                                        errors++;
                                      }
                                      if (!(
                                        data87 === 'match' ||
                                        data87 === 'match_any' ||
                                        data87 === 'exists' ||
                                        data87 === 'wildcard' ||
                                        data87 === 'list'
                                      )) {
                                        vErrors = note(
                                          vErrors,
                                          instancePath +
                                            '/exceptions/' +
                                            i2 +
                                            '/items/' +
                                            i5 +
                                            '/entries/' +
                                            i6 +
                                            '/entries/' +
                                            i8 +
                                            '/type',
                                          'enum',
                                          {},
                                        );
                                        errors++;
                                      }
                                    }
                                  } else {
                                    vErrors = note(
                                      vErrors,
                                      instancePath +
                                        '/exceptions/' +
                                        i2 +
                                        '/items/' +
                                        i5 +
                                        '/entries/' +
                                        i6 +
                                        '/entries/' +
                                        i8,
                                      'type',
                                      {},
                                    );
                                    errors++;
                                  }
                                }
                              } else {
                                vErrors = note(
                                  vErrors,
                                  instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6 + '/entries',
                                  'type',
                                  {},
                                );
                                errors++;
                              }
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries/' + i6,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/entries',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.os_types !== undefined) {
                      let data88 = data34.os_types;
                      if (Array.isArray(data88)) {
                        const len10 = data88.length;
                        for (let i10 = 0; i10 < len10; i10++) {
                          let data89 = data88[i10];
                          if (typeof data89 !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/os_types/' + i10,
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (!(data89 === 'linux' || data89 === 'macos' || data89 === 'windows')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/os_types/' + i10,
                              'enum',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/os_types',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.expire_time !== undefined) {
                      let data90 = data34.expire_time;
                      if (typeof data90 === 'string') {
                        if (!pattern6.test(data90)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/expire_time',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/expire_time',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.comments !== undefined) {
                      let data91 = data34.comments;
                      if (Array.isArray(data91)) {
                        const len11 = data91.length;
                        for (let i11 = 0; i11 < len11; i11++) {
                          let data92 = data91[i11];
                          if (!(data92 && typeof data92 == 'object' && !Array.isArray(data92))) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/comments/' + i11,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/comments',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.tags !== undefined) {
                      let data93 = data34.tags;
                      if (Array.isArray(data93)) {
                        const len12 = data93.length;
                        for (let i12 = 0; i12 < len12; i12++) {
                          let data94 = data93[i12];
                          if (typeof data94 === 'string') {
                            if (!pattern6.test(data94)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/tags/' + i12,
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/tags/' + i12,
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/tags',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.meta !== undefined) {
                      let data95 = data34.meta;
                      if (!(data95 && typeof data95 == 'object' && !Array.isArray(data95))) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/meta',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.created_at !== undefined) {
                      let data96 = data34.created_at;
                      if (typeof data96 === 'string') {
                        if (!pattern6.test(data96)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/created_at',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/created_at',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.created_by !== undefined) {
                      let data97 = data34.created_by;
                      if (typeof data97 === 'string') {
                        if (!pattern6.test(data97)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/created_by',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/created_by',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.updated_at !== undefined) {
                      let data98 = data34.updated_at;
                      if (typeof data98 === 'string') {
                        if (!pattern6.test(data98)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/updated_at',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/updated_at',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.updated_by !== undefined) {
                      let data99 = data34.updated_by;
                      if (typeof data99 === 'string') {
                        if (!pattern6.test(data99)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/updated_by',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/updated_by',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.id !== undefined) {
                      let data100 = data34.id;
                      if (typeof data100 === 'string') {
                        if (!pattern6.test(data100)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34.tie_breaker_id !== undefined) {
                      let data101 = data34.tie_breaker_id;
                      if (typeof data101 === 'string') {
                        if (!pattern6.test(data101)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/tie_breaker_id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/tie_breaker_id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data34._version !== undefined) {
                      let data102 = data34._version;
                      if (typeof data102 === 'string') {
                        if (!pattern6.test(data102)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/_version',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/exceptions/' + i2 + '/items/' + i5 + '/_version',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/items/' + i5, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/exceptions/' + i2 + '/items', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/exceptions/' + i2, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/exceptions', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate70.errors = vErrors;
  return errors === 0;
}
validate70.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateValueLists: SchemaValidator = validate71;
const schema28 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:value-lists',
  title: 'Value lists',
  description:
    'Values that exceptions compare fields with: https://www.elastic.co/docs/solutions/security/detect-and-alert/create-manage-value-lists',
  type: 'object',
  required: ['value_lists'],
  additionalProperties: false,
  properties: {
    value_lists: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Id of the list, by which exceptions name it.',
            examples: ['known-scanners'],
          },
          name: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Name of the list.',
          },
          description: { type: 'string', description: 'What the list is for.' },
          type: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'What the values are: `keyword`, `ip`, `ip_range`, `text` …',
            examples: ['ip'],
          },
          values: {
            type: 'array',
            items: { type: 'string', description: 'A value.' },
            description: 'The values.',
            examples: [['10.0.0.1']],
          },
        },
        required: ['id', 'type', 'values'],
        additionalProperties: false,
        description: 'A value list.',
      },
      description: 'The lists.',
      minItems: 1,
    },
  },
};
function validate71(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:value-lists" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate71.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.value_lists === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'value_lists' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'value_lists')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.value_lists !== undefined) {
      let data0 = data.value_lists;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          vErrors = note(vErrors, instancePath + '/value_lists', 'minItems', { limit: 1 });
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
            if (data1.id === undefined) {
              vErrors = note(vErrors, instancePath + '/value_lists/' + i0, 'required', { missingProperty: 'id' });
              errors++;
            }
            if (data1.type === undefined) {
              vErrors = note(vErrors, instancePath + '/value_lists/' + i0, 'required', { missingProperty: 'type' });
              errors++;
            }
            if (data1.values === undefined) {
              vErrors = note(vErrors, instancePath + '/value_lists/' + i0, 'required', { missingProperty: 'values' });
              errors++;
            }
            for (const key1 in data1) {
              if (!(
                key1 === 'id' ||
                key1 === 'name' ||
                key1 === 'description' ||
                key1 === 'type' ||
                key1 === 'values'
              )) {
                vErrors = note(vErrors, instancePath + '/value_lists/' + i0, 'additionalProperties', {
                  additionalProperty: key1,
                });
                errors++;
              }
            }
            if (data1.id !== undefined) {
              let data2 = data1.id;
              if (typeof data2 === 'string') {
                if (!pattern6.test(data2)) {
                  vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/id', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/id', 'type', {});
                errors++;
              }
            }
            if (data1.name !== undefined) {
              let data3 = data1.name;
              if (typeof data3 === 'string') {
                if (!pattern6.test(data3)) {
                  vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/name', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/name', 'type', {});
                errors++;
              }
            }
            if (data1.description !== undefined) {
              if (typeof data1.description !== 'string') {
                vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/description', 'type', {});
                errors++;
              }
            }
            if (data1.type !== undefined) {
              let data5 = data1.type;
              if (typeof data5 === 'string') {
                if (!pattern6.test(data5)) {
                  vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/type', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/type', 'type', {});
                errors++;
              }
            }
            if (data1.values !== undefined) {
              let data6 = data1.values;
              if (Array.isArray(data6)) {
                const len1 = data6.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  if (typeof data6[i1] !== 'string') {
                    vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/values/' + i1, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/value_lists/' + i0 + '/values', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/value_lists/' + i0, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/value_lists', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate71.errors = vErrors;
  return errors === 0;
}
validate71.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateActionConnectors: SchemaValidator = validate72;
const schema29 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:action-connectors',
  title: 'Action connectors',
  description: 'Where rules send notifications: https://www.elastic.co/docs/deploy-manage/manage-connectors',
  type: 'object',
  required: ['action_connectors'],
  additionalProperties: false,
  properties: {
    metadata: {
      type: 'object',
      properties: {
        action_connector_name: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Name of what the file holds.',
        },
        creation_date: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'When the file was made.',
          examples: ['2026/05/01'],
        },
        updated_date: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'When it was changed.',
          examples: ['2026/05/01'],
        },
        deprecation_date: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'When it was given up.',
        },
        rule_ids: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Ids of the rules that it belongs to.',
        },
        rule_names: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Names of those rules.',
        },
        comments: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank', description: 'Remarks.' },
        maturity: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'How far it is.',
        },
      },
      required: [],
      additionalProperties: false,
      description: 'Facts about the file that Kibana never sees.',
    },
    action_connectors: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Id of the connector, by which actions of rules name it.',
            examples: ['slack-soc'],
          },
          attributes: {
            type: 'object',
            properties: {},
            required: [],
            description: 'The connector as Kibana exports it: name, actionTypeId, config.',
          },
          secrets: {
            type: 'object',
            properties: {
              webhookUrl: { description: 'Such as the address of a channel.', examples: ['env:SLACK_URL'] },
            },
            required: [],
            description:
              'Name of a secret → the variable of the environment that holds it where the connector is deployed, as `env:NAME`.',
          },
          frequency: { type: 'object', properties: {}, required: [], description: 'How often it is used.' },
          managed: { type: 'boolean', description: 'Whether Elastic manages it.' },
          type: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Kind of saved object.',
            examples: ['action'],
          },
          references: {
            type: 'array',
            items: { type: 'object', properties: {}, required: [], description: 'A saved object.' },
            description: 'Saved objects that it uses.',
          },
          typeMigrationVersion: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Version of its form.',
          },
          coreMigrationVersion: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Version of Kibana that wrote it.',
          },
          created_at: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'When it was made.',
          },
          updated_at: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'When it was changed.',
          },
          version: {
            type: 'string',
            pattern: '\\S',
            'x-form': 'a text that is not blank',
            description: 'Version of the saved object.',
          },
        },
        required: ['id', 'attributes'],
        additionalProperties: false,
        description: 'A connector.',
      },
      description: 'The connectors.',
      minItems: 1,
    },
  },
};
function validate72(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:action-connectors" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.action_connectors === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'action_connectors' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'metadata' || key0 === 'action_connectors')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.metadata !== undefined) {
      let data0 = data.metadata;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(
            key1 === 'action_connector_name' ||
            key1 === 'creation_date' ||
            key1 === 'updated_date' ||
            key1 === 'deprecation_date' ||
            key1 === 'rule_ids' ||
            key1 === 'rule_names' ||
            key1 === 'comments' ||
            key1 === 'maturity'
          )) {
            vErrors = note(vErrors, instancePath + '/metadata', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.action_connector_name !== undefined) {
          let data1 = data0.action_connector_name;
          if (typeof data1 === 'string') {
            if (!pattern6.test(data1)) {
              vErrors = note(vErrors, instancePath + '/metadata/action_connector_name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/action_connector_name', 'type', {});
            errors++;
          }
        }
        if (data0.creation_date !== undefined) {
          let data2 = data0.creation_date;
          if (typeof data2 === 'string') {
            if (!pattern6.test(data2)) {
              vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'type', {});
            errors++;
          }
        }
        if (data0.updated_date !== undefined) {
          let data3 = data0.updated_date;
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'type', {});
            errors++;
          }
        }
        if (data0.deprecation_date !== undefined) {
          let data4 = data0.deprecation_date;
          if (typeof data4 === 'string') {
            if (!pattern6.test(data4)) {
              vErrors = note(vErrors, instancePath + '/metadata/deprecation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/deprecation_date', 'type', {});
            errors++;
          }
        }
        if (data0.rule_ids !== undefined) {
          let data5 = data0.rule_ids;
          if (Array.isArray(data5)) {
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 === 'string') {
                if (!pattern6.test(data6)) {
                  vErrors = note(vErrors, instancePath + '/metadata/rule_ids/' + i0, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/metadata/rule_ids/' + i0, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/rule_ids', 'type', {});
            errors++;
          }
        }
        if (data0.rule_names !== undefined) {
          let data7 = data0.rule_names;
          if (Array.isArray(data7)) {
            const len1 = data7.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data8 = data7[i1];
              if (typeof data8 === 'string') {
                if (!pattern6.test(data8)) {
                  vErrors = note(vErrors, instancePath + '/metadata/rule_names/' + i1, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/metadata/rule_names/' + i1, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/rule_names', 'type', {});
            errors++;
          }
        }
        if (data0.comments !== undefined) {
          let data9 = data0.comments;
          if (typeof data9 === 'string') {
            if (!pattern6.test(data9)) {
              vErrors = note(vErrors, instancePath + '/metadata/comments', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/comments', 'type', {});
            errors++;
          }
        }
        if (data0.maturity !== undefined) {
          let data10 = data0.maturity;
          if (typeof data10 === 'string') {
            if (!pattern6.test(data10)) {
              vErrors = note(vErrors, instancePath + '/metadata/maturity', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/maturity', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/metadata', 'type', {});
        errors++;
      }
    }
    if (data.action_connectors !== undefined) {
      let data11 = data.action_connectors;
      if (Array.isArray(data11)) {
        if (data11.length < 1) {
          vErrors = note(vErrors, instancePath + '/action_connectors', 'minItems', { limit: 1 });
          errors++;
        }
        const len2 = data11.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data12 = data11[i2];
          if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
            if (data12.id === undefined) {
              vErrors = note(vErrors, instancePath + '/action_connectors/' + i2, 'required', { missingProperty: 'id' });
              errors++;
            }
            if (data12.attributes === undefined) {
              vErrors = note(vErrors, instancePath + '/action_connectors/' + i2, 'required', {
                missingProperty: 'attributes',
              });
              errors++;
            }
            for (const key2 in data12) {
              if (!func1.call(schema29.properties.action_connectors.items.properties, key2)) {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2, 'additionalProperties', {
                  additionalProperty: key2,
                });
                errors++;
              }
            }
            if (data12.id !== undefined) {
              let data13 = data12.id;
              if (typeof data13 === 'string') {
                if (!pattern6.test(data13)) {
                  vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/id', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/id', 'type', {});
                errors++;
              }
            }
            if (data12.attributes !== undefined) {
              let data14 = data12.attributes;
              if (!(data14 && typeof data14 == 'object' && !Array.isArray(data14))) {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/attributes', 'type', {});
                errors++;
              }
            }
            if (data12.secrets !== undefined) {
              let data15 = data12.secrets;
              if (!(data15 && typeof data15 == 'object' && !Array.isArray(data15))) {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/secrets', 'type', {});
                errors++;
              }
            }
            if (data12.frequency !== undefined) {
              let data16 = data12.frequency;
              if (!(data16 && typeof data16 == 'object' && !Array.isArray(data16))) {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/frequency', 'type', {});
                errors++;
              }
            }
            if (data12.managed !== undefined) {
              if (typeof data12.managed !== 'boolean') {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/managed', 'type', {});
                errors++;
              }
            }
            if (data12.type !== undefined) {
              let data18 = data12.type;
              if (typeof data18 === 'string') {
                if (!pattern6.test(data18)) {
                  vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/type', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/type', 'type', {});
                errors++;
              }
            }
            if (data12.references !== undefined) {
              let data19 = data12.references;
              if (Array.isArray(data19)) {
                const len3 = data19.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data20 = data19[i3];
                  if (!(data20 && typeof data20 == 'object' && !Array.isArray(data20))) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/action_connectors/' + i2 + '/references/' + i3,
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/references', 'type', {});
                errors++;
              }
            }
            if (data12.typeMigrationVersion !== undefined) {
              let data21 = data12.typeMigrationVersion;
              if (typeof data21 === 'string') {
                if (!pattern6.test(data21)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/action_connectors/' + i2 + '/typeMigrationVersion',
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/action_connectors/' + i2 + '/typeMigrationVersion',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data12.coreMigrationVersion !== undefined) {
              let data22 = data12.coreMigrationVersion;
              if (typeof data22 === 'string') {
                if (!pattern6.test(data22)) {
                  vErrors = note(
                    vErrors,
                    instancePath + '/action_connectors/' + i2 + '/coreMigrationVersion',
                    'pattern',
                    {},
                  );
                  errors++;
                }
              } else {
                vErrors = note(
                  vErrors,
                  instancePath + '/action_connectors/' + i2 + '/coreMigrationVersion',
                  'type',
                  {},
                );
                errors++;
              }
            }
            if (data12.created_at !== undefined) {
              let data23 = data12.created_at;
              if (typeof data23 === 'string') {
                if (!pattern6.test(data23)) {
                  vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/created_at', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/created_at', 'type', {});
                errors++;
              }
            }
            if (data12.updated_at !== undefined) {
              let data24 = data12.updated_at;
              if (typeof data24 === 'string') {
                if (!pattern6.test(data24)) {
                  vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/updated_at', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/updated_at', 'type', {});
                errors++;
              }
            }
            if (data12.version !== undefined) {
              let data25 = data12.version;
              if (typeof data25 === 'string') {
                if (!pattern6.test(data25)) {
                  vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/version', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/action_connectors/' + i2 + '/version', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/action_connectors/' + i2, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/action_connectors', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate72.errors = vErrors;
  return errors === 0;
}
validate72.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
export const validateOverlay: SchemaValidator = validate73;
const schema30 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:dragnet:schema:overlay',
  title: 'Overlay',
  description:
    'What a team sets on a prebuilt rule; all else stays as Elastic has it: https://www.elastic.co/docs/solutions/security/detect-and-alert/install-manage-elastic-prebuilt-rules',
  type: 'object',
  required: ['overlay'],
  additionalProperties: false,
  properties: {
    metadata: {
      type: 'object',
      properties: {
        creation_date: {
          type: 'string',
          pattern: '^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$',
          'x-form': 'a date like 2026/05/31',
          description: 'Day on which the overlay was written.',
          examples: ['2026/05/31'],
        },
        updated_date: {
          type: 'string',
          pattern: '^\\d{4}/(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])$',
          'x-form': 'a date like 2026/05/31',
          description: 'Day of the last change.',
          examples: ['2026/05/31'],
        },
        comments: { type: 'string', description: 'Why it is set.' },
      },
      required: [],
      additionalProperties: false,
      description: 'Facts about the overlay that Kibana never sees.',
    },
    overlay: {
      type: 'object',
      properties: {
        rule_id: {
          type: 'string',
          pattern: '^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|119c8877-8613-416d-a98a-96b6664ee73a5)$',
          'x-form': 'a UUID in lower case',
          description: 'Identity of the rule; it never changes once the rule is deployed.',
          examples: ['5c1f7bb4-6d0e-4b39-9c3c-0c6a4b0f8f11'],
        },
        name: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Name of the rule; its alerts carry it.',
          examples: ['New command sent by a principal'],
        },
        description: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'What the rule detects and why it matters, Markdown.',
          examples: ['Detects …'],
        },
        severity: {
          type: 'string',
          enum: ['low', 'medium', 'high', 'critical'],
          description: 'How bad an alert of this rule is.',
          examples: ['medium'],
        },
        risk_score: {
          type: 'integer',
          minimum: 0,
          description: 'Risk from 0 to 100; alert queues sort by it.',
          maximum: 100,
          examples: [47],
        },
        enabled: { type: 'boolean', description: 'Whether the rule runs; without it that stays as Kibana has it.' },
        from: {
          type: 'string',
          pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
          'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
          description: 'Start of the time range that each run searches. Kibana uses now-6m without it.',
          examples: ['now-9m'],
        },
        to: {
          type: 'string',
          pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
          'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
          description: 'End of the time range that each run searches. Kibana uses now without it.',
          examples: ['now'],
        },
        interval: {
          type: 'string',
          pattern: '^[1-9]\\d*[smhd]$',
          'x-form': 'a number and a unit like 5m (units: s, m, h, d)',
          description: 'Time between two runs. Kibana uses 5m without it.',
          examples: ['5m'],
        },
        max_signals: {
          type: 'integer',
          minimum: 1,
          description: 'Most alerts that one run creates. Kibana uses 100 without it.',
          examples: [100],
        },
        tags: {
          type: 'array',
          items: { type: 'string' },
          description: 'Tags that are added to those of Elastic.',
          examples: [['Team: SOC']],
        },
        references: {
          type: 'array',
          items: { type: 'string' },
          description: 'Pages that explain the behaviour.',
          examples: [['https://example.org/post']],
        },
        false_positives: { type: 'array', items: { type: 'string' }, description: 'What else could raise the alert.' },
        note: { type: 'string', description: 'The investigation guide, Markdown.' },
        setup: { type: 'string', description: 'What must be set up before the rule works, Markdown.' },
        threat: {
          type: 'array',
          items: { $ref: '#/$defs/threat' },
          description: 'Tactics and techniques that the rule detects.',
        },
        severity_mapping: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              field: { type: 'string', description: 'Field of the document.', examples: ['event.severity'] },
              operator: {
                type: 'string',
                enum: ['equals'],
                description: 'How they are compared.',
                examples: ['equals'],
              },
              value: { type: 'string', description: 'Value of the field.' },
              severity: {
                type: 'string',
                enum: ['low', 'medium', 'high', 'critical'],
                description: 'How bad an alert of this rule is.',
                examples: ['medium'],
              },
            },
            required: ['field'],
            additionalProperties: false,
            description: 'Where the field has the value, the alert has this severity.',
          },
          description: 'Takes the severity of an alert from a field of its document.',
        },
        risk_score_mapping: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              field: {
                type: 'string',
                description: 'Field of the document that holds a number.',
                examples: ['event.risk_score'],
              },
              operator: {
                type: 'string',
                enum: ['equals'],
                description: 'How they are compared.',
                examples: ['equals'],
              },
              value: { type: 'string', description: 'Not used by Kibana; an empty text.' },
              risk_score: { type: 'integer', minimum: 0, description: 'Risk score to use.', maximum: 100 },
              severity: {
                type: 'string',
                enum: ['low', 'medium', 'high', 'critical'],
                description: 'How bad an alert of this rule is.',
                examples: ['medium'],
              },
            },
            required: ['field'],
            additionalProperties: false,
            description: 'The alert has the risk score of this field.',
          },
          description: 'Takes the risk score of an alert from a field of its document.',
        },
        rule_name_override: {
          type: 'string',
          description: 'Field of the document whose value becomes the name in the alert.',
        },
        timestamp_override: {
          type: 'string',
          description: 'Field to use as time of a document instead of @timestamp.',
          examples: ['event.ingested'],
        },
        timestamp_override_fallback_disabled: {
          type: 'boolean',
          description: 'Do not fall back to @timestamp for documents without that field.',
        },
        timeline_id: { type: 'string', description: 'Id of the Timeline template for investigating an alert.' },
        timeline_title: { type: 'string', description: 'Title of that template.' },
        building_block_type: {
          type: 'string',
          enum: ['default'],
          description: 'Makes the rule a building block: its alerts are hidden by default.',
          examples: ['default'],
        },
        exceptions_list: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              list_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Readable id of the list.',
                examples: ['known-deployments'],
              },
              type: {
                type: 'string',
                enum: ['detection', 'rule_default', 'endpoint'],
                description: 'Kind of list.',
                examples: ['detection'],
              },
              namespace_type: {
                type: 'string',
                enum: ['single', 'agnostic'],
                description: 'Whether the list belongs to one space or to all.',
              },
              id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the saved object; found out where it is not given.',
              },
            },
            required: ['list_id'],
            additionalProperties: false,
            description: 'An exception list.',
          },
          description:
            'Exception lists that silence the rule. The list of Elastic Defend and the own list of the rule stay beside them.',
        },
        actions: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              action_type_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Type of the connector.',
                examples: ['.slack', '.email', '.webhook'],
              },
              id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the connector.',
              },
              group: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Group of the action.',
                examples: ['default'],
              },
              params: { type: 'object', properties: {}, required: [], description: 'Parameters of the connector.' },
              frequency: { type: 'object', properties: {}, required: [], description: 'How often the action runs.' },
              alerts_filter: {
                type: 'object',
                properties: {},
                required: [],
                description: 'Which alerts the action is for.',
              },
              uuid: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Id of the action.',
              },
            },
            required: ['action_type_id', 'id', 'params'],
            description: 'A notification through a connector.',
          },
          description: 'What happens when the rule raises alerts.',
        },
        response_actions: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              action_type_id: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: '`.osquery` or `.endpoint`.',
                examples: ['.osquery'],
              },
              params: { type: 'object', properties: {}, required: [], description: 'Parameters of the response.' },
            },
            required: ['action_type_id', 'params'],
            description: 'A response on the host.',
          },
          description: 'Responses that run on the host of the alert.',
        },
        investigation_fields: {
          type: 'object',
          properties: {
            field_names: {
              type: 'array',
              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
              description: 'Names of the fields.',
              minItems: 1,
              examples: [['host.name', 'user.name']],
            },
          },
          required: ['field_names'],
          additionalProperties: false,
          description: 'Fields that Kibana shows first when an alert is opened.',
        },
        related_integrations: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              package: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the package.',
                examples: ['aws'],
              },
              version: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Versions that do, as a semver range.',
                examples: ['^2.0.0'],
              },
              integration: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Integration in the package.',
                examples: ['cloudtrail'],
              },
            },
            required: ['package', 'version'],
            additionalProperties: false,
            description: 'An integration.',
          },
          description: 'Integrations whose data the rule reads.',
        },
        required_fields: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the field.',
                examples: ['event.action'],
              },
              type: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Elasticsearch type of the field.',
                examples: ['keyword'],
              },
              ecs: { type: 'boolean', description: 'Whether the field is part of ECS.' },
            },
            required: ['name', 'type'],
            additionalProperties: false,
            description: 'A field.',
          },
          description: 'Fields that the query uses.',
        },
        language: {
          type: 'string',
          enum: ['kuery', 'lucene', 'eql', 'esql'],
          description: 'Language of the query.',
          examples: ['kuery'],
        },
        query: { type: 'string', description: 'The query; an empty KQL or Lucene query matches everything.' },
        index: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Index patterns that the query runs over.',
          minItems: 1,
          examples: [['logs-*']],
        },
        data_view_id: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Data view of Kibana to take the indices from, instead of `index`.',
        },
        filters: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              meta: {
                type: 'object',
                properties: {},
                required: [],
                description: 'What the filter is: field, type, negation, whether it is switched off.',
              },
              query: { type: 'object', properties: {}, required: [], description: 'Query DSL of the filter.' },
              $state: { type: 'object', properties: {}, required: [], description: 'Where Kibana keeps the filter.' },
            },
            required: [],
            description: 'A filter of Kibana.',
          },
          description: 'Filters that a document must pass besides the query, in the form that Kibana exports.',
        },
        saved_id: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Id of the saved query in Kibana.',
        },
        alert_suppression: {
          type: 'object',
          properties: {},
          required: [],
          description: 'Makes one alert of many, in the form that the type of the rule wants.',
        },
        timestamp_field: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Field with the time of an event, for the order of sequences.',
        },
        event_category_override: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Field with the category of an event, instead of event.category.',
        },
        tiebreaker_field: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Field that orders events of the same time.',
        },
        threshold: {
          type: 'object',
          properties: {
            field: {
              type: 'array',
              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
              description: 'Fields to group by; without any, all documents are one group.',
              maxItems: 5,
              examples: [['source.ip']],
            },
            value: {
              type: 'integer',
              minimum: 1,
              description: 'Least number of documents in a group.',
              examples: [25],
            },
            cardinality: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  field: {
                    type: 'string',
                    pattern: '\\S',
                    'x-form': 'a text that is not blank',
                    description: 'Field to count the values of.',
                    examples: ['user.name'],
                  },
                  value: {
                    type: 'integer',
                    minimum: 1,
                    description: 'Least number of different values.',
                    examples: [10],
                  },
                },
                required: ['field', 'value'],
                additionalProperties: false,
                description: 'A number of different values.',
              },
              description: 'How many different values a field must have in the group.',
            },
          },
          required: ['field', 'value'],
          additionalProperties: false,
          description: 'When a group of documents is large enough.',
        },
        new_terms: {
          type: 'object',
          properties: {
            field: {
              type: 'string',
              enum: ['new_terms_fields'],
              description: 'Always `new_terms_fields`.',
              examples: ['new_terms_fields'],
            },
            value: {
              type: 'array',
              items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
              description: 'Fields whose combination of values must be new; one to three.',
              minItems: 1,
              maxItems: 3,
              examples: [['host.id']],
            },
            history_window_start: {
              type: 'array',
              items: {
                type: 'object',
                properties: {
                  field: {
                    type: 'string',
                    enum: ['history_window_start'],
                    description: 'Always `history_window_start`.',
                    examples: ['history_window_start'],
                  },
                  value: {
                    type: 'string',
                    pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
                    'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
                    description: 'Start of the history window.',
                    examples: ['now-7d'],
                  },
                },
                required: ['field', 'value'],
                additionalProperties: false,
                description: 'Start of the history window.',
              },
              description: 'How far back values count as known.',
              minItems: 1,
              maxItems: 1,
            },
          },
          required: ['field', 'value', 'history_window_start'],
          additionalProperties: false,
          description: 'Which fields must have new values, and what is new.',
        },
        new_terms_fields: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Fields whose combination of values must be new, in the form of Kibana.',
          minItems: 1,
          maxItems: 3,
          examples: [['host.id']],
        },
        history_window_start: {
          type: 'string',
          pattern: '^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$',
          'x-form': 'date math like now-9m (units: y, M, w, d, h, m, s)',
          description: 'How far back values count as known, in the form of Kibana.',
          examples: ['now-7d'],
        },
        threat_index: {
          type: 'array',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Index patterns of the indicators.',
          minItems: 1,
          examples: [['logs-ti_*']],
        },
        threat_mapping: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              entries: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    field: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: 'Field of the event.',
                      examples: ['source.ip'],
                    },
                    type: {
                      type: 'string',
                      enum: ['mapping'],
                      description: 'Always `mapping`.',
                      examples: ['mapping'],
                    },
                    value: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: 'Field of the indicator.',
                      examples: ['threat.indicator.ip'],
                    },
                    negate: { type: 'boolean', description: 'The values must differ.' },
                  },
                  required: ['field', 'type', 'value'],
                  additionalProperties: false,
                  description: 'A comparison.',
                },
                description: 'Comparisons that must all hold.',
                minItems: 1,
              },
            },
            required: ['entries'],
            additionalProperties: false,
            description: 'A group of comparisons.',
          },
          description: 'Groups of comparisons, one of which must hold.',
          minItems: 1,
        },
        threat_query: { type: 'string', description: 'Query over the indicators.' },
        threat_language: {
          type: 'string',
          enum: ['kuery', 'lucene'],
          description: 'Language of the query over the indicators.',
        },
        threat_filters: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              meta: {
                type: 'object',
                properties: {},
                required: [],
                description: 'What the filter is: field, type, negation, whether it is switched off.',
              },
              query: { type: 'object', properties: {}, required: [], description: 'Query DSL of the filter.' },
              $state: { type: 'object', properties: {}, required: [], description: 'Where Kibana keeps the filter.' },
            },
            required: [],
            description: 'A filter of Kibana.',
          },
          description: 'Filters that a document must pass besides the query, in the form that Kibana exports.',
        },
        threat_indicator_path: {
          type: 'string',
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          description: 'Where the indicator stands in its document.',
          examples: ['threat.indicator'],
        },
        concurrent_searches: { type: 'integer', minimum: 1, description: 'Searches at the same time.' },
        items_per_search: { type: 'integer', minimum: 1, description: 'Indicators in one search.' },
        anomaly_threshold: {
          type: 'integer',
          minimum: 0,
          description: 'Least score of an anomaly, 0 to 100.',
          maximum: 100,
          examples: [50],
        },
        machine_learning_job_id: {
          type: ['string', 'array'],
          pattern: '\\S',
          'x-form': 'a text that is not blank',
          items: { type: 'string', pattern: '\\S', 'x-form': 'a text that is not blank' },
          description: 'Ids of the jobs.',
          examples: [['rare_process_by_host']],
        },
      },
      required: ['rule_id'],
      additionalProperties: false,
      description: 'The prebuilt rule, by its rule_id, and only what the team sets.',
    },
  },
  $defs: {
    threat: {
      type: 'object',
      properties: {
        framework: {
          type: 'string',
          enum: ['MITRE ATT&CK', 'MITRE ATLAS'],
          description: 'The framework that the ids belong to.',
          examples: ['MITRE ATT&CK'],
        },
        tactic: {
          type: 'object',
          properties: {
            id: {
              type: 'string',
              pattern: '^(TA\\d{4}|AML\\.TA\\d{4})$',
              'x-form': 'the id of a tactic like TA0002',
              description: 'Id of the tactic: `TA0002`, in ATLAS `AML.TA0005`.',
              examples: ['TA0002'],
            },
            name: {
              type: 'string',
              pattern: '\\S',
              'x-form': 'a text that is not blank',
              description: 'Name of the tactic, as MITRE writes it.',
              examples: ['Execution'],
            },
            reference: {
              type: 'string',
              pattern:
                '^(https://attack\\.mitre\\.org/tactics/TA\\d+|https://atlas\\.mitre\\.org/tactics/AML\\.TA\\d+)/?$',
              'x-form': 'the page of a tactic like https://attack.mitre.org/tactics/TA0002/',
              description: 'Page of the tactic.',
              examples: ['https://attack.mitre.org/tactics/TA0002/'],
            },
          },
          required: ['id', 'name', 'reference'],
          additionalProperties: false,
          description: 'The tactic: what the adversary wants.',
        },
        technique: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: {
                type: 'string',
                pattern: '^(T\\d{4}|AML\\.T\\d{4})$',
                'x-form': 'the id of a technique like T1059',
                description: 'Id of the technique: `T1059`, in ATLAS `AML.T0051`.',
                examples: ['T1059'],
              },
              name: {
                type: 'string',
                pattern: '\\S',
                'x-form': 'a text that is not blank',
                description: 'Name of the technique, as MITRE writes it.',
                examples: ['Command and Scripting Interpreter'],
              },
              reference: {
                type: 'string',
                pattern:
                  '^(https://attack\\.mitre\\.org/techniques/T\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+)/?$',
                'x-form': 'the page of a technique like https://attack.mitre.org/techniques/T1059/',
                description: 'Page of the technique.',
                examples: ['https://attack.mitre.org/techniques/T1059/'],
              },
              subtechnique: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    id: {
                      type: 'string',
                      pattern: '^(T\\d{4}\\.\\d{3}|AML\\.T\\d{4}\\.\\d{3})$',
                      'x-form': 'the id of a sub-technique like T1059.004',
                      description: 'Id of the sub-technique: `T1059.004`, in ATLAS `AML.T0051.000`.',
                      examples: ['T1059.004'],
                    },
                    name: {
                      type: 'string',
                      pattern: '\\S',
                      'x-form': 'a text that is not blank',
                      description: 'Name of the sub-technique, as MITRE writes it.',
                      examples: ['Unix Shell'],
                    },
                    reference: {
                      type: 'string',
                      pattern:
                        '^(https://attack\\.mitre\\.org/techniques/T\\d+/\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+\\.\\d+)/?$',
                      'x-form': 'the page of a sub-technique like https://attack.mitre.org/techniques/T1059/004/',
                      description: 'Page of the sub-technique.',
                      examples: ['https://attack.mitre.org/techniques/T1059/004/'],
                    },
                  },
                  required: ['id', 'name', 'reference'],
                  additionalProperties: false,
                  description: 'A sub-technique of the technique.',
                },
                description: 'Sub-techniques of this technique that the rule detects.',
              },
            },
            required: ['id', 'name', 'reference'],
            additionalProperties: false,
            description: 'A technique of the tactic.',
          },
          description: 'Techniques of the tactic that the rule detects.',
        },
      },
      required: ['framework', 'tactic'],
      additionalProperties: false,
      description: 'A tactic of MITRE ATT&CK or ATLAS, with techniques.',
    },
  },
};
function validate74(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.framework === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'framework' });
      errors++;
    }
    if (data.tactic === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'tactic' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'framework' || key0 === 'tactic' || key0 === 'technique')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.framework !== undefined) {
      let data0 = data.framework;
      if (typeof data0 !== 'string') {
        vErrors = note(vErrors, instancePath + '/framework', 'type', {});
        errors++;
      }
      if (!(data0 === 'MITRE ATT&CK' || data0 === 'MITRE ATLAS')) {
        vErrors = note(vErrors, instancePath + '/framework', 'enum', {});
        errors++;
      }
    }
    if (data.tactic !== undefined) {
      let data1 = data.tactic;
      if (data1 && typeof data1 == 'object' && !Array.isArray(data1)) {
        if (data1.id === undefined) {
          vErrors = note(vErrors, instancePath + '/tactic', 'required', { missingProperty: 'id' });
          errors++;
        }
        if (data1.name === undefined) {
          vErrors = note(vErrors, instancePath + '/tactic', 'required', { missingProperty: 'name' });
          errors++;
        }
        if (data1.reference === undefined) {
          vErrors = note(vErrors, instancePath + '/tactic', 'required', { missingProperty: 'reference' });
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === 'id' || key1 === 'name' || key1 === 'reference')) {
            vErrors = note(vErrors, instancePath + '/tactic', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data1.id !== undefined) {
          let data2 = data1.id;
          if (typeof data2 === 'string') {
            if (!pattern18.test(data2)) {
              vErrors = note(vErrors, instancePath + '/tactic/id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/tactic/id', 'type', {});
            errors++;
          }
        }
        if (data1.name !== undefined) {
          let data3 = data1.name;
          if (typeof data3 === 'string') {
            if (!pattern6.test(data3)) {
              vErrors = note(vErrors, instancePath + '/tactic/name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/tactic/name', 'type', {});
            errors++;
          }
        }
        if (data1.reference !== undefined) {
          let data4 = data1.reference;
          if (typeof data4 === 'string') {
            if (!pattern20.test(data4)) {
              vErrors = note(vErrors, instancePath + '/tactic/reference', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/tactic/reference', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/tactic', 'type', {});
        errors++;
      }
    }
    if (data.technique !== undefined) {
      let data5 = data.technique;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          if (data6 && typeof data6 == 'object' && !Array.isArray(data6)) {
            if (data6.id === undefined) {
              vErrors = note(vErrors, instancePath + '/technique/' + i0, 'required', { missingProperty: 'id' });
              errors++;
            }
            if (data6.name === undefined) {
              vErrors = note(vErrors, instancePath + '/technique/' + i0, 'required', { missingProperty: 'name' });
              errors++;
            }
            if (data6.reference === undefined) {
              vErrors = note(vErrors, instancePath + '/technique/' + i0, 'required', { missingProperty: 'reference' });
              errors++;
            }
            for (const key2 in data6) {
              if (!(key2 === 'id' || key2 === 'name' || key2 === 'reference' || key2 === 'subtechnique')) {
                vErrors = note(vErrors, instancePath + '/technique/' + i0, 'additionalProperties', {
                  additionalProperty: key2,
                });
                errors++;
              }
            }
            if (data6.id !== undefined) {
              let data7 = data6.id;
              if (typeof data7 === 'string') {
                if (!pattern21.test(data7)) {
                  vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/id', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/id', 'type', {});
                errors++;
              }
            }
            if (data6.name !== undefined) {
              let data8 = data6.name;
              if (typeof data8 === 'string') {
                if (!pattern6.test(data8)) {
                  vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/name', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/name', 'type', {});
                errors++;
              }
            }
            if (data6.reference !== undefined) {
              let data9 = data6.reference;
              if (typeof data9 === 'string') {
                if (!pattern23.test(data9)) {
                  vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/reference', 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/reference', 'type', {});
                errors++;
              }
            }
            if (data6.subtechnique !== undefined) {
              let data10 = data6.subtechnique;
              if (Array.isArray(data10)) {
                const len1 = data10.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data11 = data10[i1];
                  if (data11 && typeof data11 == 'object' && !Array.isArray(data11)) {
                    if (data11.id === undefined) {
                      vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'required', {
                        missingProperty: 'id',
                      });
                      errors++;
                    }
                    if (data11.name === undefined) {
                      vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'required', {
                        missingProperty: 'name',
                      });
                      errors++;
                    }
                    if (data11.reference === undefined) {
                      vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'required', {
                        missingProperty: 'reference',
                      });
                      errors++;
                    }
                    for (const key3 in data11) {
                      if (!(key3 === 'id' || key3 === 'name' || key3 === 'reference')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1,
                          'additionalProperties',
                          { additionalProperty: key3 },
                        );
                        errors++;
                      }
                    }
                    if (data11.id !== undefined) {
                      let data12 = data11.id;
                      if (typeof data12 === 'string') {
                        if (!pattern24.test(data12)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/id',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/id',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data11.name !== undefined) {
                      let data13 = data11.name;
                      if (typeof data13 === 'string') {
                        if (!pattern6.test(data13)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/name',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/name',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data11.reference !== undefined) {
                      let data14 = data11.reference;
                      if (typeof data14 === 'string') {
                        if (!pattern26.test(data14)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/reference',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/technique/' + i0 + '/subtechnique/' + i1 + '/reference',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique/' + i1, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/technique/' + i0 + '/subtechnique', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/technique/' + i0, 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/technique', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
function validate73(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  /*# sourceURL="urn:dragnet:schema:overlay" */ let vErrors = null;
  let errors = 0;
  const evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = undefined;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = undefined;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.overlay === undefined) {
      vErrors = note(vErrors, instancePath, 'required', { missingProperty: 'overlay' });
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === 'metadata' || key0 === 'overlay')) {
        vErrors = note(vErrors, instancePath, 'additionalProperties', { additionalProperty: key0 });
        errors++;
      }
    }
    if (data.metadata !== undefined) {
      let data0 = data.metadata;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(key1 === 'creation_date' || key1 === 'updated_date' || key1 === 'comments')) {
            vErrors = note(vErrors, instancePath + '/metadata', 'additionalProperties', { additionalProperty: key1 });
            errors++;
          }
        }
        if (data0.creation_date !== undefined) {
          let data1 = data0.creation_date;
          if (typeof data1 === 'string') {
            if (!pattern3.test(data1)) {
              vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/creation_date', 'type', {});
            errors++;
          }
        }
        if (data0.updated_date !== undefined) {
          let data2 = data0.updated_date;
          if (typeof data2 === 'string') {
            if (!pattern3.test(data2)) {
              vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/metadata/updated_date', 'type', {});
            errors++;
          }
        }
        if (data0.comments !== undefined) {
          if (typeof data0.comments !== 'string') {
            vErrors = note(vErrors, instancePath + '/metadata/comments', 'type', {});
            errors++;
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/metadata', 'type', {});
        errors++;
      }
    }
    if (data.overlay !== undefined) {
      let data4 = data.overlay;
      if (data4 && typeof data4 == 'object' && !Array.isArray(data4)) {
        if (data4.rule_id === undefined) {
          vErrors = note(vErrors, instancePath + '/overlay', 'required', { missingProperty: 'rule_id' });
          errors++;
        }
        for (const key2 in data4) {
          if (!func1.call(schema30.properties.overlay.properties, key2)) {
            vErrors = note(vErrors, instancePath + '/overlay', 'additionalProperties', { additionalProperty: key2 });
            errors++;
          }
        }
        if (data4.rule_id !== undefined) {
          let data5 = data4.rule_id;
          if (typeof data5 === 'string') {
            if (!pattern12.test(data5)) {
              vErrors = note(vErrors, instancePath + '/overlay/rule_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/rule_id', 'type', {});
            errors++;
          }
        }
        if (data4.name !== undefined) {
          let data6 = data4.name;
          if (typeof data6 === 'string') {
            if (!pattern6.test(data6)) {
              vErrors = note(vErrors, instancePath + '/overlay/name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/name', 'type', {});
            errors++;
          }
        }
        if (data4.description !== undefined) {
          let data7 = data4.description;
          if (typeof data7 === 'string') {
            if (!pattern6.test(data7)) {
              vErrors = note(vErrors, instancePath + '/overlay/description', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/description', 'type', {});
            errors++;
          }
        }
        if (data4.severity !== undefined) {
          let data8 = data4.severity;
          if (typeof data8 !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/severity', 'type', {});
            errors++;
          }
          if (!(data8 === 'low' || data8 === 'medium' || data8 === 'high' || data8 === 'critical')) {
            vErrors = note(vErrors, instancePath + '/overlay/severity', 'enum', {});
            errors++;
          }
        }
        if (data4.risk_score !== undefined) {
          let data9 = data4.risk_score;
          if (!(typeof data9 == 'number' && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
            vErrors = note(vErrors, instancePath + '/overlay/risk_score', 'type', {});
            errors++;
          }
          if (typeof data9 == 'number' && isFinite(data9)) {
            if (data9 > 100 || isNaN(data9)) {
              vErrors = note(vErrors, instancePath + '/overlay/risk_score', 'maximum', {
                comparison: '<=',
                limit: 100,
              });
              errors++;
            }
            if (data9 < 0 || isNaN(data9)) {
              vErrors = note(vErrors, instancePath + '/overlay/risk_score', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          }
        }
        if (data4.enabled !== undefined) {
          if (typeof data4.enabled !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/overlay/enabled', 'type', {});
            errors++;
          }
        }
        if (data4.from !== undefined) {
          let data11 = data4.from;
          if (typeof data11 === 'string') {
            if (!pattern15.test(data11)) {
              vErrors = note(vErrors, instancePath + '/overlay/from', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/from', 'type', {});
            errors++;
          }
        }
        if (data4.to !== undefined) {
          let data12 = data4.to;
          if (typeof data12 === 'string') {
            if (!pattern15.test(data12)) {
              vErrors = note(vErrors, instancePath + '/overlay/to', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/to', 'type', {});
            errors++;
          }
        }
        if (data4.interval !== undefined) {
          let data13 = data4.interval;
          if (typeof data13 === 'string') {
            if (!pattern17.test(data13)) {
              vErrors = note(vErrors, instancePath + '/overlay/interval', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/interval', 'type', {});
            errors++;
          }
        }
        if (data4.max_signals !== undefined) {
          let data14 = data4.max_signals;
          if (!(typeof data14 == 'number' && !(data14 % 1) && !isNaN(data14) && isFinite(data14))) {
            vErrors = note(vErrors, instancePath + '/overlay/max_signals', 'type', {});
            errors++;
          }
          if (typeof data14 == 'number' && isFinite(data14)) {
            if (data14 < 1 || isNaN(data14)) {
              vErrors = note(vErrors, instancePath + '/overlay/max_signals', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data4.tags !== undefined) {
          let data15 = data4.tags;
          if (Array.isArray(data15)) {
            const len0 = data15.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (typeof data15[i0] !== 'string') {
                vErrors = note(vErrors, instancePath + '/overlay/tags/' + i0, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/tags', 'type', {});
            errors++;
          }
        }
        if (data4.references !== undefined) {
          let data17 = data4.references;
          if (Array.isArray(data17)) {
            const len1 = data17.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (typeof data17[i1] !== 'string') {
                vErrors = note(vErrors, instancePath + '/overlay/references/' + i1, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/references', 'type', {});
            errors++;
          }
        }
        if (data4.false_positives !== undefined) {
          let data19 = data4.false_positives;
          if (Array.isArray(data19)) {
            const len2 = data19.length;
            for (let i2 = 0; i2 < len2; i2++) {
              if (typeof data19[i2] !== 'string') {
                vErrors = note(vErrors, instancePath + '/overlay/false_positives/' + i2, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/false_positives', 'type', {});
            errors++;
          }
        }
        if (data4.note !== undefined) {
          if (typeof data4.note !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/note', 'type', {});
            errors++;
          }
        }
        if (data4.setup !== undefined) {
          if (typeof data4.setup !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/setup', 'type', {});
            errors++;
          }
        }
        if (data4.threat !== undefined) {
          let data23 = data4.threat;
          if (Array.isArray(data23)) {
            const len3 = data23.length;
            for (let i3 = 0; i3 < len3; i3++) {
              if (
                !validate74(data23[i3], {
                  instancePath: instancePath + '/overlay/threat/' + i3,
                  parentData: data23,
                  parentDataProperty: i3,
                  rootData,
                  dynamicAnchors,
                })
              ) {
                vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
                errors = vErrors.length;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/threat', 'type', {});
            errors++;
          }
        }
        if (data4.severity_mapping !== undefined) {
          let data25 = data4.severity_mapping;
          if (Array.isArray(data25)) {
            const len4 = data25.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data26 = data25[i4];
              if (data26 && typeof data26 == 'object' && !Array.isArray(data26)) {
                if (data26.field === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4, 'required', {
                    missingProperty: 'field',
                  });
                  errors++;
                }
                for (const key3 in data26) {
                  if (!(key3 === 'field' || key3 === 'operator' || key3 === 'value' || key3 === 'severity')) {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4, 'additionalProperties', {
                      additionalProperty: key3,
                    });
                    errors++;
                  }
                }
                if (data26.field !== undefined) {
                  if (typeof data26.field !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4 + '/field', 'type', {});
                    errors++;
                  }
                }
                if (data26.operator !== undefined) {
                  let data28 = data26.operator;
                  if (typeof data28 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4 + '/operator', 'type', {});
                    errors++;
                  }
                  if (!(data28 === 'equals')) {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4 + '/operator', 'enum', {});
                    errors++;
                  }
                }
                if (data26.value !== undefined) {
                  if (typeof data26.value !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4 + '/value', 'type', {});
                    errors++;
                  }
                }
                if (data26.severity !== undefined) {
                  let data30 = data26.severity;
                  if (typeof data30 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4 + '/severity', 'type', {});
                    errors++;
                  }
                  if (!(data30 === 'low' || data30 === 'medium' || data30 === 'high' || data30 === 'critical')) {
                    vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4 + '/severity', 'enum', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/severity_mapping/' + i4, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/severity_mapping', 'type', {});
            errors++;
          }
        }
        if (data4.risk_score_mapping !== undefined) {
          let data31 = data4.risk_score_mapping;
          if (Array.isArray(data31)) {
            const len5 = data31.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data32 = data31[i5];
              if (data32 && typeof data32 == 'object' && !Array.isArray(data32)) {
                if (data32.field === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/risk_score_mapping/' + i5, 'required', {
                    missingProperty: 'field',
                  });
                  errors++;
                }
                for (const key4 in data32) {
                  if (!(
                    key4 === 'field' ||
                    key4 === 'operator' ||
                    key4 === 'value' ||
                    key4 === 'risk_score' ||
                    key4 === 'severity'
                  )) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/risk_score_mapping/' + i5,
                      'additionalProperties',
                      { additionalProperty: key4 },
                    );
                    errors++;
                  }
                }
                if (data32.field !== undefined) {
                  if (typeof data32.field !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/risk_score_mapping/' + i5 + '/field', 'type', {});
                    errors++;
                  }
                }
                if (data32.operator !== undefined) {
                  let data34 = data32.operator;
                  if (typeof data34 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/risk_score_mapping/' + i5 + '/operator',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data34 === 'equals')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/risk_score_mapping/' + i5 + '/operator',
                      'enum',
                      {},
                    );
                    errors++;
                  }
                }
                if (data32.value !== undefined) {
                  if (typeof data32.value !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/risk_score_mapping/' + i5 + '/value', 'type', {});
                    errors++;
                  }
                }
                if (data32.risk_score !== undefined) {
                  let data36 = data32.risk_score;
                  if (!(typeof data36 == 'number' && !(data36 % 1) && !isNaN(data36) && isFinite(data36))) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/risk_score_mapping/' + i5 + '/risk_score',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (typeof data36 == 'number' && isFinite(data36)) {
                    if (data36 > 100 || isNaN(data36)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/risk_score_mapping/' + i5 + '/risk_score',
                        'maximum',
                        { comparison: '<=', limit: 100 },
                      );
                      errors++;
                    }
                    if (data36 < 0 || isNaN(data36)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/risk_score_mapping/' + i5 + '/risk_score',
                        'minimum',
                        { comparison: '>=', limit: 0 },
                      );
                      errors++;
                    }
                  }
                }
                if (data32.severity !== undefined) {
                  let data37 = data32.severity;
                  if (typeof data37 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/risk_score_mapping/' + i5 + '/severity',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data37 === 'low' || data37 === 'medium' || data37 === 'high' || data37 === 'critical')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/risk_score_mapping/' + i5 + '/severity',
                      'enum',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/risk_score_mapping/' + i5, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/risk_score_mapping', 'type', {});
            errors++;
          }
        }
        if (data4.rule_name_override !== undefined) {
          if (typeof data4.rule_name_override !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/rule_name_override', 'type', {});
            errors++;
          }
        }
        if (data4.timestamp_override !== undefined) {
          if (typeof data4.timestamp_override !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/timestamp_override', 'type', {});
            errors++;
          }
        }
        if (data4.timestamp_override_fallback_disabled !== undefined) {
          if (typeof data4.timestamp_override_fallback_disabled !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/overlay/timestamp_override_fallback_disabled', 'type', {});
            errors++;
          }
        }
        if (data4.timeline_id !== undefined) {
          if (typeof data4.timeline_id !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/timeline_id', 'type', {});
            errors++;
          }
        }
        if (data4.timeline_title !== undefined) {
          if (typeof data4.timeline_title !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/timeline_title', 'type', {});
            errors++;
          }
        }
        if (data4.building_block_type !== undefined) {
          let data43 = data4.building_block_type;
          if (typeof data43 !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/building_block_type', 'type', {});
            errors++;
          }
          if (!(data43 === 'default')) {
            vErrors = note(vErrors, instancePath + '/overlay/building_block_type', 'enum', {});
            errors++;
          }
        }
        if (data4.exceptions_list !== undefined) {
          let data44 = data4.exceptions_list;
          if (Array.isArray(data44)) {
            const len6 = data44.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data45 = data44[i6];
              if (data45 && typeof data45 == 'object' && !Array.isArray(data45)) {
                if (data45.list_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6, 'required', {
                    missingProperty: 'list_id',
                  });
                  errors++;
                }
                for (const key5 in data45) {
                  if (!(key5 === 'list_id' || key5 === 'type' || key5 === 'namespace_type' || key5 === 'id')) {
                    vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6, 'additionalProperties', {
                      additionalProperty: key5,
                    });
                    errors++;
                  }
                }
                if (data45.list_id !== undefined) {
                  let data46 = data45.list_id;
                  if (typeof data46 === 'string') {
                    if (!pattern6.test(data46)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/exceptions_list/' + i6 + '/list_id',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6 + '/list_id', 'type', {});
                    errors++;
                  }
                }
                if (data45.type !== undefined) {
                  let data47 = data45.type;
                  if (typeof data47 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6 + '/type', 'type', {});
                    errors++;
                  }
                  if (!(data47 === 'detection' || data47 === 'rule_default' || data47 === 'endpoint')) {
                    vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6 + '/type', 'enum', {});
                    errors++;
                  }
                }
                if (data45.namespace_type !== undefined) {
                  let data48 = data45.namespace_type;
                  if (typeof data48 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/exceptions_list/' + i6 + '/namespace_type',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data48 === 'single' || data48 === 'agnostic')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/exceptions_list/' + i6 + '/namespace_type',
                      'enum',
                      {},
                    );
                    errors++;
                  }
                }
                if (data45.id !== undefined) {
                  let data49 = data45.id;
                  if (typeof data49 === 'string') {
                    if (!pattern6.test(data49)) {
                      vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6 + '/id', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/exceptions_list/' + i6, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/exceptions_list', 'type', {});
            errors++;
          }
        }
        if (data4.actions !== undefined) {
          let data50 = data4.actions;
          if (Array.isArray(data50)) {
            const len7 = data50.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data51 = data50[i7];
              if (data51 && typeof data51 == 'object' && !Array.isArray(data51)) {
                if (data51.action_type_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7, 'required', {
                    missingProperty: 'action_type_id',
                  });
                  errors++;
                }
                if (data51.id === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7, 'required', {
                    missingProperty: 'id',
                  });
                  errors++;
                }
                if (data51.params === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7, 'required', {
                    missingProperty: 'params',
                  });
                  errors++;
                }
                if (data51.action_type_id !== undefined) {
                  let data52 = data51.action_type_id;
                  if (typeof data52 === 'string') {
                    if (!pattern6.test(data52)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/actions/' + i7 + '/action_type_id',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/action_type_id', 'type', {});
                    errors++;
                  }
                }
                if (data51.id !== undefined) {
                  let data53 = data51.id;
                  if (typeof data53 === 'string') {
                    if (!pattern6.test(data53)) {
                      vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/id', 'type', {});
                    errors++;
                  }
                }
                if (data51.group !== undefined) {
                  let data54 = data51.group;
                  if (typeof data54 === 'string') {
                    if (!pattern6.test(data54)) {
                      vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/group', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/group', 'type', {});
                    errors++;
                  }
                }
                if (data51.params !== undefined) {
                  let data55 = data51.params;
                  if (!(data55 && typeof data55 == 'object' && !Array.isArray(data55))) {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/params', 'type', {});
                    errors++;
                  }
                }
                if (data51.frequency !== undefined) {
                  let data56 = data51.frequency;
                  if (!(data56 && typeof data56 == 'object' && !Array.isArray(data56))) {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/frequency', 'type', {});
                    errors++;
                  }
                }
                if (data51.alerts_filter !== undefined) {
                  let data57 = data51.alerts_filter;
                  if (!(data57 && typeof data57 == 'object' && !Array.isArray(data57))) {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/alerts_filter', 'type', {});
                    errors++;
                  }
                }
                if (data51.uuid !== undefined) {
                  let data58 = data51.uuid;
                  if (typeof data58 === 'string') {
                    if (!pattern6.test(data58)) {
                      vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/uuid', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7 + '/uuid', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/actions/' + i7, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/actions', 'type', {});
            errors++;
          }
        }
        if (data4.response_actions !== undefined) {
          let data59 = data4.response_actions;
          if (Array.isArray(data59)) {
            const len8 = data59.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data60 = data59[i8];
              if (data60 && typeof data60 == 'object' && !Array.isArray(data60)) {
                if (data60.action_type_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/response_actions/' + i8, 'required', {
                    missingProperty: 'action_type_id',
                  });
                  errors++;
                }
                if (data60.params === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/response_actions/' + i8, 'required', {
                    missingProperty: 'params',
                  });
                  errors++;
                }
                if (data60.action_type_id !== undefined) {
                  let data61 = data60.action_type_id;
                  if (typeof data61 === 'string') {
                    if (!pattern6.test(data61)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/response_actions/' + i8 + '/action_type_id',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/response_actions/' + i8 + '/action_type_id',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data60.params !== undefined) {
                  let data62 = data60.params;
                  if (!(data62 && typeof data62 == 'object' && !Array.isArray(data62))) {
                    vErrors = note(vErrors, instancePath + '/overlay/response_actions/' + i8 + '/params', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/response_actions/' + i8, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/response_actions', 'type', {});
            errors++;
          }
        }
        if (data4.investigation_fields !== undefined) {
          let data63 = data4.investigation_fields;
          if (data63 && typeof data63 == 'object' && !Array.isArray(data63)) {
            if (data63.field_names === undefined) {
              vErrors = note(vErrors, instancePath + '/overlay/investigation_fields', 'required', {
                missingProperty: 'field_names',
              });
              errors++;
            }
            for (const key6 in data63) {
              if (!(key6 === 'field_names')) {
                vErrors = note(vErrors, instancePath + '/overlay/investigation_fields', 'additionalProperties', {
                  additionalProperty: key6,
                });
                errors++;
              }
            }
            if (data63.field_names !== undefined) {
              let data64 = data63.field_names;
              if (Array.isArray(data64)) {
                if (data64.length < 1) {
                  vErrors = note(vErrors, instancePath + '/overlay/investigation_fields/field_names', 'minItems', {
                    limit: 1,
                  });
                  errors++;
                }
                const len9 = data64.length;
                for (let i9 = 0; i9 < len9; i9++) {
                  let data65 = data64[i9];
                  if (typeof data65 === 'string') {
                    if (!pattern6.test(data65)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/investigation_fields/field_names/' + i9,
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/investigation_fields/field_names/' + i9,
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/investigation_fields/field_names', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/investigation_fields', 'type', {});
            errors++;
          }
        }
        if (data4.related_integrations !== undefined) {
          let data66 = data4.related_integrations;
          if (Array.isArray(data66)) {
            const len10 = data66.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data67 = data66[i10];
              if (data67 && typeof data67 == 'object' && !Array.isArray(data67)) {
                if (data67.package === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/related_integrations/' + i10, 'required', {
                    missingProperty: 'package',
                  });
                  errors++;
                }
                if (data67.version === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/related_integrations/' + i10, 'required', {
                    missingProperty: 'version',
                  });
                  errors++;
                }
                for (const key7 in data67) {
                  if (!(key7 === 'package' || key7 === 'version' || key7 === 'integration')) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/related_integrations/' + i10,
                      'additionalProperties',
                      { additionalProperty: key7 },
                    );
                    errors++;
                  }
                }
                if (data67.package !== undefined) {
                  let data68 = data67.package;
                  if (typeof data68 === 'string') {
                    if (!pattern6.test(data68)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/related_integrations/' + i10 + '/package',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/related_integrations/' + i10 + '/package',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data67.version !== undefined) {
                  let data69 = data67.version;
                  if (typeof data69 === 'string') {
                    if (!pattern6.test(data69)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/related_integrations/' + i10 + '/version',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/related_integrations/' + i10 + '/version',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data67.integration !== undefined) {
                  let data70 = data67.integration;
                  if (typeof data70 === 'string') {
                    if (!pattern6.test(data70)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/related_integrations/' + i10 + '/integration',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/related_integrations/' + i10 + '/integration',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/related_integrations/' + i10, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/related_integrations', 'type', {});
            errors++;
          }
        }
        if (data4.required_fields !== undefined) {
          let data71 = data4.required_fields;
          if (Array.isArray(data71)) {
            const len11 = data71.length;
            for (let i11 = 0; i11 < len11; i11++) {
              let data72 = data71[i11];
              if (data72 && typeof data72 == 'object' && !Array.isArray(data72)) {
                if (data72.name === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11, 'required', {
                    missingProperty: 'name',
                  });
                  errors++;
                }
                if (data72.type === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11, 'required', {
                    missingProperty: 'type',
                  });
                  errors++;
                }
                for (const key8 in data72) {
                  if (!(key8 === 'name' || key8 === 'type' || key8 === 'ecs')) {
                    vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11, 'additionalProperties', {
                      additionalProperty: key8,
                    });
                    errors++;
                  }
                }
                if (data72.name !== undefined) {
                  let data73 = data72.name;
                  if (typeof data73 === 'string') {
                    if (!pattern6.test(data73)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/required_fields/' + i11 + '/name',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11 + '/name', 'type', {});
                    errors++;
                  }
                }
                if (data72.type !== undefined) {
                  let data74 = data72.type;
                  if (typeof data74 === 'string') {
                    if (!pattern6.test(data74)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/required_fields/' + i11 + '/type',
                        'pattern',
                        {},
                      );
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11 + '/type', 'type', {});
                    errors++;
                  }
                }
                if (data72.ecs !== undefined) {
                  if (typeof data72.ecs !== 'boolean') {
                    vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11 + '/ecs', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/required_fields/' + i11, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/required_fields', 'type', {});
            errors++;
          }
        }
        if (data4.language !== undefined) {
          let data76 = data4.language;
          if (typeof data76 !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/language', 'type', {});
            errors++;
          }
          if (!(data76 === 'kuery' || data76 === 'lucene' || data76 === 'eql' || data76 === 'esql')) {
            vErrors = note(vErrors, instancePath + '/overlay/language', 'enum', {});
            errors++;
          }
        }
        if (data4.query !== undefined) {
          if (typeof data4.query !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/query', 'type', {});
            errors++;
          }
        }
        if (data4.index !== undefined) {
          let data78 = data4.index;
          if (Array.isArray(data78)) {
            if (data78.length < 1) {
              vErrors = note(vErrors, instancePath + '/overlay/index', 'minItems', { limit: 1 });
              errors++;
            }
            const len12 = data78.length;
            for (let i12 = 0; i12 < len12; i12++) {
              let data79 = data78[i12];
              if (typeof data79 === 'string') {
                if (!pattern6.test(data79)) {
                  vErrors = note(vErrors, instancePath + '/overlay/index/' + i12, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/index/' + i12, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/index', 'type', {});
            errors++;
          }
        }
        if (data4.data_view_id !== undefined) {
          let data80 = data4.data_view_id;
          if (typeof data80 === 'string') {
            if (!pattern6.test(data80)) {
              vErrors = note(vErrors, instancePath + '/overlay/data_view_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/data_view_id', 'type', {});
            errors++;
          }
        }
        if (data4.filters !== undefined) {
          let data81 = data4.filters;
          if (Array.isArray(data81)) {
            const len13 = data81.length;
            for (let i13 = 0; i13 < len13; i13++) {
              let data82 = data81[i13];
              if (data82 && typeof data82 == 'object' && !Array.isArray(data82)) {
                if (data82.meta !== undefined) {
                  let data83 = data82.meta;
                  if (!(data83 && typeof data83 == 'object' && !Array.isArray(data83))) {
                    vErrors = note(vErrors, instancePath + '/overlay/filters/' + i13 + '/meta', 'type', {});
                    errors++;
                  }
                }
                if (data82.query !== undefined) {
                  let data84 = data82.query;
                  if (!(data84 && typeof data84 == 'object' && !Array.isArray(data84))) {
                    vErrors = note(vErrors, instancePath + '/overlay/filters/' + i13 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data82.$state !== undefined) {
                  let data85 = data82.$state;
                  if (!(data85 && typeof data85 == 'object' && !Array.isArray(data85))) {
                    vErrors = note(vErrors, instancePath + '/overlay/filters/' + i13 + '/$state', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/filters/' + i13, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/filters', 'type', {});
            errors++;
          }
        }
        if (data4.saved_id !== undefined) {
          let data86 = data4.saved_id;
          if (typeof data86 === 'string') {
            if (!pattern6.test(data86)) {
              vErrors = note(vErrors, instancePath + '/overlay/saved_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/saved_id', 'type', {});
            errors++;
          }
        }
        if (data4.alert_suppression !== undefined) {
          let data87 = data4.alert_suppression;
          if (!(data87 && typeof data87 == 'object' && !Array.isArray(data87))) {
            vErrors = note(vErrors, instancePath + '/overlay/alert_suppression', 'type', {});
            errors++;
          }
        }
        if (data4.timestamp_field !== undefined) {
          let data88 = data4.timestamp_field;
          if (typeof data88 === 'string') {
            if (!pattern6.test(data88)) {
              vErrors = note(vErrors, instancePath + '/overlay/timestamp_field', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/timestamp_field', 'type', {});
            errors++;
          }
        }
        if (data4.event_category_override !== undefined) {
          let data89 = data4.event_category_override;
          if (typeof data89 === 'string') {
            if (!pattern6.test(data89)) {
              vErrors = note(vErrors, instancePath + '/overlay/event_category_override', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/event_category_override', 'type', {});
            errors++;
          }
        }
        if (data4.tiebreaker_field !== undefined) {
          let data90 = data4.tiebreaker_field;
          if (typeof data90 === 'string') {
            if (!pattern6.test(data90)) {
              vErrors = note(vErrors, instancePath + '/overlay/tiebreaker_field', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/tiebreaker_field', 'type', {});
            errors++;
          }
        }
        if (data4.threshold !== undefined) {
          let data91 = data4.threshold;
          if (data91 && typeof data91 == 'object' && !Array.isArray(data91)) {
            if (data91.field === undefined) {
              vErrors = note(vErrors, instancePath + '/overlay/threshold', 'required', { missingProperty: 'field' });
              errors++;
            }
            if (data91.value === undefined) {
              vErrors = note(vErrors, instancePath + '/overlay/threshold', 'required', { missingProperty: 'value' });
              errors++;
            }
            for (const key9 in data91) {
              if (!(key9 === 'field' || key9 === 'value' || key9 === 'cardinality')) {
                vErrors = note(vErrors, instancePath + '/overlay/threshold', 'additionalProperties', {
                  additionalProperty: key9,
                });
                errors++;
              }
            }
            if (data91.field !== undefined) {
              let data92 = data91.field;
              if (Array.isArray(data92)) {
                if (data92.length > 5) {
                  vErrors = note(vErrors, instancePath + '/overlay/threshold/field', 'maxItems', { limit: 5 });
                  errors++;
                }
                const len14 = data92.length;
                for (let i14 = 0; i14 < len14; i14++) {
                  let data93 = data92[i14];
                  if (typeof data93 === 'string') {
                    if (!pattern6.test(data93)) {
                      vErrors = note(vErrors, instancePath + '/overlay/threshold/field/' + i14, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/threshold/field/' + i14, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/threshold/field', 'type', {});
                errors++;
              }
            }
            if (data91.value !== undefined) {
              let data94 = data91.value;
              if (!(typeof data94 == 'number' && !(data94 % 1) && !isNaN(data94) && isFinite(data94))) {
                vErrors = note(vErrors, instancePath + '/overlay/threshold/value', 'type', {});
                errors++;
              }
              if (typeof data94 == 'number' && isFinite(data94)) {
                if (data94 < 1 || isNaN(data94)) {
                  vErrors = note(vErrors, instancePath + '/overlay/threshold/value', 'minimum', {
                    comparison: '>=',
                    limit: 1,
                  });
                  errors++;
                }
              }
            }
            if (data91.cardinality !== undefined) {
              let data95 = data91.cardinality;
              if (Array.isArray(data95)) {
                const len15 = data95.length;
                for (let i15 = 0; i15 < len15; i15++) {
                  let data96 = data95[i15];
                  if (data96 && typeof data96 == 'object' && !Array.isArray(data96)) {
                    if (data96.field === undefined) {
                      vErrors = note(vErrors, instancePath + '/overlay/threshold/cardinality/' + i15, 'required', {
                        missingProperty: 'field',
                      });
                      errors++;
                    }
                    if (data96.value === undefined) {
                      vErrors = note(vErrors, instancePath + '/overlay/threshold/cardinality/' + i15, 'required', {
                        missingProperty: 'value',
                      });
                      errors++;
                    }
                    for (const key10 in data96) {
                      if (!(key10 === 'field' || key10 === 'value')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/threshold/cardinality/' + i15,
                          'additionalProperties',
                          { additionalProperty: key10 },
                        );
                        errors++;
                      }
                    }
                    if (data96.field !== undefined) {
                      let data97 = data96.field;
                      if (typeof data97 === 'string') {
                        if (!pattern6.test(data97)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/overlay/threshold/cardinality/' + i15 + '/field',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/threshold/cardinality/' + i15 + '/field',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data96.value !== undefined) {
                      let data98 = data96.value;
                      if (!(typeof data98 == 'number' && !(data98 % 1) && !isNaN(data98) && isFinite(data98))) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/threshold/cardinality/' + i15 + '/value',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (typeof data98 == 'number' && isFinite(data98)) {
                        if (data98 < 1 || isNaN(data98)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/overlay/threshold/cardinality/' + i15 + '/value',
                            'minimum',
                            { comparison: '>=', limit: 1 },
                          );
                          errors++;
                        }
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/threshold/cardinality/' + i15, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/threshold/cardinality', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/threshold', 'type', {});
            errors++;
          }
        }
        if (data4.new_terms !== undefined) {
          let data99 = data4.new_terms;
          if (data99 && typeof data99 == 'object' && !Array.isArray(data99)) {
            if (data99.field === undefined) {
              vErrors = note(vErrors, instancePath + '/overlay/new_terms', 'required', { missingProperty: 'field' });
              errors++;
            }
            if (data99.value === undefined) {
              vErrors = note(vErrors, instancePath + '/overlay/new_terms', 'required', { missingProperty: 'value' });
              errors++;
            }
            if (data99.history_window_start === undefined) {
              vErrors = note(vErrors, instancePath + '/overlay/new_terms', 'required', {
                missingProperty: 'history_window_start',
              });
              errors++;
            }
            for (const key11 in data99) {
              if (!(key11 === 'field' || key11 === 'value' || key11 === 'history_window_start')) {
                vErrors = note(vErrors, instancePath + '/overlay/new_terms', 'additionalProperties', {
                  additionalProperty: key11,
                });
                errors++;
              }
            }
            if (data99.field !== undefined) {
              let data100 = data99.field;
              if (typeof data100 !== 'string') {
                vErrors = note(vErrors, instancePath + '/overlay/new_terms/field', 'type', {});
                errors++;
              }
              if (!(data100 === 'new_terms_fields')) {
                vErrors = note(vErrors, instancePath + '/overlay/new_terms/field', 'enum', {});
                errors++;
              }
            }
            if (data99.value !== undefined) {
              let data101 = data99.value;
              if (Array.isArray(data101)) {
                if (data101.length > 3) {
                  vErrors = note(vErrors, instancePath + '/overlay/new_terms/value', 'maxItems', { limit: 3 });
                  errors++;
                }
                if (data101.length < 1) {
                  vErrors = note(vErrors, instancePath + '/overlay/new_terms/value', 'minItems', { limit: 1 });
                  errors++;
                }
                const len16 = data101.length;
                for (let i16 = 0; i16 < len16; i16++) {
                  let data102 = data101[i16];
                  if (typeof data102 === 'string') {
                    if (!pattern6.test(data102)) {
                      vErrors = note(vErrors, instancePath + '/overlay/new_terms/value/' + i16, 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/new_terms/value/' + i16, 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/new_terms/value', 'type', {});
                errors++;
              }
            }
            if (data99.history_window_start !== undefined) {
              let data103 = data99.history_window_start;
              if (Array.isArray(data103)) {
                if (data103.length > 1) {
                  vErrors = note(vErrors, instancePath + '/overlay/new_terms/history_window_start', 'maxItems', {
                    limit: 1,
                  });
                  errors++;
                }
                if (data103.length < 1) {
                  vErrors = note(vErrors, instancePath + '/overlay/new_terms/history_window_start', 'minItems', {
                    limit: 1,
                  });
                  errors++;
                }
                const len17 = data103.length;
                for (let i17 = 0; i17 < len17; i17++) {
                  let data104 = data103[i17];
                  if (data104 && typeof data104 == 'object' && !Array.isArray(data104)) {
                    if (data104.field === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/new_terms/history_window_start/' + i17,
                        'required',
                        { missingProperty: 'field' },
                      );
                      errors++;
                    }
                    if (data104.value === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/new_terms/history_window_start/' + i17,
                        'required',
                        { missingProperty: 'value' },
                      );
                      errors++;
                    }
                    for (const key12 in data104) {
                      if (!(key12 === 'field' || key12 === 'value')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/new_terms/history_window_start/' + i17,
                          'additionalProperties',
                          { additionalProperty: key12 },
                        );
                        errors++;
                      }
                    }
                    if (data104.field !== undefined) {
                      let data105 = data104.field;
                      if (typeof data105 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/new_terms/history_window_start/' + i17 + '/field',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data105 === 'history_window_start')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/new_terms/history_window_start/' + i17 + '/field',
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data104.value !== undefined) {
                      let data106 = data104.value;
                      if (typeof data106 === 'string') {
                        if (!pattern15.test(data106)) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/overlay/new_terms/history_window_start/' + i17 + '/value',
                            'pattern',
                            {},
                          );
                          errors++;
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/new_terms/history_window_start/' + i17 + '/value',
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(
                      vErrors,
                      instancePath + '/overlay/new_terms/history_window_start/' + i17,
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/new_terms/history_window_start', 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/new_terms', 'type', {});
            errors++;
          }
        }
        if (data4.new_terms_fields !== undefined) {
          let data107 = data4.new_terms_fields;
          if (Array.isArray(data107)) {
            if (data107.length > 3) {
              vErrors = note(vErrors, instancePath + '/overlay/new_terms_fields', 'maxItems', { limit: 3 });
              errors++;
            }
            if (data107.length < 1) {
              vErrors = note(vErrors, instancePath + '/overlay/new_terms_fields', 'minItems', { limit: 1 });
              errors++;
            }
            const len18 = data107.length;
            for (let i18 = 0; i18 < len18; i18++) {
              let data108 = data107[i18];
              if (typeof data108 === 'string') {
                if (!pattern6.test(data108)) {
                  vErrors = note(vErrors, instancePath + '/overlay/new_terms_fields/' + i18, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/new_terms_fields/' + i18, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/new_terms_fields', 'type', {});
            errors++;
          }
        }
        if (data4.history_window_start !== undefined) {
          let data109 = data4.history_window_start;
          if (typeof data109 === 'string') {
            if (!pattern15.test(data109)) {
              vErrors = note(vErrors, instancePath + '/overlay/history_window_start', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/history_window_start', 'type', {});
            errors++;
          }
        }
        if (data4.threat_index !== undefined) {
          let data110 = data4.threat_index;
          if (Array.isArray(data110)) {
            if (data110.length < 1) {
              vErrors = note(vErrors, instancePath + '/overlay/threat_index', 'minItems', { limit: 1 });
              errors++;
            }
            const len19 = data110.length;
            for (let i19 = 0; i19 < len19; i19++) {
              let data111 = data110[i19];
              if (typeof data111 === 'string') {
                if (!pattern6.test(data111)) {
                  vErrors = note(vErrors, instancePath + '/overlay/threat_index/' + i19, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/threat_index/' + i19, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/threat_index', 'type', {});
            errors++;
          }
        }
        if (data4.threat_mapping !== undefined) {
          let data112 = data4.threat_mapping;
          if (Array.isArray(data112)) {
            if (data112.length < 1) {
              vErrors = note(vErrors, instancePath + '/overlay/threat_mapping', 'minItems', { limit: 1 });
              errors++;
            }
            const len20 = data112.length;
            for (let i20 = 0; i20 < len20; i20++) {
              let data113 = data112[i20];
              if (data113 && typeof data113 == 'object' && !Array.isArray(data113)) {
                if (data113.entries === undefined) {
                  vErrors = note(vErrors, instancePath + '/overlay/threat_mapping/' + i20, 'required', {
                    missingProperty: 'entries',
                  });
                  errors++;
                }
                for (const key13 in data113) {
                  if (!(key13 === 'entries')) {
                    vErrors = note(vErrors, instancePath + '/overlay/threat_mapping/' + i20, 'additionalProperties', {
                      additionalProperty: key13,
                    });
                    errors++;
                  }
                }
                if (data113.entries !== undefined) {
                  let data114 = data113.entries;
                  if (Array.isArray(data114)) {
                    if (data114.length < 1) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/overlay/threat_mapping/' + i20 + '/entries',
                        'minItems',
                        { limit: 1 },
                      );
                      errors++;
                    }
                    const len21 = data114.length;
                    for (let i21 = 0; i21 < len21; i21++) {
                      let data115 = data114[i21];
                      if (data115 && typeof data115 == 'object' && !Array.isArray(data115)) {
                        if (data115.field === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21,
                            'required',
                            { missingProperty: 'field' },
                          );
                          errors++;
                        }
                        if (data115.type === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21,
                            'required',
                            { missingProperty: 'type' },
                          );
                          errors++;
                        }
                        if (data115.value === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21,
                            'required',
                            { missingProperty: 'value' },
                          );
                          errors++;
                        }
                        for (const key14 in data115) {
                          if (!(key14 === 'field' || key14 === 'type' || key14 === 'value' || key14 === 'negate')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21,
                              'additionalProperties',
                              { additionalProperty: key14 },
                            );
                            errors++;
                          }
                        }
                        if (data115.field !== undefined) {
                          let data116 = data115.field;
                          if (typeof data116 === 'string') {
                            if (!pattern6.test(data116)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/field',
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/field',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data115.type !== undefined) {
                          let data117 = data115.type;
                          if (typeof data117 !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/type',
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (!(data117 === 'mapping')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/type',
                              'enum',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data115.value !== undefined) {
                          let data118 = data115.value;
                          if (typeof data118 === 'string') {
                            if (!pattern6.test(data118)) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/value',
                                'pattern',
                                {},
                              );
                              errors++;
                            }
                          } else {
                            vErrors = note(
                              vErrors,
                              instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/value',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data115.negate !== undefined) {
                          if (typeof data115.negate !== 'boolean') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21 + '/negate',
                              'type',
                              {},
                            );
                            errors++;
                          }
                        }
                      } else {
                        vErrors = note(
                          vErrors,
                          instancePath + '/overlay/threat_mapping/' + i20 + '/entries/' + i21,
                          'type',
                          {},
                        );
                        errors++;
                      }
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/overlay/threat_mapping/' + i20 + '/entries', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/threat_mapping/' + i20, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/threat_mapping', 'type', {});
            errors++;
          }
        }
        if (data4.threat_query !== undefined) {
          if (typeof data4.threat_query !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/threat_query', 'type', {});
            errors++;
          }
        }
        if (data4.threat_language !== undefined) {
          let data121 = data4.threat_language;
          if (typeof data121 !== 'string') {
            vErrors = note(vErrors, instancePath + '/overlay/threat_language', 'type', {});
            errors++;
          }
          if (!(data121 === 'kuery' || data121 === 'lucene')) {
            vErrors = note(vErrors, instancePath + '/overlay/threat_language', 'enum', {});
            errors++;
          }
        }
        if (data4.threat_filters !== undefined) {
          let data122 = data4.threat_filters;
          if (Array.isArray(data122)) {
            const len22 = data122.length;
            for (let i22 = 0; i22 < len22; i22++) {
              let data123 = data122[i22];
              if (data123 && typeof data123 == 'object' && !Array.isArray(data123)) {
                if (data123.meta !== undefined) {
                  let data124 = data123.meta;
                  if (!(data124 && typeof data124 == 'object' && !Array.isArray(data124))) {
                    vErrors = note(vErrors, instancePath + '/overlay/threat_filters/' + i22 + '/meta', 'type', {});
                    errors++;
                  }
                }
                if (data123.query !== undefined) {
                  let data125 = data123.query;
                  if (!(data125 && typeof data125 == 'object' && !Array.isArray(data125))) {
                    vErrors = note(vErrors, instancePath + '/overlay/threat_filters/' + i22 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data123.$state !== undefined) {
                  let data126 = data123.$state;
                  if (!(data126 && typeof data126 == 'object' && !Array.isArray(data126))) {
                    vErrors = note(vErrors, instancePath + '/overlay/threat_filters/' + i22 + '/$state', 'type', {});
                    errors++;
                  }
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/threat_filters/' + i22, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/threat_filters', 'type', {});
            errors++;
          }
        }
        if (data4.threat_indicator_path !== undefined) {
          let data127 = data4.threat_indicator_path;
          if (typeof data127 === 'string') {
            if (!pattern6.test(data127)) {
              vErrors = note(vErrors, instancePath + '/overlay/threat_indicator_path', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/overlay/threat_indicator_path', 'type', {});
            errors++;
          }
        }
        if (data4.concurrent_searches !== undefined) {
          let data128 = data4.concurrent_searches;
          if (!(typeof data128 == 'number' && !(data128 % 1) && !isNaN(data128) && isFinite(data128))) {
            vErrors = note(vErrors, instancePath + '/overlay/concurrent_searches', 'type', {});
            errors++;
          }
          if (typeof data128 == 'number' && isFinite(data128)) {
            if (data128 < 1 || isNaN(data128)) {
              vErrors = note(vErrors, instancePath + '/overlay/concurrent_searches', 'minimum', {
                comparison: '>=',
                limit: 1,
              });
              errors++;
            }
          }
        }
        if (data4.items_per_search !== undefined) {
          let data129 = data4.items_per_search;
          if (!(typeof data129 == 'number' && !(data129 % 1) && !isNaN(data129) && isFinite(data129))) {
            vErrors = note(vErrors, instancePath + '/overlay/items_per_search', 'type', {});
            errors++;
          }
          if (typeof data129 == 'number' && isFinite(data129)) {
            if (data129 < 1 || isNaN(data129)) {
              vErrors = note(vErrors, instancePath + '/overlay/items_per_search', 'minimum', {
                comparison: '>=',
                limit: 1,
              });
              errors++;
            }
          }
        }
        if (data4.anomaly_threshold !== undefined) {
          let data130 = data4.anomaly_threshold;
          if (!(typeof data130 == 'number' && !(data130 % 1) && !isNaN(data130) && isFinite(data130))) {
            vErrors = note(vErrors, instancePath + '/overlay/anomaly_threshold', 'type', {});
            errors++;
          }
          if (typeof data130 == 'number' && isFinite(data130)) {
            if (data130 > 100 || isNaN(data130)) {
              vErrors = note(vErrors, instancePath + '/overlay/anomaly_threshold', 'maximum', {
                comparison: '<=',
                limit: 100,
              });
              errors++;
            }
            if (data130 < 0 || isNaN(data130)) {
              vErrors = note(vErrors, instancePath + '/overlay/anomaly_threshold', 'minimum', {
                comparison: '>=',
                limit: 0,
              });
              errors++;
            }
          }
        }
        if (data4.machine_learning_job_id !== undefined) {
          let data131 = data4.machine_learning_job_id;
          if (typeof data131 !== 'string' && !Array.isArray(data131)) {
            vErrors = note(vErrors, instancePath + '/overlay/machine_learning_job_id', 'type', {});
            errors++;
          }
          if (typeof data131 === 'string') {
            if (!pattern6.test(data131)) {
              vErrors = note(vErrors, instancePath + '/overlay/machine_learning_job_id', 'pattern', {});
              errors++;
            }
          }
          if (Array.isArray(data131)) {
            const len23 = data131.length;
            for (let i23 = 0; i23 < len23; i23++) {
              let data132 = data131[i23];
              if (typeof data132 === 'string') {
                if (!pattern6.test(data132)) {
                  vErrors = note(vErrors, instancePath + '/overlay/machine_learning_job_id/' + i23, 'pattern', {});
                  errors++;
                }
              } else {
                vErrors = note(vErrors, instancePath + '/overlay/machine_learning_job_id/' + i23, 'type', {});
                errors++;
              }
            }
          }
        }
      } else {
        vErrors = note(vErrors, instancePath + '/overlay', 'type', {});
        errors++;
      }
    }
  } else {
    vErrors = note(vErrors, instancePath, 'type', {});
    errors++;
  }
  validate73.errors = vErrors;
  return errors === 0;
}
validate73.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
