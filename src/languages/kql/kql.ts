import type { Language } from '../language.js';
import type { KqlNode } from './ast.js';
import { parseKql } from './parse.js';
import { printKql } from './print.js';

/** Kibana Query Language, `language = "kuery"` in rules. */
export const kql: Language<KqlNode> = { id: 'kuery', title: 'KQL', fence: 'kuery', parse: parseKql, print: printKql };
