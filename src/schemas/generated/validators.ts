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
const pattern11 = new RegExp(
  '^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|119c8877-8613-416d-a98a-96b6664ee73a5)$',
  'u',
);
const pattern14 = new RegExp('^(now([+-]\\d*[yMwdhHms]|/[yMwdhHms])*|\\d{4}[\\s\\S]*)$', 'u');
const pattern16 = new RegExp('^[1-9]\\d*[smhd]$', 'u');
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
const pattern17 = new RegExp('^(TA\\d{4}|AML\\.TA\\d{4})$', 'u');
const pattern19 = new RegExp(
  '^(https://attack\\.mitre\\.org/tactics/TA\\d+|https://atlas\\.mitre\\.org/tactics/AML\\.TA\\d+)/?$',
  'u',
);
const pattern20 = new RegExp('^(T\\d{4}|AML\\.T\\d{4})$', 'u');
const pattern22 = new RegExp(
  '^(https://attack\\.mitre\\.org/techniques/T\\d+|https://atlas\\.mitre\\.org/techniques/AML\\.T\\d+)/?$',
  'u',
);
const pattern23 = new RegExp('^(T\\d{4}\\.\\d{3}|AML\\.T\\d{4}\\.\\d{3})$', 'u');
const pattern25 = new RegExp(
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
            if (!pattern17.test(data2)) {
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
            if (!pattern19.test(data4)) {
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
                if (!pattern20.test(data7)) {
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
                if (!pattern22.test(data9)) {
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
                        if (!pattern23.test(data12)) {
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
                        if (!pattern25.test(data14)) {
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
        if (data0.extended !== undefined) {
          let data17 = data0.extended;
          if (!(data17 && typeof data17 == 'object' && !Array.isArray(data17))) {
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
      let data18 = data.rule;
      const _errs42 = errors;
      let valid7 = true;
      const _errs43 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing0;
        if (data18.type === undefined && (missing0 = 'type')) {
          const err33 = {};
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('query' !== data18.type) {
              const err34 = {};
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
        }
      }
      var _valid0 = _errs43 === errors;
      errors = _errs42;
      if (vErrors !== null) {
        if (_errs42) {
          vErrors.length = _errs42;
        } else {
          vErrors = null;
        }
      }
      if (_valid0) {
        const _errs45 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            let data37 = data18.language;
            if (!(data37 === 'kuery' || data37 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid0 = _errs45 === errors;
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
      const _errs49 = errors;
      let valid10 = true;
      const _errs50 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing1;
        if (data18.type === undefined && (missing1 = 'type')) {
          const err55 = {};
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('saved_query' !== data18.type) {
              const err56 = {};
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          }
        }
      }
      var _valid1 = _errs50 === errors;
      errors = _errs49;
      if (vErrors !== null) {
        if (_errs49) {
          vErrors.length = _errs49;
        } else {
          vErrors = null;
        }
      }
      if (_valid1) {
        const _errs52 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.saved_id === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'saved_id' });
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            let data57 = data18.language;
            if (!(data57 === 'kuery' || data57 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid1 = _errs52 === errors;
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
      const _errs56 = errors;
      let valid13 = true;
      const _errs57 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing2;
        if (data18.type === undefined && (missing2 = 'type')) {
          const err77 = {};
          if (vErrors === null) {
            vErrors = [err77];
          } else {
            vErrors.push(err77);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('eql' !== data18.type) {
              const err78 = {};
              if (vErrors === null) {
                vErrors = [err78];
              } else {
                vErrors.push(err78);
              }
              errors++;
            }
          }
        }
      }
      var _valid2 = _errs57 === errors;
      errors = _errs56;
      if (vErrors !== null) {
        if (_errs56) {
          vErrors.length = _errs56;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs59 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data18.query === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'query' });
            errors++;
          }
          if (data18.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            if (!(data18.language === 'eql')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid2 = _errs59 === errors;
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
      const _errs63 = errors;
      let valid16 = true;
      const _errs64 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing3;
        if (data18.type === undefined && (missing3 = 'type')) {
          const err98 = {};
          if (vErrors === null) {
            vErrors = [err98];
          } else {
            vErrors.push(err98);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('esql' !== data18.type) {
              const err99 = {};
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
          }
        }
      }
      var _valid3 = _errs64 === errors;
      errors = _errs63;
      if (vErrors !== null) {
        if (_errs63) {
          vErrors.length = _errs63;
        } else {
          vErrors = null;
        }
      }
      if (_valid3) {
        const _errs66 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data18.query === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'query' });
            errors++;
          }
          if (data18.index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/index', 'false schema', {});
            errors++;
          }
          if (data18.data_view_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'false schema', {});
            errors++;
          }
          if (data18.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            if (!(data18.language === 'esql')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid3 = _errs66 === errors;
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
      const _errs70 = errors;
      let valid19 = true;
      const _errs71 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing4;
        if (data18.type === undefined && (missing4 = 'type')) {
          const err124 = {};
          if (vErrors === null) {
            vErrors = [err124];
          } else {
            vErrors.push(err124);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('threshold' !== data18.type) {
              const err125 = {};
              if (vErrors === null) {
                vErrors = [err125];
              } else {
                vErrors.push(err125);
              }
              errors++;
            }
          }
        }
      }
      var _valid4 = _errs71 === errors;
      errors = _errs70;
      if (vErrors !== null) {
        if (_errs70) {
          vErrors.length = _errs70;
        } else {
          vErrors = null;
        }
      }
      if (_valid4) {
        const _errs73 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data18.threshold === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'threshold' });
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            let data117 = data18.language;
            if (!(data117 === 'kuery' || data117 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate58(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid4 = _errs73 === errors;
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
      const _errs77 = errors;
      let valid22 = true;
      const _errs78 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing5;
        if (data18.type === undefined && (missing5 = 'type')) {
          const err146 = {};
          if (vErrors === null) {
            vErrors = [err146];
          } else {
            vErrors.push(err146);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('new_terms' !== data18.type) {
              const err147 = {};
              if (vErrors === null) {
                vErrors = [err147];
              } else {
                vErrors.push(err147);
              }
              errors++;
            }
          }
        }
      }
      var _valid5 = _errs78 === errors;
      errors = _errs77;
      if (vErrors !== null) {
        if (_errs77) {
          vErrors.length = _errs77;
        } else {
          vErrors = null;
        }
      }
      if (_valid5) {
        const _errs80 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data18.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            let data135 = data18.language;
            if (!(data135 === 'kuery' || data135 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid5 = _errs80 === errors;
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
      const _errs84 = errors;
      let valid25 = true;
      const _errs85 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing6;
        if (data18.type === undefined && (missing6 = 'type')) {
          const err166 = {};
          if (vErrors === null) {
            vErrors = [err166];
          } else {
            vErrors.push(err166);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('threat_match' !== data18.type) {
              const err167 = {};
              if (vErrors === null) {
                vErrors = [err167];
              } else {
                vErrors.push(err167);
              }
              errors++;
            }
          }
        }
      }
      var _valid6 = _errs85 === errors;
      errors = _errs84;
      if (vErrors !== null) {
        if (_errs84) {
          vErrors.length = _errs84;
        } else {
          vErrors = null;
        }
      }
      if (_valid6) {
        const _errs87 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.language === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'language' });
            errors++;
          }
          if (data18.threat_index === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'threat_index' });
            errors++;
          }
          if (data18.threat_mapping === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'threat_mapping' });
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.anomaly_threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'false schema', {});
            errors++;
          }
          if (data18.machine_learning_job_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'false schema', {});
            errors++;
          }
          if (data18.language !== undefined) {
            let data147 = data18.language;
            if (!(data147 === 'kuery' || data147 === 'lucene')) {
              vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
              errors++;
            }
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid6 = _errs87 === errors;
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
      const _errs91 = errors;
      let valid28 = true;
      const _errs92 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing7;
        if (data18.type === undefined && (missing7 = 'type')) {
          const err182 = {};
          if (vErrors === null) {
            vErrors = [err182];
          } else {
            vErrors.push(err182);
          }
          errors++;
        } else {
          if (data18.type !== undefined) {
            if ('machine_learning' !== data18.type) {
              const err183 = {};
              if (vErrors === null) {
                vErrors = [err183];
              } else {
                vErrors.push(err183);
              }
              errors++;
            }
          }
        }
      }
      var _valid7 = _errs92 === errors;
      errors = _errs91;
      if (vErrors !== null) {
        if (_errs91) {
          vErrors.length = _errs91;
        } else {
          vErrors = null;
        }
      }
      if (_valid7) {
        const _errs94 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.anomaly_threshold === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'anomaly_threshold' });
            errors++;
          }
          if (data18.machine_learning_job_id === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'machine_learning_job_id' });
            errors++;
          }
          if (data18.language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/language', 'false schema', {});
            errors++;
          }
          if (data18.query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/query', 'false schema', {});
            errors++;
          }
          if (data18.index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/index', 'false schema', {});
            errors++;
          }
          if (data18.data_view_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'false schema', {});
            errors++;
          }
          if (data18.filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/filters', 'false schema', {});
            errors++;
          }
          if (data18.saved_id !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'false schema', {});
            errors++;
          }
          if (data18.timestamp_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'false schema', {});
            errors++;
          }
          if (data18.event_category_override !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'false schema', {});
            errors++;
          }
          if (data18.tiebreaker_field !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'false schema', {});
            errors++;
          }
          if (data18.threshold !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threshold', 'false schema', {});
            errors++;
          }
          if (data18.new_terms !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms', 'false schema', {});
            errors++;
          }
          if (data18.new_terms_fields !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
            errors++;
          }
          if (data18.history_window_start !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'false schema', {});
            errors++;
          }
          if (data18.threat_index !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_index', 'false schema', {});
            errors++;
          }
          if (data18.threat_mapping !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'false schema', {});
            errors++;
          }
          if (data18.threat_query !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'false schema', {});
            errors++;
          }
          if (data18.threat_language !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'false schema', {});
            errors++;
          }
          if (data18.threat_filters !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_filters', 'false schema', {});
            errors++;
          }
          if (data18.threat_indicator_path !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'false schema', {});
            errors++;
          }
          if (data18.concurrent_searches !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'false schema', {});
            errors++;
          }
          if (data18.items_per_search !== undefined) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'false schema', {});
            errors++;
          }
          if (data18.alert_suppression !== undefined) {
            if (
              !validate53(data18.alert_suppression, {
                instancePath: instancePath + '/rule/alert_suppression',
                parentData: data18,
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
        var _valid7 = _errs94 === errors;
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
      const _errs97 = errors;
      let valid31 = true;
      const _errs98 = errors;
      const _errs99 = errors;
      const _errs100 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing8;
        if (data18.filters === undefined && (missing8 = 'filters')) {
          const err208 = {};
          if (vErrors === null) {
            vErrors = [err208];
          } else {
            vErrors.push(err208);
          }
          errors++;
        }
      }
      var valid32 = _errs100 === errors;
      if (valid32) {
        const err209 = {};
        if (vErrors === null) {
          vErrors = [err209];
        } else {
          vErrors.push(err209);
        }
        errors++;
      } else {
        errors = _errs99;
        if (vErrors !== null) {
          if (_errs99) {
            vErrors.length = _errs99;
          } else {
            vErrors = null;
          }
        }
      }
      if (errors === _errs98) {
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          let missing9;
          if (data18.type === undefined && (missing9 = 'type')) {
            const err210 = {};
            if (vErrors === null) {
              vErrors = [err210];
            } else {
              vErrors.push(err210);
            }
            errors++;
          } else {
            if (data18.type !== undefined) {
              let data172 = data18.type;
              if (!(
                data172 === 'query' ||
                data172 === 'threshold' ||
                data172 === 'new_terms' ||
                data172 === 'threat_match'
              )) {
                const err211 = {};
                if (vErrors === null) {
                  vErrors = [err211];
                } else {
                  vErrors.push(err211);
                }
                errors++;
              }
            }
          }
        }
      }
      var _valid8 = _errs98 === errors;
      errors = _errs97;
      if (vErrors !== null) {
        if (_errs97) {
          vErrors.length = _errs97;
        } else {
          vErrors = null;
        }
      }
      if (_valid8) {
        const _errs102 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.query === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'query' });
            errors++;
          }
        }
        var _valid8 = _errs102 === errors;
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
      const _errs104 = errors;
      let valid34 = true;
      const _errs105 = errors;
      const _errs106 = errors;
      const _errs107 = errors;
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        let missing10;
        if (data18.new_terms_fields === undefined && (missing10 = 'new_terms_fields')) {
          const err214 = {};
          if (vErrors === null) {
            vErrors = [err214];
          } else {
            vErrors.push(err214);
          }
          errors++;
        }
      }
      var valid35 = _errs107 === errors;
      if (valid35) {
        const err215 = {};
        if (vErrors === null) {
          vErrors = [err215];
        } else {
          vErrors.push(err215);
        }
        errors++;
      } else {
        errors = _errs106;
        if (vErrors !== null) {
          if (_errs106) {
            vErrors.length = _errs106;
          } else {
            vErrors = null;
          }
        }
      }
      if (errors === _errs105) {
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          let missing11;
          if (data18.type === undefined && (missing11 = 'type')) {
            const err216 = {};
            if (vErrors === null) {
              vErrors = [err216];
            } else {
              vErrors.push(err216);
            }
            errors++;
          } else {
            if (data18.type !== undefined) {
              if ('new_terms' !== data18.type) {
                const err217 = {};
                if (vErrors === null) {
                  vErrors = [err217];
                } else {
                  vErrors.push(err217);
                }
                errors++;
              }
            }
          }
        }
      }
      var _valid9 = _errs105 === errors;
      errors = _errs104;
      if (vErrors !== null) {
        if (_errs104) {
          vErrors.length = _errs104;
        } else {
          vErrors = null;
        }
      }
      if (_valid9) {
        const _errs109 = errors;
        if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
          if (data18.new_terms === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'new_terms' });
            errors++;
          }
        }
        var _valid9 = _errs109 === errors;
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
      if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
        if (data18.rule_id === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'rule_id' });
          errors++;
        }
        if (data18.name === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'name' });
          errors++;
        }
        if (data18.description === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'description' });
          errors++;
        }
        if (data18.author === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'author' });
          errors++;
        }
        if (data18.severity === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'severity' });
          errors++;
        }
        if (data18.risk_score === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'risk_score' });
          errors++;
        }
        if (data18.type === undefined) {
          vErrors = note(vErrors, instancePath + '/rule', 'required', { missingProperty: 'type' });
          errors++;
        }
        for (const key2 in data18) {
          if (!func1.call(schema19.properties.rule.properties, key2)) {
            vErrors = note(vErrors, instancePath + '/rule', 'additionalProperties', { additionalProperty: key2 });
            errors++;
          }
        }
        if (data18.type !== undefined) {
          let data174 = data18.type;
          if (typeof data174 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/type', 'type', {});
            errors++;
          }
          if (!(
            data174 === 'query' ||
            data174 === 'saved_query' ||
            data174 === 'eql' ||
            data174 === 'esql' ||
            data174 === 'threshold' ||
            data174 === 'new_terms' ||
            data174 === 'threat_match' ||
            data174 === 'machine_learning'
          )) {
            vErrors = note(vErrors, instancePath + '/rule/type', 'enum', {});
            errors++;
          }
        }
        if (data18.rule_id !== undefined) {
          let data175 = data18.rule_id;
          if (typeof data175 === 'string') {
            if (!pattern11.test(data175)) {
              vErrors = note(vErrors, instancePath + '/rule/rule_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/rule_id', 'type', {});
            errors++;
          }
        }
        if (data18.name !== undefined) {
          let data176 = data18.name;
          if (typeof data176 === 'string') {
            if (!pattern6.test(data176)) {
              vErrors = note(vErrors, instancePath + '/rule/name', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/name', 'type', {});
            errors++;
          }
        }
        if (data18.description !== undefined) {
          let data177 = data18.description;
          if (typeof data177 === 'string') {
            if (!pattern6.test(data177)) {
              vErrors = note(vErrors, instancePath + '/rule/description', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/description', 'type', {});
            errors++;
          }
        }
        if (data18.author !== undefined) {
          let data178 = data18.author;
          if (Array.isArray(data178)) {
            const len2 = data178.length;
            for (let i2 = 0; i2 < len2; i2++) {
              if (typeof data178[i2] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/author/' + i2, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/author', 'type', {});
            errors++;
          }
        }
        if (data18.severity !== undefined) {
          let data180 = data18.severity;
          if (typeof data180 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/severity', 'type', {});
            errors++;
          }
          if (!(data180 === 'low' || data180 === 'medium' || data180 === 'high' || data180 === 'critical')) {
            vErrors = note(vErrors, instancePath + '/rule/severity', 'enum', {});
            errors++;
          }
        }
        if (data18.risk_score !== undefined) {
          let data181 = data18.risk_score;
          if (!(typeof data181 == 'number' && !(data181 % 1) && !isNaN(data181) && isFinite(data181))) {
            vErrors = note(vErrors, instancePath + '/rule/risk_score', 'type', {});
            errors++;
          }
          if (typeof data181 == 'number' && isFinite(data181)) {
            if (data181 > 100 || isNaN(data181)) {
              vErrors = note(vErrors, instancePath + '/rule/risk_score', 'maximum', { comparison: '<=', limit: 100 });
              errors++;
            }
            if (data181 < 0 || isNaN(data181)) {
              vErrors = note(vErrors, instancePath + '/rule/risk_score', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          }
        }
        if (data18.license !== undefined) {
          if (typeof data18.license !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/license', 'type', {});
            errors++;
          }
        }
        if (data18.enabled !== undefined) {
          if (typeof data18.enabled !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/rule/enabled', 'type', {});
            errors++;
          }
        }
        if (data18.from !== undefined) {
          let data184 = data18.from;
          if (typeof data184 === 'string') {
            if (!pattern14.test(data184)) {
              vErrors = note(vErrors, instancePath + '/rule/from', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/from', 'type', {});
            errors++;
          }
        }
        if (data18.to !== undefined) {
          let data185 = data18.to;
          if (typeof data185 === 'string') {
            if (!pattern14.test(data185)) {
              vErrors = note(vErrors, instancePath + '/rule/to', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/to', 'type', {});
            errors++;
          }
        }
        if (data18.interval !== undefined) {
          let data186 = data18.interval;
          if (typeof data186 === 'string') {
            if (!pattern16.test(data186)) {
              vErrors = note(vErrors, instancePath + '/rule/interval', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/interval', 'type', {});
            errors++;
          }
        }
        if (data18.max_signals !== undefined) {
          let data187 = data18.max_signals;
          if (!(typeof data187 == 'number' && !(data187 % 1) && !isNaN(data187) && isFinite(data187))) {
            vErrors = note(vErrors, instancePath + '/rule/max_signals', 'type', {});
            errors++;
          }
          if (typeof data187 == 'number' && isFinite(data187)) {
            if (data187 < 1 || isNaN(data187)) {
              vErrors = note(vErrors, instancePath + '/rule/max_signals', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data18.tags !== undefined) {
          let data188 = data18.tags;
          if (Array.isArray(data188)) {
            const len3 = data188.length;
            for (let i3 = 0; i3 < len3; i3++) {
              if (typeof data188[i3] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/tags/' + i3, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/tags', 'type', {});
            errors++;
          }
        }
        if (data18.references !== undefined) {
          let data190 = data18.references;
          if (Array.isArray(data190)) {
            const len4 = data190.length;
            for (let i4 = 0; i4 < len4; i4++) {
              if (typeof data190[i4] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/references/' + i4, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/references', 'type', {});
            errors++;
          }
        }
        if (data18.false_positives !== undefined) {
          let data192 = data18.false_positives;
          if (Array.isArray(data192)) {
            const len5 = data192.length;
            for (let i5 = 0; i5 < len5; i5++) {
              if (typeof data192[i5] !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/false_positives/' + i5, 'type', {});
                errors++;
              }
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/false_positives', 'type', {});
            errors++;
          }
        }
        if (data18.note !== undefined) {
          if (typeof data18.note !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/note', 'type', {});
            errors++;
          }
        }
        if (data18.setup !== undefined) {
          if (typeof data18.setup !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/setup', 'type', {});
            errors++;
          }
        }
        if (data18.threat !== undefined) {
          let data196 = data18.threat;
          if (Array.isArray(data196)) {
            const len6 = data196.length;
            for (let i6 = 0; i6 < len6; i6++) {
              if (
                !validate63(data196[i6], {
                  instancePath: instancePath + '/rule/threat/' + i6,
                  parentData: data196,
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
        if (data18.threat_mappings !== undefined) {
          let data198 = data18.threat_mappings;
          if (Array.isArray(data198)) {
            const len7 = data198.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data199 = data198[i7];
              if (data199 && typeof data199 == 'object' && !Array.isArray(data199)) {
                if (data199.framework === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'required', {
                    missingProperty: 'framework',
                  });
                  errors++;
                }
                if (data199.version === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'required', {
                    missingProperty: 'version',
                  });
                  errors++;
                }
                if (data199.threat === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'required', {
                    missingProperty: 'threat',
                  });
                  errors++;
                }
                for (const key3 in data199) {
                  if (!(key3 === 'framework' || key3 === 'version' || key3 === 'threat')) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7, 'additionalProperties', {
                      additionalProperty: key3,
                    });
                    errors++;
                  }
                }
                if (data199.framework !== undefined) {
                  let data200 = data199.framework;
                  if (typeof data200 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/framework', 'type', {});
                    errors++;
                  }
                  if (!(data200 === 'MITRE ATT&CK' || data200 === 'MITRE ATLAS')) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/framework', 'enum', {});
                    errors++;
                  }
                }
                if (data199.version !== undefined) {
                  let data201 = data199.version;
                  if (typeof data201 === 'string') {
                    if (!pattern6.test(data201)) {
                      vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/version', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mappings/' + i7 + '/version', 'type', {});
                    errors++;
                  }
                }
                if (data199.threat !== undefined) {
                  let data202 = data199.threat;
                  if (Array.isArray(data202)) {
                    const len8 = data202.length;
                    for (let i8 = 0; i8 < len8; i8++) {
                      if (
                        !validate63(data202[i8], {
                          instancePath: instancePath + '/rule/threat_mappings/' + i7 + '/threat/' + i8,
                          parentData: data202,
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
        if (data18.severity_mapping !== undefined) {
          let data204 = data18.severity_mapping;
          if (Array.isArray(data204)) {
            const len9 = data204.length;
            for (let i9 = 0; i9 < len9; i9++) {
              let data205 = data204[i9];
              if (data205 && typeof data205 == 'object' && !Array.isArray(data205)) {
                if (data205.field === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9, 'required', {
                    missingProperty: 'field',
                  });
                  errors++;
                }
                for (const key4 in data205) {
                  if (!(key4 === 'field' || key4 === 'operator' || key4 === 'value' || key4 === 'severity')) {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9, 'additionalProperties', {
                      additionalProperty: key4,
                    });
                    errors++;
                  }
                }
                if (data205.field !== undefined) {
                  if (typeof data205.field !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/field', 'type', {});
                    errors++;
                  }
                }
                if (data205.operator !== undefined) {
                  let data207 = data205.operator;
                  if (typeof data207 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/operator', 'type', {});
                    errors++;
                  }
                  if (!(data207 === 'equals')) {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/operator', 'enum', {});
                    errors++;
                  }
                }
                if (data205.value !== undefined) {
                  if (typeof data205.value !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/value', 'type', {});
                    errors++;
                  }
                }
                if (data205.severity !== undefined) {
                  let data209 = data205.severity;
                  if (typeof data209 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/severity_mapping/' + i9 + '/severity', 'type', {});
                    errors++;
                  }
                  if (!(data209 === 'low' || data209 === 'medium' || data209 === 'high' || data209 === 'critical')) {
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
        if (data18.risk_score_mapping !== undefined) {
          let data210 = data18.risk_score_mapping;
          if (Array.isArray(data210)) {
            const len10 = data210.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data211 = data210[i10];
              if (data211 && typeof data211 == 'object' && !Array.isArray(data211)) {
                if (data211.field === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10, 'required', {
                    missingProperty: 'field',
                  });
                  errors++;
                }
                for (const key5 in data211) {
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
                if (data211.field !== undefined) {
                  if (typeof data211.field !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/field', 'type', {});
                    errors++;
                  }
                }
                if (data211.operator !== undefined) {
                  let data213 = data211.operator;
                  if (typeof data213 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/operator', 'type', {});
                    errors++;
                  }
                  if (!(data213 === 'equals')) {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/operator', 'enum', {});
                    errors++;
                  }
                }
                if (data211.value !== undefined) {
                  if (typeof data211.value !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/value', 'type', {});
                    errors++;
                  }
                }
                if (data211.risk_score !== undefined) {
                  let data215 = data211.risk_score;
                  if (!(typeof data215 == 'number' && !(data215 % 1) && !isNaN(data215) && isFinite(data215))) {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/risk_score_mapping/' + i10 + '/risk_score',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (typeof data215 == 'number' && isFinite(data215)) {
                    if (data215 > 100 || isNaN(data215)) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/risk_score_mapping/' + i10 + '/risk_score',
                        'maximum',
                        { comparison: '<=', limit: 100 },
                      );
                      errors++;
                    }
                    if (data215 < 0 || isNaN(data215)) {
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
                if (data211.severity !== undefined) {
                  let data216 = data211.severity;
                  if (typeof data216 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/risk_score_mapping/' + i10 + '/severity', 'type', {});
                    errors++;
                  }
                  if (!(data216 === 'low' || data216 === 'medium' || data216 === 'high' || data216 === 'critical')) {
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
        if (data18.rule_name_override !== undefined) {
          if (typeof data18.rule_name_override !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/rule_name_override', 'type', {});
            errors++;
          }
        }
        if (data18.timestamp_override !== undefined) {
          if (typeof data18.timestamp_override !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_override', 'type', {});
            errors++;
          }
        }
        if (data18.timestamp_override_fallback_disabled !== undefined) {
          if (typeof data18.timestamp_override_fallback_disabled !== 'boolean') {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_override_fallback_disabled', 'type', {});
            errors++;
          }
        }
        if (data18.timeline_id !== undefined) {
          if (typeof data18.timeline_id !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/timeline_id', 'type', {});
            errors++;
          }
        }
        if (data18.timeline_title !== undefined) {
          if (typeof data18.timeline_title !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/timeline_title', 'type', {});
            errors++;
          }
        }
        if (data18.building_block_type !== undefined) {
          let data222 = data18.building_block_type;
          if (typeof data222 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/building_block_type', 'type', {});
            errors++;
          }
          if (!(data222 === 'default')) {
            vErrors = note(vErrors, instancePath + '/rule/building_block_type', 'enum', {});
            errors++;
          }
        }
        if (data18.exceptions_list !== undefined) {
          let data223 = data18.exceptions_list;
          if (Array.isArray(data223)) {
            const len11 = data223.length;
            for (let i11 = 0; i11 < len11; i11++) {
              let data224 = data223[i11];
              if (data224 && typeof data224 == 'object' && !Array.isArray(data224)) {
                if (data224.id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'id',
                  });
                  errors++;
                }
                if (data224.list_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'list_id',
                  });
                  errors++;
                }
                if (data224.type === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'type',
                  });
                  errors++;
                }
                if (data224.namespace_type === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11, 'required', {
                    missingProperty: 'namespace_type',
                  });
                  errors++;
                }
                for (const key6 in data224) {
                  if (!(key6 === 'id' || key6 === 'list_id' || key6 === 'type' || key6 === 'namespace_type')) {
                    if (typeof data224[key6] !== 'string') {
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
                if (data224.id !== undefined) {
                  let data226 = data224.id;
                  if (typeof data226 === 'string') {
                    if (!pattern6.test(data226)) {
                      vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/id', 'type', {});
                    errors++;
                  }
                }
                if (data224.list_id !== undefined) {
                  let data227 = data224.list_id;
                  if (typeof data227 === 'string') {
                    if (!pattern6.test(data227)) {
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
                if (data224.type !== undefined) {
                  let data228 = data224.type;
                  if (typeof data228 !== 'string') {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/type', 'type', {});
                    errors++;
                  }
                  if (!(
                    data228 === 'detection' ||
                    data228 === 'rule_default' ||
                    data228 === 'endpoint' ||
                    data228 === 'endpoint_trusted_apps' ||
                    data228 === 'endpoint_trusted_devices' ||
                    data228 === 'endpoint_events' ||
                    data228 === 'endpoint_host_isolation_exceptions' ||
                    data228 === 'endpoint_blocklists'
                  )) {
                    vErrors = note(vErrors, instancePath + '/rule/exceptions_list/' + i11 + '/type', 'enum', {});
                    errors++;
                  }
                }
                if (data224.namespace_type !== undefined) {
                  let data229 = data224.namespace_type;
                  if (typeof data229 !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/rule/exceptions_list/' + i11 + '/namespace_type',
                      'type',
                      {},
                    );
                    errors++;
                  }
                  if (!(data229 === 'single' || data229 === 'agnostic')) {
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
        if (data18.actions !== undefined) {
          let data230 = data18.actions;
          if (Array.isArray(data230)) {
            const len12 = data230.length;
            for (let i12 = 0; i12 < len12; i12++) {
              let data231 = data230[i12];
              if (data231 && typeof data231 == 'object' && !Array.isArray(data231)) {
                if (data231.action_type_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'required', {
                    missingProperty: 'action_type_id',
                  });
                  errors++;
                }
                if (data231.id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'required', { missingProperty: 'id' });
                  errors++;
                }
                if (data231.params === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/actions/' + i12, 'required', {
                    missingProperty: 'params',
                  });
                  errors++;
                }
                if (data231.action_type_id !== undefined) {
                  let data232 = data231.action_type_id;
                  if (typeof data232 === 'string') {
                    if (!pattern6.test(data232)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/action_type_id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/action_type_id', 'type', {});
                    errors++;
                  }
                }
                if (data231.id !== undefined) {
                  let data233 = data231.id;
                  if (typeof data233 === 'string') {
                    if (!pattern6.test(data233)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/id', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/id', 'type', {});
                    errors++;
                  }
                }
                if (data231.group !== undefined) {
                  let data234 = data231.group;
                  if (typeof data234 === 'string') {
                    if (!pattern6.test(data234)) {
                      vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/group', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/group', 'type', {});
                    errors++;
                  }
                }
                if (data231.params !== undefined) {
                  let data235 = data231.params;
                  if (!(data235 && typeof data235 == 'object' && !Array.isArray(data235))) {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/params', 'type', {});
                    errors++;
                  }
                }
                if (data231.frequency !== undefined) {
                  let data236 = data231.frequency;
                  if (!(data236 && typeof data236 == 'object' && !Array.isArray(data236))) {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/frequency', 'type', {});
                    errors++;
                  }
                }
                if (data231.alerts_filter !== undefined) {
                  let data237 = data231.alerts_filter;
                  if (!(data237 && typeof data237 == 'object' && !Array.isArray(data237))) {
                    vErrors = note(vErrors, instancePath + '/rule/actions/' + i12 + '/alerts_filter', 'type', {});
                    errors++;
                  }
                }
                if (data231.uuid !== undefined) {
                  let data238 = data231.uuid;
                  if (typeof data238 === 'string') {
                    if (!pattern6.test(data238)) {
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
        if (data18.response_actions !== undefined) {
          let data239 = data18.response_actions;
          if (Array.isArray(data239)) {
            const len13 = data239.length;
            for (let i13 = 0; i13 < len13; i13++) {
              let data240 = data239[i13];
              if (data240 && typeof data240 == 'object' && !Array.isArray(data240)) {
                if (data240.action_type_id === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/response_actions/' + i13, 'required', {
                    missingProperty: 'action_type_id',
                  });
                  errors++;
                }
                if (data240.params === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/response_actions/' + i13, 'required', {
                    missingProperty: 'params',
                  });
                  errors++;
                }
                if (data240.action_type_id !== undefined) {
                  let data241 = data240.action_type_id;
                  if (typeof data241 === 'string') {
                    if (!pattern6.test(data241)) {
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
                if (data240.params !== undefined) {
                  let data242 = data240.params;
                  if (!(data242 && typeof data242 == 'object' && !Array.isArray(data242))) {
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
        if (data18.investigation_fields !== undefined) {
          let data243 = data18.investigation_fields;
          if (data243 && typeof data243 == 'object' && !Array.isArray(data243)) {
            if (data243.field_names === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/investigation_fields', 'required', {
                missingProperty: 'field_names',
              });
              errors++;
            }
            for (const key7 in data243) {
              if (!(key7 === 'field_names')) {
                vErrors = note(vErrors, instancePath + '/rule/investigation_fields', 'additionalProperties', {
                  additionalProperty: key7,
                });
                errors++;
              }
            }
            if (data243.field_names !== undefined) {
              let data244 = data243.field_names;
              if (Array.isArray(data244)) {
                if (data244.length < 1) {
                  vErrors = note(vErrors, instancePath + '/rule/investigation_fields/field_names', 'minItems', {
                    limit: 1,
                  });
                  errors++;
                }
                const len14 = data244.length;
                for (let i14 = 0; i14 < len14; i14++) {
                  let data245 = data244[i14];
                  if (typeof data245 === 'string') {
                    if (!pattern6.test(data245)) {
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
        if (data18.related_integrations !== undefined) {
          let data246 = data18.related_integrations;
          if (Array.isArray(data246)) {
            const len15 = data246.length;
            for (let i15 = 0; i15 < len15; i15++) {
              let data247 = data246[i15];
              if (data247 && typeof data247 == 'object' && !Array.isArray(data247)) {
                if (data247.package === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/related_integrations/' + i15, 'required', {
                    missingProperty: 'package',
                  });
                  errors++;
                }
                if (data247.version === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/related_integrations/' + i15, 'required', {
                    missingProperty: 'version',
                  });
                  errors++;
                }
                for (const key8 in data247) {
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
                if (data247.package !== undefined) {
                  let data248 = data247.package;
                  if (typeof data248 === 'string') {
                    if (!pattern6.test(data248)) {
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
                if (data247.version !== undefined) {
                  let data249 = data247.version;
                  if (typeof data249 === 'string') {
                    if (!pattern6.test(data249)) {
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
                if (data247.integration !== undefined) {
                  let data250 = data247.integration;
                  if (typeof data250 === 'string') {
                    if (!pattern6.test(data250)) {
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
        if (data18.required_fields !== undefined) {
          let data251 = data18.required_fields;
          if (Array.isArray(data251)) {
            const len16 = data251.length;
            for (let i16 = 0; i16 < len16; i16++) {
              let data252 = data251[i16];
              if (data252 && typeof data252 == 'object' && !Array.isArray(data252)) {
                if (data252.name === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'required', {
                    missingProperty: 'name',
                  });
                  errors++;
                }
                if (data252.type === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'required', {
                    missingProperty: 'type',
                  });
                  errors++;
                }
                for (const key9 in data252) {
                  if (!(key9 === 'name' || key9 === 'type' || key9 === 'ecs')) {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16, 'additionalProperties', {
                      additionalProperty: key9,
                    });
                    errors++;
                  }
                }
                if (data252.name !== undefined) {
                  let data253 = data252.name;
                  if (typeof data253 === 'string') {
                    if (!pattern6.test(data253)) {
                      vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/name', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/name', 'type', {});
                    errors++;
                  }
                }
                if (data252.type !== undefined) {
                  let data254 = data252.type;
                  if (typeof data254 === 'string') {
                    if (!pattern6.test(data254)) {
                      vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/type', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/rule/required_fields/' + i16 + '/type', 'type', {});
                    errors++;
                  }
                }
                if (data252.ecs !== undefined) {
                  if (typeof data252.ecs !== 'boolean') {
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
        if (data18.throttle !== undefined) {
          if (typeof data18.throttle !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/throttle', 'type', {});
            errors++;
          }
        }
        if (data18.meta !== undefined) {
          let data257 = data18.meta;
          if (!(data257 && typeof data257 == 'object' && !Array.isArray(data257))) {
            vErrors = note(vErrors, instancePath + '/rule/meta', 'type', {});
            errors++;
          }
        }
        if (data18.namespace !== undefined) {
          if (typeof data18.namespace !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/namespace', 'type', {});
            errors++;
          }
        }
        if (data18.output_index !== undefined) {
          if (typeof data18.output_index !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/output_index', 'type', {});
            errors++;
          }
        }
        if (data18.version !== undefined) {
          let data260 = data18.version;
          if (!(typeof data260 == 'number' && !(data260 % 1) && !isNaN(data260) && isFinite(data260))) {
            vErrors = note(vErrors, instancePath + '/rule/version', 'type', {});
            errors++;
          }
          if (typeof data260 == 'number' && isFinite(data260)) {
            if (data260 < 1 || isNaN(data260)) {
              vErrors = note(vErrors, instancePath + '/rule/version', 'minimum', { comparison: '>=', limit: 1 });
              errors++;
            }
          }
        }
        if (data18.revision !== undefined) {
          let data261 = data18.revision;
          if (!(typeof data261 == 'number' && !(data261 % 1) && !isNaN(data261) && isFinite(data261))) {
            vErrors = note(vErrors, instancePath + '/rule/revision', 'type', {});
            errors++;
          }
          if (typeof data261 == 'number' && isFinite(data261)) {
            if (data261 < 0 || isNaN(data261)) {
              vErrors = note(vErrors, instancePath + '/rule/revision', 'minimum', { comparison: '>=', limit: 0 });
              errors++;
            }
          }
        }
        if (data18.language !== undefined) {
          let data262 = data18.language;
          if (typeof data262 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/language', 'type', {});
            errors++;
          }
          if (!(data262 === 'kuery' || data262 === 'lucene' || data262 === 'eql' || data262 === 'esql')) {
            vErrors = note(vErrors, instancePath + '/rule/language', 'enum', {});
            errors++;
          }
        }
        if (data18.query !== undefined) {
          if (typeof data18.query !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/query', 'type', {});
            errors++;
          }
        }
        if (data18.index !== undefined) {
          let data264 = data18.index;
          if (Array.isArray(data264)) {
            if (data264.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/index', 'minItems', { limit: 1 });
              errors++;
            }
            const len17 = data264.length;
            for (let i17 = 0; i17 < len17; i17++) {
              let data265 = data264[i17];
              if (typeof data265 === 'string') {
                if (!pattern6.test(data265)) {
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
        if (data18.data_view_id !== undefined) {
          let data266 = data18.data_view_id;
          if (typeof data266 === 'string') {
            if (!pattern6.test(data266)) {
              vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/data_view_id', 'type', {});
            errors++;
          }
        }
        if (data18.filters !== undefined) {
          let data267 = data18.filters;
          if (Array.isArray(data267)) {
            const len18 = data267.length;
            for (let i18 = 0; i18 < len18; i18++) {
              let data268 = data267[i18];
              if (data268 && typeof data268 == 'object' && !Array.isArray(data268)) {
                if (data268.meta !== undefined) {
                  let data269 = data268.meta;
                  if (!(data269 && typeof data269 == 'object' && !Array.isArray(data269))) {
                    vErrors = note(vErrors, instancePath + '/rule/filters/' + i18 + '/meta', 'type', {});
                    errors++;
                  }
                }
                if (data268.query !== undefined) {
                  let data270 = data268.query;
                  if (!(data270 && typeof data270 == 'object' && !Array.isArray(data270))) {
                    vErrors = note(vErrors, instancePath + '/rule/filters/' + i18 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data268.$state !== undefined) {
                  let data271 = data268.$state;
                  if (!(data271 && typeof data271 == 'object' && !Array.isArray(data271))) {
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
        if (data18.saved_id !== undefined) {
          let data272 = data18.saved_id;
          if (typeof data272 === 'string') {
            if (!pattern6.test(data272)) {
              vErrors = note(vErrors, instancePath + '/rule/saved_id', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/saved_id', 'type', {});
            errors++;
          }
        }
        if (data18.alert_suppression !== undefined) {
          let data273 = data18.alert_suppression;
          if (!(data273 && typeof data273 == 'object' && !Array.isArray(data273))) {
            vErrors = note(vErrors, instancePath + '/rule/alert_suppression', 'type', {});
            errors++;
          }
        }
        if (data18.timestamp_field !== undefined) {
          let data274 = data18.timestamp_field;
          if (typeof data274 === 'string') {
            if (!pattern6.test(data274)) {
              vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/timestamp_field', 'type', {});
            errors++;
          }
        }
        if (data18.event_category_override !== undefined) {
          let data275 = data18.event_category_override;
          if (typeof data275 === 'string') {
            if (!pattern6.test(data275)) {
              vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/event_category_override', 'type', {});
            errors++;
          }
        }
        if (data18.tiebreaker_field !== undefined) {
          let data276 = data18.tiebreaker_field;
          if (typeof data276 === 'string') {
            if (!pattern6.test(data276)) {
              vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/tiebreaker_field', 'type', {});
            errors++;
          }
        }
        if (data18.threshold !== undefined) {
          let data277 = data18.threshold;
          if (data277 && typeof data277 == 'object' && !Array.isArray(data277)) {
            if (data277.field === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/threshold', 'required', { missingProperty: 'field' });
              errors++;
            }
            if (data277.value === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/threshold', 'required', { missingProperty: 'value' });
              errors++;
            }
            for (const key10 in data277) {
              if (!(key10 === 'field' || key10 === 'value' || key10 === 'cardinality')) {
                vErrors = note(vErrors, instancePath + '/rule/threshold', 'additionalProperties', {
                  additionalProperty: key10,
                });
                errors++;
              }
            }
            if (data277.field !== undefined) {
              let data278 = data277.field;
              if (Array.isArray(data278)) {
                if (data278.length > 5) {
                  vErrors = note(vErrors, instancePath + '/rule/threshold/field', 'maxItems', { limit: 5 });
                  errors++;
                }
                const len19 = data278.length;
                for (let i19 = 0; i19 < len19; i19++) {
                  let data279 = data278[i19];
                  if (typeof data279 === 'string') {
                    if (!pattern6.test(data279)) {
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
            if (data277.value !== undefined) {
              let data280 = data277.value;
              if (!(typeof data280 == 'number' && !(data280 % 1) && !isNaN(data280) && isFinite(data280))) {
                vErrors = note(vErrors, instancePath + '/rule/threshold/value', 'type', {});
                errors++;
              }
              if (typeof data280 == 'number' && isFinite(data280)) {
                if (data280 < 1 || isNaN(data280)) {
                  vErrors = note(vErrors, instancePath + '/rule/threshold/value', 'minimum', {
                    comparison: '>=',
                    limit: 1,
                  });
                  errors++;
                }
              }
            }
            if (data277.cardinality !== undefined) {
              let data281 = data277.cardinality;
              if (Array.isArray(data281)) {
                const len20 = data281.length;
                for (let i20 = 0; i20 < len20; i20++) {
                  let data282 = data281[i20];
                  if (data282 && typeof data282 == 'object' && !Array.isArray(data282)) {
                    if (data282.field === undefined) {
                      vErrors = note(vErrors, instancePath + '/rule/threshold/cardinality/' + i20, 'required', {
                        missingProperty: 'field',
                      });
                      errors++;
                    }
                    if (data282.value === undefined) {
                      vErrors = note(vErrors, instancePath + '/rule/threshold/cardinality/' + i20, 'required', {
                        missingProperty: 'value',
                      });
                      errors++;
                    }
                    for (const key11 in data282) {
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
                    if (data282.field !== undefined) {
                      let data283 = data282.field;
                      if (typeof data283 === 'string') {
                        if (!pattern6.test(data283)) {
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
                    if (data282.value !== undefined) {
                      let data284 = data282.value;
                      if (!(typeof data284 == 'number' && !(data284 % 1) && !isNaN(data284) && isFinite(data284))) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/threshold/cardinality/' + i20 + '/value',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (typeof data284 == 'number' && isFinite(data284)) {
                        if (data284 < 1 || isNaN(data284)) {
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
        if (data18.new_terms !== undefined) {
          let data285 = data18.new_terms;
          if (data285 && typeof data285 == 'object' && !Array.isArray(data285)) {
            if (data285.field === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms', 'required', { missingProperty: 'field' });
              errors++;
            }
            if (data285.value === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms', 'required', { missingProperty: 'value' });
              errors++;
            }
            if (data285.history_window_start === undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms', 'required', {
                missingProperty: 'history_window_start',
              });
              errors++;
            }
            for (const key12 in data285) {
              if (!(key12 === 'field' || key12 === 'value' || key12 === 'history_window_start')) {
                vErrors = note(vErrors, instancePath + '/rule/new_terms', 'additionalProperties', {
                  additionalProperty: key12,
                });
                errors++;
              }
            }
            if (data285.field !== undefined) {
              let data286 = data285.field;
              if (typeof data286 !== 'string') {
                vErrors = note(vErrors, instancePath + '/rule/new_terms/field', 'type', {});
                errors++;
              }
              if (!(data286 === 'new_terms_fields')) {
                vErrors = note(vErrors, instancePath + '/rule/new_terms/field', 'enum', {});
                errors++;
              }
            }
            if (data285.value !== undefined) {
              let data287 = data285.value;
              if (Array.isArray(data287)) {
                if (data287.length > 3) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/value', 'maxItems', { limit: 3 });
                  errors++;
                }
                if (data287.length < 1) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/value', 'minItems', { limit: 1 });
                  errors++;
                }
                const len21 = data287.length;
                for (let i21 = 0; i21 < len21; i21++) {
                  let data288 = data287[i21];
                  if (typeof data288 === 'string') {
                    if (!pattern6.test(data288)) {
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
            if (data285.history_window_start !== undefined) {
              let data289 = data285.history_window_start;
              if (Array.isArray(data289)) {
                if (data289.length > 1) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/history_window_start', 'maxItems', {
                    limit: 1,
                  });
                  errors++;
                }
                if (data289.length < 1) {
                  vErrors = note(vErrors, instancePath + '/rule/new_terms/history_window_start', 'minItems', {
                    limit: 1,
                  });
                  errors++;
                }
                const len22 = data289.length;
                for (let i22 = 0; i22 < len22; i22++) {
                  let data290 = data289[i22];
                  if (data290 && typeof data290 == 'object' && !Array.isArray(data290)) {
                    if (data290.field === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/new_terms/history_window_start/' + i22,
                        'required',
                        { missingProperty: 'field' },
                      );
                      errors++;
                    }
                    if (data290.value === undefined) {
                      vErrors = note(
                        vErrors,
                        instancePath + '/rule/new_terms/history_window_start/' + i22,
                        'required',
                        { missingProperty: 'value' },
                      );
                      errors++;
                    }
                    for (const key13 in data290) {
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
                    if (data290.field !== undefined) {
                      let data291 = data290.field;
                      if (typeof data291 !== 'string') {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/new_terms/history_window_start/' + i22 + '/field',
                          'type',
                          {},
                        );
                        errors++;
                      }
                      if (!(data291 === 'history_window_start')) {
                        vErrors = note(
                          vErrors,
                          instancePath + '/rule/new_terms/history_window_start/' + i22 + '/field',
                          'enum',
                          {},
                        );
                        errors++;
                      }
                    }
                    if (data290.value !== undefined) {
                      let data292 = data290.value;
                      if (typeof data292 === 'string') {
                        if (!pattern14.test(data292)) {
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
        if (data18.new_terms_fields !== undefined) {
          let data293 = data18.new_terms_fields;
          if (Array.isArray(data293)) {
            if (data293.length > 3) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'maxItems', { limit: 3 });
              errors++;
            }
            if (data293.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'minItems', { limit: 1 });
              errors++;
            }
            const len23 = data293.length;
            for (let i23 = 0; i23 < len23; i23++) {
              let data294 = data293[i23];
              if (typeof data294 === 'string') {
                if (!pattern6.test(data294)) {
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
        if (data18.history_window_start !== undefined) {
          let data295 = data18.history_window_start;
          if (typeof data295 === 'string') {
            if (!pattern14.test(data295)) {
              vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/history_window_start', 'type', {});
            errors++;
          }
        }
        if (data18.threat_index !== undefined) {
          let data296 = data18.threat_index;
          if (Array.isArray(data296)) {
            if (data296.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/threat_index', 'minItems', { limit: 1 });
              errors++;
            }
            const len24 = data296.length;
            for (let i24 = 0; i24 < len24; i24++) {
              let data297 = data296[i24];
              if (typeof data297 === 'string') {
                if (!pattern6.test(data297)) {
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
        if (data18.threat_mapping !== undefined) {
          let data298 = data18.threat_mapping;
          if (Array.isArray(data298)) {
            if (data298.length < 1) {
              vErrors = note(vErrors, instancePath + '/rule/threat_mapping', 'minItems', { limit: 1 });
              errors++;
            }
            const len25 = data298.length;
            for (let i25 = 0; i25 < len25; i25++) {
              let data299 = data298[i25];
              if (data299 && typeof data299 == 'object' && !Array.isArray(data299)) {
                if (data299.entries === undefined) {
                  vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25, 'required', {
                    missingProperty: 'entries',
                  });
                  errors++;
                }
                for (const key14 in data299) {
                  if (!(key14 === 'entries')) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25, 'additionalProperties', {
                      additionalProperty: key14,
                    });
                    errors++;
                  }
                }
                if (data299.entries !== undefined) {
                  let data300 = data299.entries;
                  if (Array.isArray(data300)) {
                    if (data300.length < 1) {
                      vErrors = note(vErrors, instancePath + '/rule/threat_mapping/' + i25 + '/entries', 'minItems', {
                        limit: 1,
                      });
                      errors++;
                    }
                    const len26 = data300.length;
                    for (let i26 = 0; i26 < len26; i26++) {
                      let data301 = data300[i26];
                      if (data301 && typeof data301 == 'object' && !Array.isArray(data301)) {
                        if (data301.field === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                            'required',
                            { missingProperty: 'field' },
                          );
                          errors++;
                        }
                        if (data301.type === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                            'required',
                            { missingProperty: 'type' },
                          );
                          errors++;
                        }
                        if (data301.value === undefined) {
                          vErrors = note(
                            vErrors,
                            instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26,
                            'required',
                            { missingProperty: 'value' },
                          );
                          errors++;
                        }
                        for (const key15 in data301) {
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
                        if (data301.field !== undefined) {
                          let data302 = data301.field;
                          if (typeof data302 === 'string') {
                            if (!pattern6.test(data302)) {
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
                        if (data301.type !== undefined) {
                          let data303 = data301.type;
                          if (typeof data303 !== 'string') {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/type',
                              'type',
                              {},
                            );
                            errors++;
                          }
                          if (!(data303 === 'mapping')) {
                            vErrors = note(
                              vErrors,
                              instancePath + '/rule/threat_mapping/' + i25 + '/entries/' + i26 + '/type',
                              'enum',
                              {},
                            );
                            errors++;
                          }
                        }
                        if (data301.value !== undefined) {
                          let data304 = data301.value;
                          if (typeof data304 === 'string') {
                            if (!pattern6.test(data304)) {
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
                        if (data301.negate !== undefined) {
                          if (typeof data301.negate !== 'boolean') {
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
        if (data18.threat_query !== undefined) {
          if (typeof data18.threat_query !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/threat_query', 'type', {});
            errors++;
          }
        }
        if (data18.threat_language !== undefined) {
          let data307 = data18.threat_language;
          if (typeof data307 !== 'string') {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'type', {});
            errors++;
          }
          if (!(data307 === 'kuery' || data307 === 'lucene')) {
            vErrors = note(vErrors, instancePath + '/rule/threat_language', 'enum', {});
            errors++;
          }
        }
        if (data18.threat_filters !== undefined) {
          let data308 = data18.threat_filters;
          if (Array.isArray(data308)) {
            const len27 = data308.length;
            for (let i27 = 0; i27 < len27; i27++) {
              let data309 = data308[i27];
              if (data309 && typeof data309 == 'object' && !Array.isArray(data309)) {
                if (data309.meta !== undefined) {
                  let data310 = data309.meta;
                  if (!(data310 && typeof data310 == 'object' && !Array.isArray(data310))) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_filters/' + i27 + '/meta', 'type', {});
                    errors++;
                  }
                }
                if (data309.query !== undefined) {
                  let data311 = data309.query;
                  if (!(data311 && typeof data311 == 'object' && !Array.isArray(data311))) {
                    vErrors = note(vErrors, instancePath + '/rule/threat_filters/' + i27 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data309.$state !== undefined) {
                  let data312 = data309.$state;
                  if (!(data312 && typeof data312 == 'object' && !Array.isArray(data312))) {
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
        if (data18.threat_indicator_path !== undefined) {
          let data313 = data18.threat_indicator_path;
          if (typeof data313 === 'string') {
            if (!pattern6.test(data313)) {
              vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'pattern', {});
              errors++;
            }
          } else {
            vErrors = note(vErrors, instancePath + '/rule/threat_indicator_path', 'type', {});
            errors++;
          }
        }
        if (data18.concurrent_searches !== undefined) {
          let data314 = data18.concurrent_searches;
          if (!(typeof data314 == 'number' && !(data314 % 1) && !isNaN(data314) && isFinite(data314))) {
            vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'type', {});
            errors++;
          }
          if (typeof data314 == 'number' && isFinite(data314)) {
            if (data314 < 1 || isNaN(data314)) {
              vErrors = note(vErrors, instancePath + '/rule/concurrent_searches', 'minimum', {
                comparison: '>=',
                limit: 1,
              });
              errors++;
            }
          }
        }
        if (data18.items_per_search !== undefined) {
          let data315 = data18.items_per_search;
          if (!(typeof data315 == 'number' && !(data315 % 1) && !isNaN(data315) && isFinite(data315))) {
            vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'type', {});
            errors++;
          }
          if (typeof data315 == 'number' && isFinite(data315)) {
            if (data315 < 1 || isNaN(data315)) {
              vErrors = note(vErrors, instancePath + '/rule/items_per_search', 'minimum', {
                comparison: '>=',
                limit: 1,
              });
              errors++;
            }
          }
        }
        if (data18.anomaly_threshold !== undefined) {
          let data316 = data18.anomaly_threshold;
          if (!(typeof data316 == 'number' && !(data316 % 1) && !isNaN(data316) && isFinite(data316))) {
            vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'type', {});
            errors++;
          }
          if (typeof data316 == 'number' && isFinite(data316)) {
            if (data316 > 100 || isNaN(data316)) {
              vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'maximum', {
                comparison: '<=',
                limit: 100,
              });
              errors++;
            }
            if (data316 < 0 || isNaN(data316)) {
              vErrors = note(vErrors, instancePath + '/rule/anomaly_threshold', 'minimum', {
                comparison: '>=',
                limit: 0,
              });
              errors++;
            }
          }
        }
        if (data18.machine_learning_job_id !== undefined) {
          let data317 = data18.machine_learning_job_id;
          if (typeof data317 !== 'string' && !Array.isArray(data317)) {
            vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'type', {});
            errors++;
          }
          if (typeof data317 === 'string') {
            if (!pattern6.test(data317)) {
              vErrors = note(vErrors, instancePath + '/rule/machine_learning_job_id', 'pattern', {});
              errors++;
            }
          }
          if (Array.isArray(data317)) {
            const len28 = data317.length;
            for (let i28 = 0; i28 < len28; i28++) {
              let data318 = data317[i28];
              if (typeof data318 === 'string') {
                if (!pattern6.test(data318)) {
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
        if (data18.new_terms_fields !== undefined) {
          if (data18.history_window_start === undefined) {
            vErrors = note(vErrors, instancePath + '/rule', 'dependentRequired', {
              missingProperty: 'history_window_start',
            });
            errors++;
          }
        }
        if (data18.data_view_id !== undefined) {
          if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
            if (data18.index !== undefined) {
              vErrors = note(vErrors, instancePath + '/rule/index', 'false schema', {});
              errors++;
            }
          }
        }
        if (data18.new_terms !== undefined) {
          if (data18 && typeof data18 == 'object' && !Array.isArray(data18)) {
            if (data18.new_terms_fields !== undefined) {
              vErrors = note(vErrors, instancePath + '/rule/new_terms_fields', 'false schema', {});
              errors++;
            }
            if (data18.history_window_start !== undefined) {
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
      let data322 = data.transform;
      if (data322 && typeof data322 == 'object' && !Array.isArray(data322)) {
        for (const key16 in data322) {
          if (!(key16 === 'osquery' || key16 === 'investigate')) {
            vErrors = note(vErrors, instancePath + '/transform', 'additionalProperties', { additionalProperty: key16 });
            errors++;
          }
        }
        if (data322.osquery !== undefined) {
          let data323 = data322.osquery;
          if (Array.isArray(data323)) {
            const len29 = data323.length;
            for (let i29 = 0; i29 < len29; i29++) {
              let data324 = data323[i29];
              if (data324 && typeof data324 == 'object' && !Array.isArray(data324)) {
                if (data324.label === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'required', {
                    missingProperty: 'label',
                  });
                  errors++;
                }
                if (data324.query === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'required', {
                    missingProperty: 'query',
                  });
                  errors++;
                }
                for (const key17 in data324) {
                  if (!(key17 === 'label' || key17 === 'query' || key17 === 'ecs_mapping')) {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29, 'additionalProperties', {
                      additionalProperty: key17,
                    });
                    errors++;
                  }
                }
                if (data324.label !== undefined) {
                  let data325 = data324.label;
                  if (typeof data325 === 'string') {
                    if (!pattern6.test(data325)) {
                      vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/label', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/label', 'type', {});
                    errors++;
                  }
                }
                if (data324.query !== undefined) {
                  let data326 = data324.query;
                  if (typeof data326 === 'string') {
                    if (!pattern6.test(data326)) {
                      vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/query', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/osquery/' + i29 + '/query', 'type', {});
                    errors++;
                  }
                }
                if (data324.ecs_mapping !== undefined) {
                  let data327 = data324.ecs_mapping;
                  if (!(data327 && typeof data327 == 'object' && !Array.isArray(data327))) {
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
        if (data322.investigate !== undefined) {
          let data328 = data322.investigate;
          if (Array.isArray(data328)) {
            const len30 = data328.length;
            for (let i30 = 0; i30 < len30; i30++) {
              let data329 = data328[i30];
              if (data329 && typeof data329 == 'object' && !Array.isArray(data329)) {
                if (data329.label === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30, 'required', {
                    missingProperty: 'label',
                  });
                  errors++;
                }
                if (data329.providers === undefined) {
                  vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30, 'required', {
                    missingProperty: 'providers',
                  });
                  errors++;
                }
                for (const key18 in data329) {
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
                if (data329.label !== undefined) {
                  let data330 = data329.label;
                  if (typeof data330 === 'string') {
                    if (!pattern6.test(data330)) {
                      vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30 + '/label', 'pattern', {});
                      errors++;
                    }
                  } else {
                    vErrors = note(vErrors, instancePath + '/transform/investigate/' + i30 + '/label', 'type', {});
                    errors++;
                  }
                }
                if (data329.description !== undefined) {
                  if (typeof data329.description !== 'string') {
                    vErrors = note(
                      vErrors,
                      instancePath + '/transform/investigate/' + i30 + '/description',
                      'type',
                      {},
                    );
                    errors++;
                  }
                }
                if (data329.providers !== undefined) {
                  let data332 = data329.providers;
                  if (Array.isArray(data332)) {
                    const len31 = data332.length;
                    for (let i31 = 0; i31 < len31; i31++) {
                      let data333 = data332[i31];
                      if (Array.isArray(data333)) {
                        const len32 = data333.length;
                        for (let i32 = 0; i32 < len32; i32++) {
                          let data334 = data333[i32];
                          if (data334 && typeof data334 == 'object' && !Array.isArray(data334)) {
                            if (data334.excluded === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'excluded' },
                              );
                              errors++;
                            }
                            if (data334.field === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'field' },
                              );
                              errors++;
                            }
                            if (data334.queryType === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'queryType' },
                              );
                              errors++;
                            }
                            if (data334.value === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'value' },
                              );
                              errors++;
                            }
                            if (data334.valueType === undefined) {
                              vErrors = note(
                                vErrors,
                                instancePath + '/transform/investigate/' + i30 + '/providers/' + i31 + '/' + i32,
                                'required',
                                { missingProperty: 'valueType' },
                              );
                              errors++;
                            }
                            for (const key19 in data334) {
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
                            if (data334.excluded !== undefined) {
                              if (typeof data334.excluded !== 'boolean') {
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
                            if (data334.field !== undefined) {
                              let data336 = data334.field;
                              if (typeof data336 === 'string') {
                                if (!pattern6.test(data336)) {
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
                            if (data334.queryType !== undefined) {
                              let data337 = data334.queryType;
                              if (typeof data337 !== 'string') {
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
                              if (!(data337 === 'phrase' || data337 === 'range')) {
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
                            if (data334.value !== undefined) {
                              if (typeof data334.value !== 'string') {
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
                            if (data334.valueType !== undefined) {
                              let data339 = data334.valueType;
                              if (typeof data339 !== 'string') {
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
                              if (!(data339 === 'string' || data339 === 'boolean')) {
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
                if (data329.relativeFrom !== undefined) {
                  let data340 = data329.relativeFrom;
                  if (typeof data340 === 'string') {
                    if (!pattern6.test(data340)) {
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
                if (data329.relativeTo !== undefined) {
                  let data341 = data329.relativeTo;
                  if (typeof data341 === 'string') {
                    if (!pattern6.test(data341)) {
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
const pattern64 = new RegExp('^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$', 'u');
const pattern73 = new RegExp('^(TA\\d{4}|T\\d{4}(\\.\\d{3})?|AML\\.TA?\\d{4}(\\.\\d{3})?)$', 'u');
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
            if (!pattern64.test(data1)) {
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
                if (!pattern73.test(data15)) {
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
const pattern118 = new RegExp('^[0-9]+\\.[0-9]+(\\.[0-9]+)?$', 'u');
const pattern121 = new RegExp('^https?://\\S+$', 'u');
const pattern124 = new RegExp('^https?://[^\\s@]+$', 'u');
const pattern125 = new RegExp('^[a-z0-9_-]+$', 'u');
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
            if (!pattern118.test(data7)) {
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
            if (!pattern121.test(data15)) {
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
                if (!pattern124.test(data28)) {
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
                if (!pattern125.test(data29)) {
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
                if (!pattern124.test(data30)) {
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
const pattern136 = new RegExp('^[0-9a-f]{64}$', 'u');
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
            if (!pattern136.test(data2)) {
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
                    if (!pattern136.test(data9)) {
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
