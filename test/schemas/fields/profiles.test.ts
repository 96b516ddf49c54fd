import { describe, expect, it } from 'vitest';
import { fieldTypes } from '../../../src/schemas/fields/catalogue.js';
import { ecsCatalogue } from '../../../src/schemas/fields/ecs.js';
import { catalogueOf, isProfile, PROFILE_NAMES, profilesOf } from '../../../src/schemas/fields/profiles.js';
import { toIndexDefinition } from '../../../src/schemas/fields/to-index-definition.js';
import type { JsonObject, JsonValue } from '../../../src/values/json.js';

const at = (object: JsonValue | undefined, path: string): JsonValue | undefined =>
  path.split('.').reduce<JsonValue | undefined>((value, key) => (value as JsonObject | undefined)?.[key], object);

describe('the catalogue of ECS', () => {
  it('has types, limits and multi-fields', () => {
    const types = fieldTypes(ecsCatalogue());
    expect(types.get('source.ip')).toBe('ip');
    expect(types.get('@timestamp')).toBe('date');
    expect(types.get('process.command_line')).toBe('wildcard');
    expect(types.get('process.command_line.text')).toBe('match_only_text');
    expect(ecsCatalogue().get('event.action')).toMatchObject({ type: 'keyword', ignore_above: 1024 });
  });
});

describe('profiles', () => {
  it('add to ECS', () => {
    const trail = fieldTypes(catalogueOf(['aws.cloudtrail']));
    expect(trail.get('aws.cloudtrail.request_parameters.text')).toBe('text');
    expect(trail.get('aws.cloudtrail.flattened.request_parameters')).toBe('flattened');
    expect(trail.get('source.ip')).toBe('ip');
    expect(catalogueOf(['aws.cloudtrail']).get('aws.cloudtrail.response_elements')).toMatchObject({ ignore_above: 8191 });
    expect(fieldTypes(catalogueOf(['windows'])).get('winlog.event_data.SubjectUserSid')).toBe('keyword');
    expect(fieldTypes(catalogueOf(['auditd_manager.auditd'])).get('auditd.data.syscall')).toBe('keyword');
    expect(fieldTypes(catalogueOf(['endpoint'])).get('process.Ext.token.integrity_level_name')).toBe('keyword');
  });

  it('are named, and chosen by index', () => {
    expect(PROFILE_NAMES).toContain('ecs');
    expect([isProfile('aws.cloudtrail'), isProfile('endpoint.events.process'), isProfile('constructor')]).toEqual([true, true, false]);
    expect(profilesOf('logs-aws.cloudtrail-default')).toEqual(['aws.cloudtrail']);
    expect(profilesOf('logs-endpoint.events.process-default')).toEqual(['endpoint']);
    expect(profilesOf('winlogbeat-8.19')).toEqual(['windows']);
    expect(profilesOf('logs-system.security-default')).toEqual(['system.security']);
    expect(profilesOf('logs-auditd_manager.auditd-default')).toEqual(['auditd_manager.auditd']);
    expect(profilesOf('logs-other-default')).toEqual(['ecs']);
  });

  it('become a mapping with objects, multi-fields and room for all fields', () => {
    const { mappings, settings } = toIndexDefinition(catalogueOf(['aws.cloudtrail']));
    expect(at(mappings, 'properties.source.properties.ip')).toEqual({ type: 'ip' });
    expect(at(mappings, 'properties.aws.properties.cloudtrail.properties.request_parameters.fields.text')).toEqual({ type: 'text' });
    expect(settings['index.mapping.total_fields.limit']).toBeGreaterThanOrEqual(10_000);
  });
});
