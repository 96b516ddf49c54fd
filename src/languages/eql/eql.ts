import type { Language } from '../language.js';
import type { EqlQuery } from './ast.js';
import { parseEql } from './parse.js';
import { printEql } from './print.js';

/** Event Query Language, `language = "eql"` in rules. */
export const eql: Language<EqlQuery> = { id: 'eql', title: 'EQL', fence: 'eql', parse: parseEql, print: printEql };
